import {formOf} from '../../lexicon/entry.js'
import type {Entry} from '../../lexicon/types.js'

/** The words by which an entry is looked up. */

/** Stories print `’` where dictionaries have `'`; programs that compare characters find no word then. */
export const typeset = (word: string): string => word.replaceAll("'", '’')

/** All words that the entry itself says: its headword first, other spellings, inflected forms. */
export const ownWords = ({headword, variants = [], forms = []}: Pick<Entry, 'headword' | 'variants' | 'forms'>): string[] => [
  ...new Set([headword, ...variants, ...forms.map((form) => formOf(form).form)]),
]

/**
 * The words besides the headword under which an entry is looked for: its own, and each as books print it.
 *
 * @param fits whether the format can hold a word; what is only printed otherwise is left out where it does not fit
 */
export function otherWords(entry: Entry, fits: (word: string) => boolean = () => true): string[] {
  const own = ownWords(entry)
  const all = new Set([...own, ...own.map(typeset).filter(fits)])
  all.delete(entry.headword)
  return [...all]
}
