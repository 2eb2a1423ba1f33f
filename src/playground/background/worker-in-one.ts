/** The worker with everything in it, for a page that is opened as a file: it cannot load anything else. */
import {loadHost} from '../../hosts/load-host.js'
import {serveWork} from './serve-work.js'

serveWork(loadHost)
