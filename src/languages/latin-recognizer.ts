import {makeRecognizer} from './make-recognizer.js'
import {LATIN} from './respellings.js'
import {LATIN_WORDS} from './words/latin-frequencies.js'

/** Latin. */
export const latin = makeRecognizer({lang: 'la', words: LATIN_WORDS, respell: LATIN})
