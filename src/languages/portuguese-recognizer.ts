import {makeRecognizer} from './make-recognizer.js'
import {PORTUGUESE_WORDS} from './words/portuguese-frequencies.js'

/** Portuguese. */
export const portuguese = makeRecognizer({lang: 'pt', words: PORTUGUESE_WORDS})
