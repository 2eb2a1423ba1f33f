import {map} from '../../util/lists.js'
import type {Familiarity} from '../types.js'

/** The largest tier of words that everybody knows. */
export const COMMON_TIER = 35

/** A part of a hyphenated word of at most this length may be a mere syllable. */
const SYLLABLE_LENGTH = 3

/** Derives an unlisted word from a listed one. */
interface DerivationRule {
  readonly name: string
  /** A character that every such word has. */
  readonly requires?: string
  /** The words it may derive from; the first that is listed wins. */
  readonly bases: (key: string) => readonly string[]
}

const replaceEnding = (key: string, ending: RegExp, replacements: readonly string[] = ['']): string[] =>
  ending.test(key) ? map(replacements, (replacement) => key.replace(ending, replacement)) : []

export const DERIVATION_RULES: readonly DerivationRule[] = [
  {name: 'clitic', requires: "'", bases: (key) => [...replaceEnding(key, /'(?:s|ll|re|ve|d|m|n)$/u), ...replaceEnding(key, /n't$/u)]},
  {name: 'dropped-t', requires: "'", bases: (key) => replaceEnding(key, /n'$/u, ["n't"])},
  {name: 'dropped-g', requires: "'", bases: (key) => replaceEnding(key, /in'$/u, ['ing'])},
  {name: 'dropped-h', requires: "'", bases: (key) => (key.startsWith("'") ? [`h${key.slice(1)}`] : [])},
  // Drawn-out sounds: nooo, shhhhh.
  {name: 'drawn-out', bases: (key) => (/(.)\1\1/u.test(key) ? [key.replace(/(.)\1\1+/gu, '$1'), key.replace(/(.)\1\1+/gu, '$1$1')] : [])},
  // Regular inflection and derivation of longer words, which the list does not cover completely.
  {
    name: 'inflected',
    bases: (key) =>
      key.length < 6
        ? []
        : [
            ...replaceEnding(key, /s$/u),
            ...replaceEnding(key, /ies$/u, ['y']),
            ...replaceEnding(key, /(?:ed|ing|er|est|ly|ness|less|like|ish|able|ment)$/u, ['', 'e']),
            ...replaceEnding(key, /^(?:un|re|non|over|out|super|fore|mid)/u),
          ],
  },
]

/** Divided between doubled consonants, as English is when it is sung, spelled or shouted: *hel-lo*, *zuz-zy*. */
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
    if (isCommon(key, 0, cut) && isCommon(key, cut, key.length)) return {tier: 60, rule: 'compound'}
  }
  return undefined
}
