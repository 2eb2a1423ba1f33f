/** The worker of the playground. Languages other than English, exporters and readers of books load when they are needed. */
import {importHost} from '../../worker/host-files.js'
import {serveWork} from './serve-work.js'

serveWork(importHost)
