import {makeRecognizer} from './make-recognizer.js'
import {SPANISH_WORDS} from './words/spanish-frequencies.js'

/** Spanish. */
export const spanish = makeRecognizer({lang: 'es', words: SPANISH_WORDS})
