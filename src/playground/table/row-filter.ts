import {sortAlphabetically} from '../../lexicon/alphabet.js'
import {sensesOf, toForm} from '../../lexicon/entry.js'
import type {Entry, Glossary} from '../../lexicon/types.js'
import {searchKey} from '../../reader/search-key.js'

export const FILTERS = ['all', 'proposed', 'accepted', 'rejected', 'meaningless'] as const
export const ORDERS = ['alphabetical', 'frequent'] as const

export interface RowFilter {
  readonly query: string
  readonly filter: (typeof FILTERS)[number]
  readonly order: (typeof ORDERS)[number]
}

const searchText = ({headword, variants = [], forms = [], senses = [], partOfSpeech = '', notes = ''}: Entry): string => {
  const definitions = senses.map((sense) => (typeof sense === 'string' ? sense : sense.definition))
  return searchKey([headword, ...variants, ...forms.map((form) => toForm(form).form), ...definitions, partOfSpeech, notes].join('\n'))
}

const matches = (entry: Entry, filter: RowFilter['filter']): boolean => {
  if (filter === 'all') return true
  if (filter === 'meaningless') return entry.status !== 'rejected' && sensesOf(entry).length === 0
  return (entry.status ?? 'accepted') === filter
}

/** Returns the entries to show: those of the filter that contain all words of the query, in the order of the language's letters or by frequency. */
export function filterEntries({entries, spelling}: Pick<Glossary, 'entries' | 'spelling'>, {query, filter, order}: RowFilter): Entry[] {
  const words = searchKey(query).split(/\s+/u).filter(Boolean)
  const found = entries.filter((entry) => {
    if (!matches(entry, filter)) return false
    if (words.length === 0) return true
    const text = searchText(entry)
    return words.every((word) => text.includes(word))
  })
  const sorted = sortAlphabetically({entries: found, spelling})
  return order === 'frequent' ? sorted.sort((a, b) => (b.count ?? 0) - (a.count ?? 0)) : sorted
}
