import type {Host} from '../hosts/types.js'
import {createPhraseFinder, phraseKeys} from '../lexicon/phrases.js'
import type {Entry} from '../lexicon/types.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {Bracket, Word} from '../prose/types.js'
import type {Declaration} from './types.js'

interface TermFinderOptions {
  /** The language of the terms. */
  readonly lang: string
  readonly joiners: string
  readonly host: Pick<Host, 'functionWords' | 'familiarity'>
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
}

export type TermFinder = (text: string, words: readonly Word[], brackets: readonly Bracket[]) => Declaration[]

/**
 * Creates a function that finds the terms listed by the author, including phrases, the longest first; returns undefined if none can be
 * found. Leaves out terms of host function words only, because every story uses those, and in brackets also words that the host language
 * has, because translations are in the host language.
 */
export function createTermFinder(entries: readonly Entry[], {lang, joiners, host, ignore}: TermFinderOptions): TermFinder | undefined {
  const phrases = phraseKeys(entries, joiners).filter((keys) => !keys.every((key) => host.functionWords.has(key) || ignore.has(key)))
  if (phrases.length === 0) return undefined
  const findPhrase = createPhraseFinder(phrases)
  const isHomograph = ({surface}: Word): boolean => {
    const {tier, rule} = host.familiarity(surface)
    return tier !== undefined || rule === 'homograph'
  }
  return (text, words, brackets) => {
    const found: Declaration[] = []
    for (let i = 0; i < words.length; i++) {
      const length = findPhrase(text, words, i)
      if (length === 0) continue
      const {start} = words[i] as Word
      const termWords = words.slice(i, i + length)
      i += length - 1
      const isInBrackets = (brackets[firstEndingAfter(brackets, start)]?.start ?? Number.POSITIVE_INFINITY) <= start
      if (!isInBrackets || !termWords.every(isHomograph)) found.push({start, end: (words[i] as Word).end, lang, as: 'term'})
    }
    return found
  }
}
