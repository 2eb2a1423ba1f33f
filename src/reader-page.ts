/** Mounts the reader when imported, for pages without their own scripts. */
import {mountPage} from './reader/mount-page.js'

mountPage()
