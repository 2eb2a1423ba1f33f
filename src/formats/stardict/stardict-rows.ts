import type {Entry} from '../../lexicon/types.js'
import {sortBy} from '../../util/lists.js'
import {lookupWordsOf} from '../shared/word-spellings.js'
import {alsoToXdxf, entryToXdxf} from './stardict-entry.js'

/**
 * The words of an index and their articles. Programs differ in what they show for a spelling of several words: sdcv shows one article of an
 * index, one of the synonyms, and prefers synonyms, whose case it ignores. So each word stands in an index once, with the entries of all its
 * homographs, and a spelling is a synonym only if it belongs to one word.
 */
export interface IndexRow {
  readonly word: string
  readonly article: string
}

/** Ignores case as sdcv does. */
const foldAscii = (word: string): string => word.replace(/[A-Z]/gu, (letter) => letter.toLowerCase())

const addTo = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const found = map.get(key)
  if (found) found.add(value)
  else map.set(key, new Set([value]))
}

/**
 * Returns the rows of an index, in the order of the entries, and the synonyms with the words that they lead to.
 *
 * @param fits whether an index can hold a word; if not, its typographic spelling is omitted
 */
export function createRows(entries: readonly Entry[], fits: (word: string) => boolean): {rows: IndexRow[]; synonyms: {word: string; headword: string}[]} {
  const headwordsOf = new Map<string, Set<string>>()
  const entriesOf = new Map<string, Set<Entry>>()
  for (const entry of entries) {
    for (const word of [entry.headword, ...lookupWordsOf(entry, fits)]) {
      addTo(headwordsOf, foldAscii(word), entry.headword)
      addTo(entriesOf, word, entry)
    }
  }
  const headwords = new Set(entries.map(({headword}) => headword))
  const isAmbiguous = (word: string): boolean => (headwordsOf.get(foldAscii(word))?.size ?? 0) > 1
  const articles = new Map(entries.map((entry) => [entry, entryToXdxf(entry)]))
  const articleOf = (entry: Entry): string => articles.get(entry) ?? ''
  const rows: IndexRow[] = []
  const synonyms: {word: string; headword: string}[] = []
  for (const [word, owners] of entriesOf) {
    const [first] = owners as Set<Entry> & Iterable<Entry, Entry>
    if (!headwords.has(word) && !isAmbiguous(word)) synonyms.push({word, headword: (first as Entry).headword})
    else {
      const own = [...owners].filter(({headword}) => headword === word).map(articleOf)
      // The order of the entries is lost in an index.
      const others = sortBy(
        [...owners].filter(({headword}) => headword !== word),
        ({headword}) => headword,
      ).map((entry) => alsoToXdxf(entry, articleOf(entry)))
      rows.push({word, article: [...own, ...others].join('\n\n')})
    }
  }
  return {rows, synonyms}
}
