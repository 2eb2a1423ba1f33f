import {map} from '../util/lists.js'
import type {Familiarity} from './types.js'

/** The largest tier of words that everybody knows. */
export const COMMON_TIER = 35

/** A part of a hyphenated word of at most this length may be a mere syllable. */
const SYLLABLE_LENGTH = 3

/** Derives an unlisted word from a listed one. */
export interface DerivationRule {
  readonly name: string
  /** A character that every such word has. */
  readonly requires?: string
  /** The words it may derive from; the first that is listed wins. */
  readonly bases: (key: string) => readonly string[]
}

/** Words in which an ending stands for another, or for none; none if the word does not end so. */
export const replaceEnding = (key: string, ending: RegExp, replacements: readonly string[] = ['']): string[] =>
  ending.test(key) ? map(replacements, (replacement) => key.replace(ending, replacement)) : []

/** Drawn-out sounds of any language: *nooo*, *shhhhh*. */
export const DRAWN_OUT: DerivationRule = {
  name: 'drawn-out',
  bases: (key) => (/(.)\1\1/u.test(key) ? [key.replace(/(.)\1\1+/gu, '$1'), key.replace(/(.)\1\1+/gu, '$1$1')] : []),
}

/** Letters of a stem, at least, that changes its ending or loses its prefix. */
const MIN_STEM = 4

/**
 * Derives forms of a word from other forms of it: endings of one list stand for each other.
 *
 * @param classes endings that stand for each other, separated by spaces; `-` is none
 */
export function inflectionRule(classes: readonly string[]): DerivationRule {
  const lists = map(classes, (text) => map(text.trim().split(/\s+/u), (ending) => (ending === '-' ? '' : ending)))
  const othersOf = new Map<string, string[]>()
  for (const list of lists)
    for (const ending of list)
      othersOf.set(
        ending,
        [...new Set([...(othersOf.get(ending) ?? []), ...list])].filter((other) => other !== ending),
      )
  const longest = Math.max(0, ...map([...othersOf.keys()], ({length}) => length))
  return {
    name: 'inflected',
    bases: (key) => {
      const found: string[] = []
      for (let length = Math.min(longest, key.length - MIN_STEM); length >= 0; length--) {
        const stem = key.slice(0, key.length - length)
        for (const other of othersOf.get(key.slice(stem.length)) ?? []) found.push(stem + other)
      }
      return found
    },
  }
}

/** Derives words with a prefix from those without. */
export function prefixRule(prefixes: string): DerivationRule {
  const list = prefixes.trim().split(/\s+/u)
  return {
    name: 'inflected',
    bases: (key) => list.flatMap((prefix) => (key.startsWith(prefix) && key.length - prefix.length >= MIN_STEM ? [key.slice(prefix.length)] : [])),
  }
}

/** Divided between doubled consonants, as words are when they are sung, spelled or shouted: *hel-lo*, *zuz-zy*. */
const SYLLABLES = /^[a-z]{0,3}([b-df-hj-np-tv-z])-\1[a-z]{0,3}$/u

/**
 * A word of parts joined by hyphens. A part that repeats the beginning of the last one is a stutter (*b-but*, *so-son*).
 *
 * @param tierOf tier of a part, undefined if it is unknown
 */
export function deriveHyphenated(key: string, tierOf: (word: string) => number | undefined): Familiarity | undefined {
  const parts = key.split('-').filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const last = parts.at(-1) as string
  if (parts.slice(0, -1).every((part) => part.length <= 3 && last.startsWith(part))) {
    const tier = tierOf(last)
    if (tier !== undefined) return {tier, rule: 'stutter'}
  }
  const whole = tierOf(parts.join(''))
  if (whole !== undefined && whole <= COMMON_TIER) return {tier: whole, rule: 'spelt-out'}
  if (SYLLABLES.test(key)) return {tier: 60, rule: 'syllables'}
  const tiers = map(parts, tierOf)
  // Short rare words are syllables of other languages: *Es-sat*, *pa-u*.
  const isWord = (tier: number | undefined, index: number) => tier !== undefined && (tier <= COMMON_TIER || (parts[index] as string).length > SYLLABLE_LENGTH)
  if (tiers.every(isWord)) return {tier: Math.max(50, ...(tiers as number[])), rule: 'hyphenated'}
  return undefined
}

/** Two common words written as one: *housebuilder*. */
export function deriveCompound(key: string, isCommon: (text: string, start: number, end: number) => boolean): Familiarity | undefined {
  for (let cut = SYLLABLE_LENGTH + 1; cut <= key.length - SYLLABLE_LENGTH - 1; cut++) {
    if (isCommon(key, 0, cut) && isCommon(key, cut, key.length)) return COMPOUND
  }
  return undefined
}

const COMPOUND: Familiarity = {tier: 60, rule: 'compound'}

/** Letters of a part, at least, in a language that makes compounds freely, and parts, at most. */
const MIN_PART = 3
const MAX_PARTS = 4

/**
 * A compound of a language that makes them freely: two to four words, perhaps with a linking element behind each but the last, which may be
 * inflected: *Liebesbrief*, *Dampfschifffahrtsgesellschaften*.
 *
 * @param isPart whether a word can stand in a compound, last or not, of two parts or of many
 */
export function deriveLongCompound(
  key: string,
  {links, isPart}: {links: readonly string[]; isPart: (word: string, at: {isLast: boolean; isOfMany: boolean}) => boolean},
): Familiarity | undefined {
  /** By number of parts: places that so many parts and links reach. */
  let reached: readonly number[] = [0]
  for (let parts = 1; parts < MAX_PARTS; parts++) {
    const next = new Set<number>()
    for (const from of reached) {
      for (let cut = from + MIN_PART; cut <= key.length - MIN_PART; cut++) {
        if (!isPart(key.slice(from, cut), {isLast: false, isOfMany: parts > 1})) continue
        for (const link of ['', ...links])
          if (link === '' || (key.startsWith(link, cut) && cut + link.length <= key.length - MIN_PART)) next.add(cut + link.length)
      }
    }
    reached = [...next]
    if (reached.some((from) => isPart(key.slice(from), {isLast: true, isOfMany: parts > 1}))) return COMPOUND
  }
  return undefined
}
