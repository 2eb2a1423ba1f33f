import type {Spelling} from './types.js'

/** What writers and their programs put for one apostrophe: typewriter, curly, modifier letters, grave, prime. */
export const APOSTROPHES = "'’‘ʼʻ`´′"

/** Characters that stand inside words of any language unless a dictionary says otherwise. */
export const DEFAULT_JOINERS = `${APOSTROPHES}-‐‑·`

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu')
const HYPHEN = /[‐‑]/gu

/** What a spelling is written with: small letters of ASCII, digits, `'` and `-` alone; capitals of ASCII too; anything else. */
const [SMALL, CAPITAL, STRANGE] = [0, 1, 2]

/** Every word is asked, so no regular expression asks. */
function looksOf(surface: string): number {
  let looks = SMALL
  for (let i = 0; i < surface.length; i++) {
    const unit = surface.charCodeAt(i)
    if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 39 || unit === 45) continue
    if (unit < 65 || unit > 90) return STRANGE
    looks = CAPITAL
  }
  return looks
}

/**
 * The key under which spellings of one word meet: canonical composition (UAX #15), one apostrophe, one hyphen, lower
 * case unless case tells words apart. Only keys are folded; what is reported is what was printed.
 */
export function fold(surface: string, {caseSensitive = false, variants = []}: Spelling = {}): string {
  const looks = looksOf(surface)
  if (looks < STRANGE && variants.length === 0) return looks === SMALL || caseSensitive ? surface : surface.toLowerCase()
  let key = surface.normalize('NFC').replace(APOSTROPHE, "'").replace(HYPHEN, '-')
  for (const [first, ...others] of variants) for (const other of others) key = key.replaceAll(other, first as string)
  return caseSensitive ? key : key.toLowerCase()
}

/** A key without the apostrophes at its ends, which authors drop and add: *aushna'* and *aushna*. */
export const bare = (key: string): string => (key.startsWith("'") || key.endsWith("'") ? key.replace(/^'+|'+$/gu, '') : key)
