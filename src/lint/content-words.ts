import type {Host} from '../hosts/types.js'
import {fold} from '../prose/folding.js'
import {tokenizeText} from '../prose/tokenizer.js'
import {map} from '../util/lists.js'

/** Returns the stems of the content words of a translation. */
export function contentWords(text: string, {functionWords, stem, possessor}: Pick<Host, 'functionWords' | 'stem' | 'possessor'>): ReadonlySet<string> {
  const keys = map(tokenizeText(fold(text)), ({key}) => possessor(key))
  return new Set(
    map(
      keys.filter((key) => !functionWords.has(key)),
      stem,
    ),
  )
}

/** Whether two sets have a common member. */
export function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const member of a) if (b.has(member)) return true
  return false
}
