import {toForm} from '../../lexicon/entry.js'
import type {Entry} from '../../lexicon/types.js'

/** The words by which an entry is looked up. */

/** Replaces `'` with `’`, as books print it: many programs compare characters exactly. */
export const curlApostrophes = (word: string): string => word.replaceAll("'", '’')

/** Returns the headword, variants and inflected forms of an entry, without duplicates. */
export const spellingsOf = ({headword, variants = [], forms = []}: Pick<Entry, 'headword' | 'variants' | 'forms'>): string[] => [
  ...new Set([headword, ...variants, ...forms.map((form) => toForm(form).form)]),
]

/**
 * Returns the words besides the headword by which an entry is looked up: its variants and forms, and all of its words with typographic
 * apostrophes.
 *
 * @param fits whether the format can hold a word; if not, its typographic spelling is omitted
 */
export function lookupWordsOf(entry: Entry, fits: (word: string) => boolean = () => true): string[] {
  const own = spellingsOf(entry)
  const all = new Set([...own, ...own.map(curlApostrophes).filter(fits)])
  all.delete(entry.headword)
  return [...all]
}
