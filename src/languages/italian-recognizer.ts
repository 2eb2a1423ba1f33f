import {makeRecognizer} from './make-recognizer.js'
import {ITALIAN_WORDS} from './words/italian-frequencies.js'

/** Italian. */
export const italian = makeRecognizer({lang: 'it', words: ITALIAN_WORDS})
