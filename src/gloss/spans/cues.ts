import memoize from 'lodash-es/memoize.js'
import type {CueList} from '../../hosts/types.js'

/** Marks the gaps at which a cue ends, for words given by their keys. */
export interface GlossCues {
  /** Names of the kinds of cues; the number of a kind is its index plus one. */
  readonly kinds: readonly string[]
  /** Of each gap: the kind of the cue that ends there, and of the one that begins there. */
  readonly mark: (count: number, keyAt: (index: number) => string) => {readonly ends: Uint8Array; readonly begins: Uint8Array}
}

/** What reported speech is brought in by (*that*, *whether*) is a kind of its own. */
export const KINDS = ['means', 'that-is', 'or', 'in-english', 'says', 'label', 'literally', 'word-for', 'reported'] as const

interface Phrase {
  readonly words: readonly string[]
  readonly kind: number
}

function byFirst(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const [first] = phrase.words as [string]
    const list = found.get(first)
    if (list) list.push(phrase)
    else found.set(first, [phrase])
  }
  // The longest that stands is the one that counts.
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length)
  return found
}

const phrasesOf = (texts: readonly string[], kind: number): Phrase[] => texts.map((text) => ({words: text.split(' '), kind}))

/** A cue may be followed by so many fillers: *which means, more or less, that*. */
const MOST_FILLERS = 3

function makeMarker({kinds, reported, fillers}: CueList): GlossCues {
  const first = byFirst([...KINDS.flatMap((kind, index) => phrasesOf(kinds[kind] ?? [], index + 1)), ...phrasesOf(reported, KINDS.length)])
  const filling = byFirst(phrasesOf(fillers, 0))
  const mark = (count: number, keyAt: (index: number) => string) => {
    const found = new Uint8Array(count + 1)
    const begins = new Uint8Array(count + 1)
    const longestAt = (table: ReadonlyMap<string, readonly Phrase[]>, at: number): Phrase | undefined =>
      table.get(keyAt(at))?.find(({words}) => at + words.length <= count && words.every((word, i) => keyAt(at + i) === word))
    for (let i = 0; i < count; i++) {
      const phrase = longestAt(first, i)
      if (!phrase) continue
      let at = i + phrase.words.length
      begins[i] = phrase.kind
      if (found[at] === 0 || phrase.kind !== KINDS.length) found[at] = phrase.kind
      for (let k = 0; k < MOST_FILLERS && at < count; k++) {
        const filler = longestAt(filling, at)
        if (!filler) break
        at += filler.words.length
        found[at] = phrase.kind
      }
    }
    return {ends: found, begins}
  }
  return {kinds: KINDS, mark}
}

/** Finds the cues of a host; made once for each list. */
export const cueMarker = memoize(makeMarker)
cueMarker.cache = new WeakMap()
