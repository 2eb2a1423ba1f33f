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

/** Functions that compute look-up keys. */
export interface SpellingKeys {
  readonly caseSensitive: boolean
  /** Preserves case in a case-sensitive language. */
  readonly strict: (surface: string) => string
  /** Preserves case. */
  readonly exact: (surface: string) => string
  /** Never preserves case. */
  readonly loose: (surface: string) => string
  /** Whether an entry is also found in another case than that of the strict key. */
  readonly isLoose: (entry: Entry) => boolean
  /** Whether an entry is found by its exact key only, although the language is not case-sensitive. */
  readonly isExact: (entry: Entry) => boolean
}

export function createSpellingKeys(entries: readonly Entry[], spelling: Spelling): SpellingKeys {
  const caseSensitive = spelling.caseSensitive ?? isCaseSensitive(entries)
  const keyOf = (preserved: boolean) => (surface: string) => fold(surface, {...spelling, caseSensitive: preserved})
  const isInferred = spelling.caseSensitive === undefined
  return {
    caseSensitive,
    strict: keyOf(caseSensitive),
    exact: keyOf(true),
    loose: keyOf(false),
    isLoose: (entry) => caseSensitive && (entry.caseSensitive === false || (isInferred && entry.caseSensitive === undefined)),
    isExact: (entry) => !caseSensitive && entry.caseSensitive === true,
  }
}
