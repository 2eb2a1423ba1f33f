import {makeRecognizer} from './make-recognizer.js'
import {LIGATURES} from './respellings.js'
import {FRENCH_WORDS} from './words/french-frequencies.js'

/** French. */
export const french = makeRecognizer({lang: 'fr', words: FRENCH_WORDS, respell: LIGATURES})
