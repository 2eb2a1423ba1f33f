import {fold} from '../prose/folding.js'
import type {Spelling} from '../prose/types.js'
import type {Entry} from './types.js'

/** Of headwords that use capitals inside of words, how many show that case tells words apart; names such as *McCoy* are fewer. */
const SHOWS_CASE = 0.05
const FEWEST = 3

/** A capital that neither begins a word nor stands in one of nothing but capitals. */
const INNER_CAPITAL = /[\p{L}'’]\p{Lu}/u
const SMALL = /\p{Ll}/u

/** Whether the headwords show that case tells words apart, as in Klingon. */
function showsCase(entries: readonly Entry[]): boolean {
  let inner = 0
  let words = 0
  for (const {headword, kind} of entries) {
    if (kind === 'name') continue
    words++
    if (INNER_CAPITAL.test(headword) && SMALL.test(headword)) inner++
  }
  return inner >= FEWEST && inner / words >= SHOWS_CASE
}

/** What a printed word is looked up by. `strict` keys tell case apart, `loose` ones never do. */
export interface Keys {
  readonly caseSensitive: boolean
  readonly strict: (surface: string) => string
  /** Absent where it would be the same, or where the dictionary says that case matters. */
  readonly loose?: (surface: string) => string
}

export function keysFor(entries: readonly Entry[], spelling: Spelling): Keys {
  const caseSensitive = spelling.caseSensitive ?? showsCase(entries)
  const strict = (surface: string): string => fold(surface, {...spelling, caseSensitive})
  const forgiving = caseSensitive && spelling.caseSensitive === undefined
  return forgiving ? {caseSensitive, strict, loose: (surface) => fold(surface, {...spelling, caseSensitive: false})} : {caseSensitive, strict}
}
