import {distance as editDistance} from 'fastest-levenshtein'

const single = (key: string): string => key.replace(/(.)\1+/gu, '$1')

/** Whether one spelling is the other with something added; not by a doubled letter, but as inflection does. */
export function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.endsWith(short)) return true
  return long.startsWith(short) && long.slice(short.length) !== short.at(-1)
}

/** Consonants from which words that share them all are near in spite of all their vowels; words of a large vocabulary do so by chance. */
const CONSONANTS = 4
const SMALL = 200

const VOWELS = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]/u
const consonantsOf = (key: string): string =>
  [...single(key.replace(/[^\p{L}]/gu, ''))]
    .filter((letter) => !VOWELS.test(letter))
    .sort()
    .join('')

/** Whether the letters of two neighbours have changed places. */
function isTransposed(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a.length === b.length && a.slice(at + 2) === b.slice(at + 2) && a[at] === b[at + 1] && a[at + 1] === b[at]
}

/**
 * Whether two spellings differ as slips of the hand do: by one letter, by the order of two, or by nothing but vowels around many consonants.
 *
 * @param vocabulary words that the language has
 */
export function isNear(a: string, b: string, vocabulary = 0): boolean {
  if (editDistance(a, b) <= 1 || isTransposed(a, b)) return true
  const consonants = consonantsOf(a)
  return vocabulary <= SMALL && consonants.length >= CONSONANTS && consonants === consonantsOf(b)
}

/** Whether a spelling is no word but a slip: a letter doubled or not, two letters the wrong way round. */
export const isSlip = (a: string, b: string): boolean => single(a) === single(b) || isTransposed(a, b)
