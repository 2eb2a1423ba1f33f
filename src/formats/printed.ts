import {formOf} from '../lexicon/entry.js'
import type {Entry} from '../types.js'

/** Stories print `’` where dictionaries have `'`; programs that compare characters find no word then. */
export const typeset = (word: string): string => word.replaceAll("'", '’')

/** The words besides the headword under which an entry is looked for: other spellings, inflected forms, each with either apostrophe. */
export function otherWords({headword, variants = [], forms = []}: Entry): string[] {
  const words = [headword, ...variants, ...forms.map((form) => formOf(form).form)]
  const all = new Set([...words, ...words.map(typeset)])
  all.delete(headword)
  return [...all]
}
