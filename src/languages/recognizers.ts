import {french} from './french.js'
import {german} from './german.js'
import {italian} from './italian.js'
import {latin} from './latin.js'
import {polish} from './polish.js'
import {portuguese} from './portuguese.js'
import {russian} from './russian.js'
import {spanish} from './spanish.js'
import {swedish} from './swedish.js'
import type {LanguageRecognizer} from './types.js'

/** The languages that fiction quotes most, those first that it quotes more. */
export const recognizers: readonly LanguageRecognizer[] = [french, latin, spanish, german, italian, russian, polish, portuguese, swedish]
