import type {Host} from '../hosts/types.js'
import {keysOf, phraseFinder} from '../lexicon/phrases.js'
import type {Entry} from '../lexicon/types.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {Bracket, Word} from '../prose/types.js'
import type {Declaration} from './types.js'

interface Knowledge {
  /** The language of the terms. */
  readonly lang: string
  readonly joiners: string
  readonly host: Pick<Host, 'functionWords' | 'familiarity'>
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
}

export type FindTerms = (text: string, words: readonly Word[], brackets: readonly Bracket[]) => Declaration[]

/**
 * Finds the terms that an author has listed wherever they stand, those of several words too, the longest first. Words of the host's
 * grammar alone are left to their company: no story could be told without them. So are words that the host has too, where they stand in
 * brackets: translations are in the host's language.
 */
export function termFinder(entries: readonly Entry[], {lang, joiners, host, ignore}: Knowledge): FindTerms | undefined {
  const phrases = keysOf(entries, joiners).filter((keys) => !keys.every((key) => host.functionWords.has(key) || ignore.has(key)))
  if (phrases.length === 0) return undefined
  const find = phraseFinder(phrases)
  const isHomograph = ({surface}: Word): boolean => {
    const {tier, rule} = host.familiarity(surface)
    return tier !== undefined || rule === 'homograph'
  }
  return (text, words, brackets) => {
    const found: Declaration[] = []
    for (let i = 0; i < words.length; i++) {
      const length = find(text, words, i)
      if (length === 0) continue
      const {start} = words[i] as Word
      const own = words.slice(i, i + length)
      i += length - 1
      const inBrackets = (brackets[firstEndingAfter(brackets, start)]?.start ?? Number.POSITIVE_INFINITY) <= start
      if (!inBrackets || !own.every(isHomograph)) found.push({start, end: (words[i] as Word).end, lang, as: 'term'})
    }
    return found
  }
}
