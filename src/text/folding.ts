import type {Spelling} from '../types.js'

/** What writers and their programs put for one apostrophe: typewriter, curly, modifier letters, grave, prime. */
export const APOSTROPHES = "'’‘ʼʻ`´′"

/** Characters that stand inside words of any language unless a dictionary says otherwise. */
export const DEFAULT_JOINERS = `${APOSTROPHES}-‐‑·`

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu')
/** Nothing to fold but case. */
const PLAIN = /^[A-Za-z0-9'-]*$/

const HYPHEN = /[‐‑]/gu

/**
 * The key under which spellings of one word meet: canonical composition (UAX #15), one apostrophe, one hyphen, lower
 * case unless case tells words apart. Only keys are folded; what is reported is what was printed.
 */
export function fold(surface: string, {caseSensitive = false, variants = []}: Spelling = {}): string {
  if (variants.length === 0 && PLAIN.test(surface)) return caseSensitive ? surface : surface.toLowerCase()
  let key = surface.normalize('NFC').replace(APOSTROPHE, "'").replace(HYPHEN, '-')
  for (const [first, ...others] of variants) for (const other of others) key = key.replaceAll(other, first as string)
  return caseSensitive ? key : key.toLowerCase()
}

/** A key without the apostrophes at its ends, which authors drop and add: *aushna'* and *aushna*. */
export const bare = (key: string): string => (key.startsWith("'") || key.endsWith("'") ? key.replace(/^'+|'+$/gu, '') : key)
