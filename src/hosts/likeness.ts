import {lazy} from '../util/lazy.js'
import {memoizeWords} from '../util/memoize-words.js'
import {COMMON_TIER} from './derivation.js'
import type {ListedWords} from './host-data.js'

/** A way of respelling a language for the ear: a text that every such word has, or none; what is respelt; what stands there in the dictionary. */
export type Respelling = readonly [sign: string, pattern: RegExp, plain: string]

/** Longer words are no respellings; shorter ones are anything. */
const [SHORTEST, LONGEST] = [3, 12]

/** Shorter words are not respelt twice. */
const SHORTEST_TWICE = 4

interface Respellings {
  readonly list: readonly Respelling[]
  /** How many of them a word may have. */
  readonly most: number
}

/**
 * @param isCommon whether a word is in the list, and everybody knows it
 * @param from index of the first respelling that is tried
 */
function isRespelled(key: string, {list, most}: Respellings, isCommon: (word: string) => boolean, from = 0): boolean {
  if (key.length < SHORTEST || key.length > LONGEST) return false
  for (let i = from; i < list.length; i++) {
    const [sign, pattern, plain] = list[i] as Respelling
    if (sign !== '' && !key.includes(sign)) continue
    const word = key.replace(pattern, plain)
    if (word === key) continue
    if (isCommon(word)) return true
    if (most > 1 && word.length >= SHORTEST_TWICE && isRespelled(word, {list, most: most - 1}, isCommon, i + 1)) return true
  }
  return false
}

/** Two letters in the wrong order, as fast typists have them: *teh*, *brwon*. */
function isTransposed(key: string, isCommon: (word: string) => boolean): boolean {
  if (key.length > LONGEST) return false
  for (let i = 0; i + 1 < key.length; i++) {
    const word = key.slice(0, i) + key.charAt(i + 1) + key.charAt(i) + key.slice(i + 2)
    if (word !== key && isCommon(word)) return true
  }
  return false
}

/** A form that a word shares with its spellings before spelling was settled: *olde*, *vnto*, *haue*, *syster*, *shal*. */
const getOldForm = (key: string): string =>
  key
    .replace(/y/gu, 'i')
    .replace(/v/gu, 'u')
    .replace(/(.)\1+/gu, '$1')

function isOldSpelling(key: string, oldForms: ReadonlySet<string>): boolean {
  const form = getOldForm(key)
  return oldForms.has(form) || (form.endsWith('e') && oldForms.has(form.slice(0, -1)))
}

/** The consonants of a word, doubled ones as one; its first letter whatever it is. */
const getSkeleton = (key: string): string =>
  key.charAt(0) +
  key
    .slice(1)
    .replace(/[aeiouy'’-]/gu, '')
    .replace(/(.)\1+/gu, '$1')

/** Shorter words resemble too many others; longer ones are not compared. In letters. */
const MIN_LENGTH = 4
const MAX_LENGTH = 10
/** The largest tier of words whose consonants are compared, and the tier of the commonest words. */
const FREQUENT_TIER = 20
const COMMONEST_TIER = 10
/** Fewer consonants are shared by chance. */
const MIN_SKELETON = 3

/** Creates the function that tells how similar an unlisted word is to a common one. */
export function createLikeness({tierOf, forEach}: ListedWords, respellings: Respellings): (key: string) => 0 | 1 | 2 {
  /** The consonants of frequent words, with the length of one word that has them; and their old forms. */
  const frequent = lazy(() => {
    const skeletons = new Map<string, number>()
    const oldForms = new Set<string>()
    forEach(FREQUENT_TIER, (word) => {
      if (word.length < SHORTEST || word.length > MAX_LENGTH) return
      oldForms.add(getOldForm(word))
      if (word.length < MIN_LENGTH) return
      const skeleton = getSkeleton(word)
      if (skeleton.length >= MIN_SKELETON) skeletons.set(skeleton, word.length)
    })
    return {skeletons, oldForms}
  })
  const isCommon = (word: string): boolean => (tierOf(word) ?? COMMON_TIER + 1) <= COMMON_TIER
  return memoizeWords((key): 0 | 1 | 2 => {
    if (isRespelled(key, respellings, (word) => isCommon(word) || tierOf(word) === COMMONEST_TIER)) return 2
    if (key.length < MIN_LENGTH) return 0
    if (isTransposed(key, (word) => (tierOf(word) ?? COMMON_TIER) <= FREQUENT_TIER)) return 2
    if (key.length <= MAX_LENGTH + 2 && isOldSpelling(key, frequent().oldForms)) return 2
    const length = frequent().skeletons.get(getSkeleton(key))
    return length !== undefined && Math.abs(length - key.length) <= 1 ? 1 : 0
  })
}
