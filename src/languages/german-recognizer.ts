import {makeRecognizer} from './make-recognizer.js'
import {GERMAN} from './respellings.js'
import {GERMAN_WORDS} from './words/german-frequencies.js'

/** German. */
export const german = makeRecognizer({lang: 'de', words: GERMAN_WORDS, respell: GERMAN})
