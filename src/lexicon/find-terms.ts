import {bare, fold} from '../text/folding.js'
import {firstEndingAfter} from '../text/spans.js'
import {wordsOf} from '../text/words.js'
import type {Bracket, Declaration, Entry, Host, Word} from '../types.js'

/** What an entry may be printed as; affixes are no words. */
const shapesOf = ({headword, variants = [], forms = []}: Entry): string[] =>
  [headword, ...variants, ...forms.map((form) => (typeof form === 'string' ? form : form.form))].filter((shape) => !/^-|-$/u.test(shape))

/** The keys of the words of every entry. */
export const keysOf = (entries: readonly Entry[], joiners?: string): string[][] =>
  entries
    .flatMap(shapesOf)
    .map((shape) => wordsOf(shape, undefined, joiners).map(({surface}) => bare(fold(surface))))
    .filter(({length}) => length > 0)

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
  const byFirst = new Map<string, string[][]>()
  for (const keys of keysOf(entries, joiners)) {
    if (keys.every((key) => host.functionWords.has(key) || ignore.has(key))) continue
    const first = keys[0] as string
    const list = byFirst.get(first)
    if (list) list.push(keys)
    else byFirst.set(first, [keys])
  }
  if (byFirst.size === 0) return undefined
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  const isHomograph = ({surface}: Word): boolean => {
    const {tier, rule} = host.familiarity(surface)
    return tier !== undefined || rule === 'homograph'
  }
  return (text, words, brackets) => {
    const found: Declaration[] = []
    for (let i = 0; i < words.length; i++) {
      const {start, key} = words[i] as Word
      const match = byFirst.get(key)?.find((keys) => keys.every((own, j) => words[i + j]?.key === own && (j === 0 || joined(text, words, i + j))))
      if (!match) continue
      const own = words.slice(i, i + match.length)
      i += match.length - 1
      const inBrackets = (brackets[firstEndingAfter(brackets, start)]?.start ?? Number.POSITIVE_INFINITY) <= start
      if (!inBrackets || !own.every(isHomograph)) found.push({start, end: (words[i] as Word).end, lang, as: 'term'})
    }
    return found
  }
}

/** Whether nothing but white space stands before a word. */
const joined = (text: string, words: readonly Word[], index: number): boolean =>
  /^\s+$/u.test(text.slice((words[index - 1] as Word).end, (words[index] as Word).start))
