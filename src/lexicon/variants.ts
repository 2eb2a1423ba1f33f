import {distance as editDistance} from 'fastest-levenshtein'
import {nextHash, startHash} from '../prose/printed-forms.js'
import {map} from '../util/lists.js'
import {memoizeWords} from '../util/memoize-words.js'

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

/** Joiners that stand for no sound. */
const MUTE = /['-]/gu

const isVowel = (letter: string): boolean => VOWEL.test(letter)

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

/** A key as hearers take it in. */
interface Heard {
  readonly key: string
  /** Doublings as one. */
  readonly vowels: string
  /** The consonants as they sound, in order and sorted; and sorted as they are written. */
  readonly sounds: string
  readonly sorted: readonly string[]
  readonly written: readonly string[]
  /** Under what it is found, as numbers: its first letter and the sorted consonants as they sound, whole and less any one of them. */
  readonly skeletons: readonly number[]
}

/** Numbers are looked up twice as fast as texts; of two texts that share one, words are compared for nothing. */
function numberOf(text: string): number {
  let hash = startHash
  for (let index = 0; index < text.length; index++) hash = nextHash(hash, text.charCodeAt(index))
  return hash
}

function skeletonsOf(first: string, sorted: readonly string[]): number[] {
  const whole = `${first}:${sorted.join('')}`
  const found = [numberOf(whole)]
  let at = first.length + 1
  for (const [index, sound] of sorted.entries()) {
    if (sound !== sorted[index - 1]) found.push(numberOf(whole.slice(0, at) + whole.slice(at + sound.length)))
    at += sound.length
  }
  return found
}

const hear = memoizeWords((key): Heard => {
  const letters = [...key.replace(/(.)\1+/gu, '$1')]
  const consonants = letters.filter((letter) => !isVowel(letter))
  const sounds = map(consonants, (letter) => SOUNDS[letter] ?? letter)
  const sorted = [...sounds].sort()
  return {
    key,
    vowels: letters.filter(isVowel).join('').replace(MUTE, ''),
    sounds: sounds.join(''),
    sorted,
    written: consonants.sort(),
    skeletons: skeletonsOf(key.charAt(0), sorted),
  }
})

/** Distance of two keys as hearers would see it: a consonant 1, one for its neighbour in sound ½, a vowel ½, another order ½. */
function heardDistance(a: Heard, b: Heard): number {
  const consonants = difference(a.sorted, b.sorted)
  const letters = (difference(a.written, b.written) - consonants) / 4
  const order = consonants === 0 && a.sounds !== b.sounds ? 0.5 : 0
  return consonants + Math.max(0, letters) + order + 0.5 * editDistance(a.vowels, b.vowels)
}

const comparable = (key: string): boolean => key.length >= SHORTEST && key.length <= LONGEST

/** Whether two keys are near enough to be one word, spelt in two ways. */
const isNear = (a: Heard, b: Heard): boolean => heardDistance(a, b) <= TOLERANCE * Math.max(a.key.length, b.key.length)

/** What keys of one skeleton there are: mostly one, for which no list is made. */
type Bucket = Heard | Heard[]

/** Finds the variants of a key among `keys` in time that does not depend on their number (after Garbe's SymSpell). */
export function variantIndex(keys: Iterable<string>): (key: string) => string[] {
  const known = new Map<string, Heard>()
  const buckets = new Map<number, Bucket>()
  for (const key of keys) {
    if (!comparable(key) || known.has(key)) continue
    const heard = hear(key)
    known.set(key, heard)
    for (const skeleton of heard.skeletons) {
      const bucket = buckets.get(skeleton)
      if (!bucket) buckets.set(skeleton, heard)
      else if (!Array.isArray(bucket)) buckets.set(skeleton, [bucket, heard])
      else if (bucket.length < BUCKET) bucket.push(heard)
    }
  }
  return (key) => {
    if (!comparable(key)) return []
    const heard = known.get(key) ?? hear(key)
    const near: Heard[] = []
    const meet = (other: Heard) => {
      if (other.key !== key && !near.includes(other)) near.push(other)
    }
    for (const skeleton of heard.skeletons) {
      const bucket = buckets.get(skeleton)
      if (Array.isArray(bucket)) bucket.forEach(meet)
      else if (bucket) meet(bucket)
    }
    return map(
      near.filter((other) => isNear(heard, other)),
      (other) => other.key,
    )
  }
}
