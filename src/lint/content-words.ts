import type {Host} from '../hosts/types.js'
import {fold} from '../prose/folding.js'
import {wordsOf} from '../prose/tokenizer.js'
import {map} from '../util/lists.js'

/** What a translation says, less the words of grammar, each under the form in which its inflections meet. */
export function contentWords(text: string, {functionWords, stem, possessor}: Pick<Host, 'functionWords' | 'stem' | 'possessor'>): ReadonlySet<string> {
  const keys = map(wordsOf(fold(text)), ({key}) => possessor(key))
  return new Set(
    map(
      keys.filter((key) => !functionWords.has(key)),
      stem,
    ),
  )
}

/** Whether two sets have a member in common. */
export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const member of a) if (b.has(member)) return true
  return false
}
