import {distance as editDistance} from 'fastest-levenshtein'

/**
 * Near spellings of one word. Authors who spell by ear keep the first letter and nearly all consonants, and waver in
 * vowels, doublings and the order of neighbours (*xrecta, xrectia, xreticia*).
 */

const VOWEL = /[aeiouy'\-àáâãäåæèéêëìíîïòóôõöøùúûüýœ]/u

/** Words shorter than this are told apart by any letter. */
const SHORTEST = 5
/** Longer words are compared by nothing but equality, so that no input is costly. */
const LONGEST = 40
/** Of the longer word's letters: what the distance may be at most. */
const TOLERANCE = 0.2
/** How many words of one skeleton are looked at. */
const BUCKET = 16

const collapse = (key: string): string => key.replace(/(.)\1+/gu, '$1')
const vowelsOf = (key: string): string => [...key].filter((c) => VOWEL.test(c) && c !== "'" && c !== '-').join('')
const consonantsOf = (key: string): string[] => [...collapse(key)].filter((c) => !VOWEL.test(c))

/** How many elements two sorted lists do not share. */
function difference(a: readonly string[], b: readonly string[]): number {
  let i = 0
  let j = 0
  let shared = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      shared++
      i++
      j++
    } else if ((a[i] as string) < (b[j] as string)) i++
    else j++
  }
  return a.length + b.length - 2 * shared
}

/** Consonants that the ear confuses, under the first of them. */
const SOUNDS: Readonly<Record<string, string>> = {m: 'n', b: 'p', d: 't', g: 'k', c: 'k', q: 'k', z: 's', v: 'f'}
const soundsOf = (consonants: readonly string[]): string[] => consonants.map((letter) => SOUNDS[letter] ?? letter)

/** Distance of two keys as hearers would see it: a consonant 1, one for its neighbour in sound ½, a vowel ½, another order ½. */
function heardDistance(a: string, b: string): number {
  const [ca, cb] = [consonantsOf(a), consonantsOf(b)]
  const [sa, sb] = [soundsOf(ca), soundsOf(cb)]
  const consonants = difference([...sa].sort(), [...sb].sort())
  const letters = (difference([...ca].sort(), [...cb].sort()) - consonants) / 4
  const order = consonants === 0 && sa.join('') !== sb.join('') ? 0.5 : 0
  return consonants + Math.max(0, letters) + order + 0.5 * editDistance(vowelsOf(collapse(a)), vowelsOf(collapse(b)))
}

const comparable = (key: string): boolean => key.length >= SHORTEST && key.length <= LONGEST

/** Whether two different keys are near enough to be one word, spelt in two ways. */
export function isVariant(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || !comparable(a) || !comparable(b)) return false
  return heardDistance(a, b) <= TOLERANCE * Math.max(a.length, b.length)
}

/** The skeletons under which a key is found: its first letter and sorted consonants as they sound, whole and less any one of them. */
function skeletons(key: string): string[] {
  const sorted = soundsOf(consonantsOf(key)).sort()
  const head = `${key[0]}:`
  return [head + sorted.join(''), ...sorted.map((_, i) => head + sorted.filter((__, j) => j !== i).join(''))]
}

/** Finds the variants of a key among `keys` in time that does not depend on their number (after Garbe's SymSpell). */
export function variantIndex(keys: Iterable<string>): (key: string) => string[] {
  const buckets = new Map<string, string[]>()
  for (const key of keys) {
    if (!comparable(key)) continue
    for (const skeleton of skeletons(key)) {
      const bucket = buckets.get(skeleton)
      if (!bucket) buckets.set(skeleton, [key])
      else if (bucket.length < BUCKET) bucket.push(key)
    }
  }
  return (key) => {
    if (!comparable(key)) return []
    const near = new Set(skeletons(key).flatMap((skeleton) => buckets.get(skeleton) ?? []))
    return [...near].filter((other) => isVariant(key, other))
  }
}
