import type {Spelling} from './types.js'

/** Characters that writers and programs use as an apostrophe: typewriter, curly, modifier letters, grave, acute, prime, reversed, full-width, saltillo. */
export const APOSTROPHES = "'’‘ʼʻ`´′‛＇ꞌ"

/** Invisible characters inside words: soft hyphen, zero-width space, non-joiner, joiner, word joiner, zero-width no-break space. */
const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff'

/** Characters that may occur inside words of any language unless a dictionary says otherwise. */
export const DEFAULT_JOINERS = `${APOSTROPHES}-‐‑·${INVISIBLE}`

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu')
const HYPHEN = /[‐‑]/gu
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]|\u200c|\u200d/gu
/** Spaces that keep words of a phrase on one line. */
const NO_BREAK_SPACE = /[\u00a0\u202f]/gu

/** Classes of spellings: only a–z, digits, `'` and `-`; the same with A–Z; anything else. */
const [LOWER_ASCII, MIXED_ASCII, OTHER] = [0, 1, 2]

/** Classifies a spelling. A loop, because it runs for every word and a regular expression is slower. */
function classifySpelling(surface: string): number {
  let spellingClass = LOWER_ASCII
  for (let i = 0; i < surface.length; i++) {
    const unit = surface.charCodeAt(i)
    if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 39 || unit === 45) continue
    if (unit < 65 || unit > 90) return OTHER
    spellingClass = MIXED_ASCII
  }
  return spellingClass
}

/**
 * Returns the look-up key that spellings of one word share: canonical composition (UAX #15), one apostrophe, one hyphen, one space, lower
 * case unless the language is case-sensitive. Only keys are folded; output shows words as printed.
 */
export function fold(surface: string, {caseSensitive = false, variants = []}: Spelling = {}): string {
  const spellingClass = classifySpelling(surface)
  if (spellingClass < OTHER && variants.length === 0) return spellingClass === LOWER_ASCII || caseSensitive ? surface : surface.toLowerCase()
  let key = surface.normalize('NFC').replace(APOSTROPHE, "'").replace(HYPHEN, '-').replace(NO_BREAK_SPACE, ' ').replace(UNSEEN, '')
  for (const [first, ...others] of variants) for (const other of others) key = key.replaceAll(other, first as string)
  return caseSensitive ? key : key.toLowerCase()
}

/** Removes the apostrophes at the ends of a key, which authors use inconsistently: *aushna'* and *aushna*. */
export const stripApostrophes = (key: string): string => (key.startsWith("'") || key.endsWith("'") ? key.replace(/^'+|'+$/gu, '') : key)
