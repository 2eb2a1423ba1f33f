import type {ClueDefinition} from '../types.js'
import {company} from './company.js'
import {custom} from './custom.js'
import {declared} from './declared.js'
import {dictionary} from './dictionary.js'
import {emphasis} from './emphasis.js'
import {gloss} from './gloss.js'
import {kin} from './kin.js'
import {names} from './names.js'
import {setting} from './setting.js'
import {spelling} from './spelling.js'
import {vocabulary} from './vocabulary.js'
import {words} from './words.js'

/** All built-in clues. */
export const clues: readonly ClueDefinition[] = [declared, setting, words, gloss, company, kin, names, emphasis, dictionary, vocabulary, custom, spelling]
