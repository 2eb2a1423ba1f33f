import {distance as editDistance} from 'fastest-levenshtein'

const withoutDoubles = (key: string): string => key.replace(/(.)\1+/gu, '$1')

/** Whether one spelling extends the other as inflection does, not by doubling a letter. */
export function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.endsWith(short)) return true
  return long.startsWith(short) && long.slice(short.length) !== short.at(-1)
}

/** Minimum number of consonants for words with equal consonants to be near, whatever their vowels; in larger vocabularies such words occur by chance. */
const MIN_CONSONANTS = 4
const MAX_VOCABULARY = 200

const VOWELS = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]/u
const consonantsOf = (key: string): string =>
  [...withoutDoubles(key.replace(/[^\p{L}]/gu, ''))]
    .filter((letter) => !VOWELS.test(letter))
    .sort()
    .join('')

/** Whether two adjacent letters are swapped. */
function isTransposed(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a.length === b.length && a.slice(at + 2) === b.slice(at + 2) && a[at] === b[at + 1] && a[at + 1] === b[at]
}

/**
 * Whether two spellings differ as typing errors do: by one letter, by two swapped letters, or only by vowels among several consonants.
 *
 * @param vocabulary number of words of the language
 */
export function isNearSpelling(a: string, b: string, vocabulary = 0): boolean {
  if (editDistance(a, b) <= 1 || isTransposed(a, b)) return true
  const consonants = consonantsOf(a)
  return vocabulary <= MAX_VOCABULARY && consonants.length >= MIN_CONSONANTS && consonants === consonantsOf(b)
}

/** Whether the difference is certainly a typing error: a letter doubled or not, or two letters swapped. */
export const isTypo = (a: string, b: string): boolean => withoutDoubles(a) === withoutDoubles(b) || isTransposed(a, b)
