import {makeRecognizer} from './make-recognizer.js'
import {SWEDISH_WORDS} from './words/swedish-frequencies.js'

/** Swedish. */
export const swedish = makeRecognizer({lang: 'sv', words: SWEDISH_WORDS})
