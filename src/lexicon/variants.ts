import {distance as editDistance} from 'fastest-levenshtein'
import {HASH_SEED, updateHash} from '../prose/form-table.js'
import {map} from '../util/lists.js'
import {memoizeWords} from '../util/memoize-words.js'

/**
 * Near spellings of one word. Authors who spell by ear keep the first letter and nearly all consonants, but vary vowels, doubled letters and the
 * order of neighbors (*xrecta, xrectia, xreticia*).
 */

const VOWEL = /[aeiouy'\-àáâãäåæèéêëìíîïòóôõöøùúûüýœ]/u

/** In shorter words every letter is distinctive. */
const MIN_LENGTH = 5
/** Longer words are only compared for equality, to bound the cost. */
const MAX_LENGTH = 40
/** Maximum distance, as a share of the letters of the longer word. */
const TOLERANCE = 0.2
/** Maximum number of words compared per skeleton. */
const MAX_BUCKET = 16

/** Silent joiners. */
const SILENT_JOINERS = /['-]/gu

const isVowel = (letter: string): boolean => VOWEL.test(letter)

/** Counts the elements that two sorted lists do not share. */
function countDifferences(a: readonly string[], b: readonly string[]): number {
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

/** Consonants that sound alike, mapped to one of them. */
const SOUND_CLASSES: Readonly<Record<string, string>> = {m: 'n', b: 'p', d: 't', g: 'k', c: 'k', q: 'k', z: 's', v: 'f'}

/** A key by its sounds. */
interface SoundProfile {
  readonly key: string
  /** Without doubled letters. */
  readonly vowels: string
  /** The consonants by sound, in order and sorted, and as written, sorted. */
  readonly sounds: string
  readonly sorted: readonly string[]
  readonly written: readonly string[]
  /** Hashes that it is indexed by: its first letter and its sorted consonant sounds, complete and with any one left out. */
  readonly skeletons: readonly number[]
}

/** Hashes make faster map keys than strings; a collision costs only a comparison. */
function hashText(text: string): number {
  let hash = HASH_SEED
  for (let index = 0; index < text.length; index++) hash = updateHash(hash, text.charCodeAt(index))
  return hash
}

function skeletonHashes(first: string, sorted: readonly string[]): number[] {
  const whole = `${first}:${sorted.join('')}`
  const found = [hashText(whole)]
  let at = first.length + 1
  for (const [index, sound] of sorted.entries()) {
    if (sound !== sorted[index - 1]) found.push(hashText(whole.slice(0, at) + whole.slice(at + sound.length)))
    at += sound.length
  }
  return found
}

const soundProfile = memoizeWords((key): SoundProfile => {
  const letters = [...key.replace(/(.)\1+/gu, '$1')]
  const consonants = letters.filter((letter) => !isVowel(letter))
  const sounds = map(consonants, (letter) => SOUND_CLASSES[letter] ?? letter)
  const sorted = [...sounds].sort()
  return {
    key,
    vowels: letters.filter(isVowel).join('').replace(SILENT_JOINERS, ''),
    sounds: sounds.join(''),
    sorted,
    written: consonants.sort(),
    skeletons: skeletonHashes(key.charAt(0), sorted),
  }
})

/** Distance by sound: another consonant 1, a similar-sounding consonant ½, a vowel ½, another order ½. */
function soundDistance(a: SoundProfile, b: SoundProfile): number {
  const consonants = countDifferences(a.sorted, b.sorted)
  const letters = (countDifferences(a.written, b.written) - consonants) / 4
  const order = consonants === 0 && a.sounds !== b.sounds ? 0.5 : 0
  return consonants + Math.max(0, letters) + order + 0.5 * editDistance(a.vowels, b.vowels)
}

const isComparable = (key: string): boolean => key.length >= MIN_LENGTH && key.length <= MAX_LENGTH

/** Whether two keys are near enough to be spellings of one word. */
const isNearSpelling = (a: SoundProfile, b: SoundProfile): boolean => soundDistance(a, b) <= TOLERANCE * Math.max(a.key.length, b.key.length)

/** The keys of one skeleton; usually one, which needs no array. */
type Bucket = SoundProfile | SoundProfile[]

/** Creates a function that finds the near spellings of a key among `keys`, in time independent of their number (after Garbe's SymSpell). */
export function createVariantIndex(keys: Iterable<string>): (key: string) => string[] {
  const profiles = new Map<string, SoundProfile>()
  const buckets = new Map<number, Bucket>()
  for (const key of keys) {
    if (!isComparable(key) || profiles.has(key)) continue
    const profile = soundProfile(key)
    profiles.set(key, profile)
    for (const skeleton of profile.skeletons) {
      const bucket = buckets.get(skeleton)
      if (!bucket) buckets.set(skeleton, profile)
      else if (!Array.isArray(bucket)) buckets.set(skeleton, [bucket, profile])
      else if (bucket.length < MAX_BUCKET) bucket.push(profile)
    }
  }
  return (key) => {
    if (!isComparable(key)) return []
    const profile = profiles.get(key) ?? soundProfile(key)
    const near: SoundProfile[] = []
    const addNear = (other: SoundProfile) => {
      if (other.key !== key && !near.includes(other)) near.push(other)
    }
    for (const skeleton of profile.skeletons) {
      const bucket = buckets.get(skeleton)
      if (Array.isArray(bucket)) bucket.forEach(addNear)
      else if (bucket) addNear(bucket)
    }
    return map(
      near.filter((other) => isNearSpelling(profile, other)),
      (other) => other.key,
    )
  }
}
