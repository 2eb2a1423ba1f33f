import type {Convention} from '../types.js'
import {mark} from './mark.js'
import {roundBrackets} from './round-brackets.js'
import {squareBrackets} from './square-brackets.js'

/** The shelf: every way of writing a gloss that is known here. */
export const conventions: readonly Convention[] = [mark, roundBrackets, squareBrackets]
