import uniq from 'lodash-es/uniq.js'
import {map} from '../util/lists.js'
import {createVariantIndex} from './variants.js'

/** Number of initial letters that two words of one stem share. */
const STEM_LENGTH = 4

const JOINER = /['-]/u

/** A loop instead of a regular expression, since every word is tested. */
function isJoined(key: string): boolean {
  for (let i = 0; i < key.length; i++) if (key[i] === "'" || key[i] === '-') return true
  return false
}

/** Splits a word at apostrophes and hyphens; empty if there are none. */
const splitJoined = (key: string): readonly string[] => (isJoined(key) ? key.split(JOINER) : [])

/**
 * Creates a function that tells how a word is related to a vocabulary: the same word, a near spelling, a common stem (the first four letters, if one
 * of the words has at most eight), or a common joined part of at least three letters (*sha'-*).
 */
export function createKinshipTest(vocabulary: ReadonlySet<string>): (key: string) => 'same' | 'variant' | 'stem' | 'part' | undefined {
  const variants = createVariantIndex(vocabulary)
  const stems = new Map<string, number>()
  const joined = new Set<string>()
  for (const key of vocabulary) {
    if (key.length >= STEM_LENGTH) {
      const stem = key.slice(0, STEM_LENGTH)
      stems.set(stem, Math.max(stems.get(stem) ?? 0, key.length))
    }
    for (const piece of splitJoined(key)) if (piece.length >= 3) joined.add(piece)
  }
  return (key) => {
    if (vocabulary.has(key)) return 'same'
    if (variants(key).length > 0) return 'variant'
    const longest = key.length >= STEM_LENGTH + 1 ? stems.get(key.slice(0, STEM_LENGTH)) : undefined
    if (longest !== undefined && 2 * STEM_LENGTH >= Math.min(longest, key.length)) return 'stem'
    return splitJoined(key).some((piece) => joined.has(piece)) ? 'part' : undefined
  }
}

/** Shorter parts are affixes, not stems. */
const MIN_PART_LENGTH = 4

/**
 * Groups near spellings, and the stems inside joined words, under one class name. The classes of a key are its own and those of its parts
 * (*sha'xrectia* belongs to the class of *xreticia*).
 */
export function createStemClasses(keys: Iterable<string>): (key: string) => readonly string[] {
  const stemsOf = (key: string): string[] => [key, ...splitJoined(key).filter((part) => part.length >= MIN_PART_LENGTH && part !== key)]
  const all = new Set<string>()
  for (const key of keys) for (const stem of stemsOf(key)) all.add(stem)
  const variants = createVariantIndex(all)
  const names = new Map<string, string>()
  // Stems without near spellings are their own class.
  const related = new Map<string, readonly string[]>()
  for (const stem of all) {
    const similar = variants(stem)
    if (similar.length > 0) related.set(stem, similar)
  }
  for (const stem of [...related.keys()].sort()) {
    if (names.has(stem)) continue
    for (const member of [stem, ...(related.get(stem) as readonly string[])]) if (!names.has(member)) names.set(member, stem)
  }
  const classes = new Map<string, readonly string[]>()
  return (key) => {
    let own = classes.get(key)
    if (!own) {
      const found = map(stemsOf(key), (stem) => names.get(stem) ?? stem)
      classes.set(key, (own = found.length < 2 ? found : uniq(found)))
    }
    return own
  }
}
