import {fold} from '../prose/folding.js'
import type {Spelling} from '../prose/types.js'
import {map} from '../util/lists.js'
import type {Dictionary, Entry} from './types.js'

/** Group for headwords that do not begin with a letter. */
const NO_LETTER = '#'

/** Apostrophes, hyphens and stress marks are ignored in sorting, so that `sha'-` sorts next to `shanu`. */
const SILENT = /[^\p{L}\p{M}\p{N}]+/gu

/**
 * Returns a function that computes the sort key of a word: the ranks of its letters. Letters of the stated alphabet come first, all others by code
 * point.
 */
function createRanking(spelling: Spelling): (key: string) => {readonly ranks: readonly number[]; readonly initial: string} {
  const letters = map(spelling.letters ?? [], (letter) => fold(letter, spelling))
  const rankOf = new Map(map([...letters].reverse(), (letter, index) => [letter, letters.length - 1 - index]))
  const lengths = [...new Set(map(letters, ({length}) => length))].sort((a, b) => b - a)
  const letterAt = (key: string, at: number): string =>
    map(lengths, (length) => key.slice(at, at + length)).find((letter) => rankOf.has(letter)) ?? String.fromCodePoint(key.codePointAt(at) as number)
  return (key) => {
    // If the stated alphabet contains the apostrophe, it counts as a letter.
    const audible = key.replace(SILENT, (silent) => [...silent].filter((character) => rankOf.has(character)).join(''))
    const ranks: number[] = []
    for (let at = 0, letter: string; at < audible.length; at += letter.length) {
      letter = letterAt(audible, at)
      ranks.push(rankOf.get(letter) ?? letters.length + (letter.codePointAt(0) as number))
    }
    const first = audible === '' ? '' : letterAt(audible, 0)
    return {ranks, initial: rankOf.has(first) || /^\p{L}/u.test(first) ? first : NO_LETTER}
  }
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number)
  return a.length - b.length
}

const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Groups the entries by initial letter, both in alphabetical order: that of `spelling.letters` if the dictionary states it, otherwise the code points
 * of the folded spellings. Headwords that do not begin with a letter come last, under `#`.
 */
export function groupByInitial({spelling = {}, entries}: Pick<Dictionary, 'spelling' | 'entries'>): Map<string, Entry[]> {
  const rank = createRanking(spelling)
  const sorted = map(entries, (entry) => ({entry, ...rank(fold(entry.headword, spelling))})).sort(
    (a, b) =>
      Number(a.initial === NO_LETTER) - Number(b.initial === NO_LETTER) ||
      compareRanks(a.ranks, b.ranks) ||
      compareCodeUnits(a.entry.headword, b.entry.headword),
  )
  const groups = new Map<string, Entry[]>()
  for (const {entry, initial} of sorted) {
    const shown = spelling.caseSensitive ? initial : initial.toUpperCase()
    const group = groups.get(shown)
    if (group) group.push(entry)
    else groups.set(shown, [entry])
  }
  return groups
}

/** Returns the entries in alphabetical order. */
export const sortAlphabetically = (dictionary: Pick<Dictionary, 'spelling' | 'entries'>): Entry[] => [...groupByInitial(dictionary).values()].flat()
