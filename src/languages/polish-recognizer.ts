import {makeRecognizer} from './make-recognizer.js'
import {POLISH_WORDS} from './words/polish-frequencies.js'

/** Polish. */
export const polish = makeRecognizer({lang: 'pl', words: POLISH_WORDS})
