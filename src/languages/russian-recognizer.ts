import {makeRecognizer} from './make-recognizer.js'
import {RUSSIAN} from './respellings.js'
import {RUSSIAN_WORDS} from './words/russian-frequencies.js'

/** Russian in Latin letters. */
export const russian = makeRecognizer({lang: 'ru-Latn', words: RUSSIAN_WORDS, respell: RUSSIAN})
