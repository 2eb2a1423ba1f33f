import uniq from 'lodash-es/uniq.js'
import {map} from '../util/lists.js'
import {variantIndex} from './variants.js'

/** Letters that two words must share at their beginning to count as of one stem, when nothing else is known. */
const STEM = 4

const JOINER = /['-]/u

/** Every word is asked, so no regular expression asks. */
function isJoined(key: string): boolean {
  for (let i = 0; i < key.length; i++) if (key[i] === "'" || key[i] === '-') return true
  return false
}

/** The parts that apostrophes and hyphens join; none, where nothing is joined. */
const parts = (key: string): readonly string[] => (isJoined(key) ? key.split(JOINER) : [])

/**
 * Tells whether a word is akin to words of a vocabulary: the word itself, a near spelling, one stem (the first four
 * letters, where one of the words has no more than eight), or a joined part of three letters and more (*sha'-*) in common.
 */
export function kinshipWith(vocabulary: ReadonlySet<string>): (key: string) => 'same' | 'variant' | 'stem' | 'part' | undefined {
  const variants = variantIndex(vocabulary)
  const stems = new Map<string, number>()
  const joined = new Set<string>()
  for (const key of vocabulary) {
    if (key.length >= STEM) {
      const stem = key.slice(0, STEM)
      stems.set(stem, Math.max(stems.get(stem) ?? 0, key.length))
    }
    for (const piece of parts(key)) if (piece.length >= 3) joined.add(piece)
  }
  return (key) => {
    if (vocabulary.has(key)) return 'same'
    if (variants(key).length > 0) return 'variant'
    const longest = key.length >= STEM + 1 ? stems.get(key.slice(0, STEM)) : undefined
    if (longest !== undefined && 2 * STEM >= Math.min(longest, key.length)) return 'stem'
    return parts(key).some((piece) => joined.has(piece)) ? 'part' : undefined
  }
}

/** Parts shorter than this are affixes, not stems. */
const PART = 4

/**
 * Groups keys that are spellings of each other, and the stems inside joined words, under one name: the classes of a key are its
 * own and those of its parts (*sha'xrectia* is of the class of *xreticia*).
 */
export function stemClasses(keys: Iterable<string>): (key: string) => readonly string[] {
  const stemsOf = (key: string): string[] => [key, ...parts(key).filter((part) => part.length >= PART && part !== key)]
  const all = new Set<string>()
  for (const key of keys) for (const stem of stemsOf(key)) all.add(stem)
  const near = variantIndex(all)
  const names = new Map<string, string>()
  // Those that are like no other go by their own name.
  const akin = new Map<string, readonly string[]>()
  for (const stem of all) {
    const like = near(stem)
    if (like.length > 0) akin.set(stem, like)
  }
  for (const stem of [...akin.keys()].sort()) {
    if (names.has(stem)) continue
    for (const member of [stem, ...(akin.get(stem) as readonly string[])]) if (!names.has(member)) names.set(member, stem)
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
