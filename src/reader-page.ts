/** `xenogloss/reader/page`: mounts by itself, for pages without scripts of their own. */
import {mountPage} from './reader/mount-page.js'

mountPage()
