import {french} from './french-recognizer.js'
import {german} from './german-recognizer.js'
import {italian} from './italian-recognizer.js'
import {latin} from './latin-recognizer.js'
import {polish} from './polish-recognizer.js'
import {portuguese} from './portuguese-recognizer.js'
import {russian} from './russian-recognizer.js'
import {spanish} from './spanish-recognizer.js'
import {swedish} from './swedish-recognizer.js'
import type {LanguageRecognizer} from './types.js'

/** The languages that fiction quotes most, those first that it quotes more. */
export const recognizers: readonly LanguageRecognizer[] = [french, latin, spanish, german, italian, russian, polish, portuguese, swedish]
