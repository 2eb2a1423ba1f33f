/** The playground: annotates a story in the browser, and lets its author decide about the words. */
import {startApp} from './app.js'

startApp(new URL('.', location.href))
