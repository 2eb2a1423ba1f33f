import {fold} from '../prose/folding.js'
import type {Spelling} from '../prose/types.js'
import type {Entry} from './types.js'

/** Share of headwords with inner capitals that makes a language case-sensitive, and their minimum number; names such as *McCoy* are rarer. */
const MIN_SHARE = 0.05
const MIN_HEADWORDS = 3

/** A capital inside a word. */
const INNER_CAPITAL = /[\p{L}'’]\p{Lu}/u
const LOWERCASE = /\p{Ll}/u

/** Whether the headwords show that case distinguishes words, as in Klingon. */
function isCaseSensitive(entries: readonly Entry[]): boolean {
  let inner = 0
  let words = 0
  for (const {headword, kind} of entries) {
    if (kind === 'name') continue
    words++
    if (INNER_CAPITAL.test(headword) && LOWERCASE.test(headword)) inner++
  }
  return inner >= MIN_HEADWORDS && inner / words >= MIN_SHARE
}

/** Functions that compute look-up keys. `strict` keys preserve case in a case-sensitive language; `loose` keys never do. */
export interface SpellingKeys {
  readonly caseSensitive: boolean
  readonly strict: (surface: string) => string
  /** Absent if it would be the same as `strict`, or if the dictionary states that case matters. */
  readonly loose?: (surface: string) => string
}

export function createSpellingKeys(entries: readonly Entry[], spelling: Spelling): SpellingKeys {
  const caseSensitive = spelling.caseSensitive ?? isCaseSensitive(entries)
  const strict = (surface: string): string => fold(surface, {...spelling, caseSensitive})
  const hasLoose = caseSensitive && spelling.caseSensitive === undefined
  return hasLoose ? {caseSensitive, strict, loose: (surface) => fold(surface, {...spelling, caseSensitive: false})} : {caseSensitive, strict}
}
