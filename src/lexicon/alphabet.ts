import {fold} from '../prose/folding.js'
import type {Spelling} from '../prose/types.js'
import {map} from '../util/lists.js'
import type {Dictionary, Entry} from './types.js'

/** Initial of what begins with no letter. */
const OTHER = '#'

/** Apostrophes, hyphens and stress marks do not count where words are looked for: `sha'-` stands by `shanu`. */
const SILENT = /[^\p{L}\p{M}\p{N}]+/gu

/** What a word is sorted by: ranks of its letters, those of the alphabet before all others, which follow by code point. */
function ranking(spelling: Spelling): (key: string) => {readonly ranks: readonly number[]; readonly initial: string} {
  const letters = map(spelling.letters ?? [], (letter) => fold(letter, spelling))
  const rankOf = new Map(map([...letters].reverse(), (letter, index) => [letter, letters.length - 1 - index]))
  const lengths = [...new Set(map(letters, ({length}) => length))].sort((a, b) => b - a)
  const letterAt = (key: string, at: number): string =>
    map(lengths, (length) => key.slice(at, at + length)).find((letter) => rankOf.has(letter)) ?? String.fromCodePoint(key.codePointAt(at) as number)
  return (key) => {
    // A stated alphabet may have an apostrophe among its letters; it is the language's own choice then.
    const sounded = key.replace(SILENT, (silent) => [...silent].filter((character) => rankOf.has(character)).join(''))
    const ranks: number[] = []
    for (let at = 0, letter: string; at < sounded.length; at += letter.length) {
      letter = letterAt(sounded, at)
      ranks.push(rankOf.get(letter) ?? letters.length + (letter.codePointAt(0) as number))
    }
    const first = sounded === '' ? '' : letterAt(sounded, 0)
    return {ranks, initial: rankOf.has(first) || /^\p{L}/u.test(first) ? first : OTHER}
  }
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number)
  return a.length - b.length
}

const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The entries under their initials, both in the order of the alphabet: that of `spelling.letters`, where the dictionary states it, else
 * that of the code points of folded spellings. What begins with no letter comes last, under `#`.
 */
export function byInitial({spelling = {}, entries}: Pick<Dictionary, 'spelling' | 'entries'>): Map<string, Entry[]> {
  const rank = ranking(spelling)
  const sorted = map(entries, (entry) => ({entry, ...rank(fold(entry.headword, spelling))})).sort(
    (a, b) => Number(a.initial === OTHER) - Number(b.initial === OTHER) || compareRanks(a.ranks, b.ranks) || compareUnits(a.entry.headword, b.entry.headword),
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

/** The entries in the order of the alphabet. */
export const inAlphabet = (dictionary: Pick<Dictionary, 'spelling' | 'entries'>): Entry[] => [...byInitial(dictionary).values()].flat()
