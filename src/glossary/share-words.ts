import {toForm} from '../lexicon/entry.js'
import type {Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'

/**
 * Groups glossaries that share words, directly or through others: those of one language share its most frequent words sooner or later.
 *
 * @returns the indices of each group, in the order of the glossaries
 */
export function groupBySharedWords(glossaries: readonly Glossary[]): number[][] {
  const groupOf = glossaries.map((_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (groupOf[at] !== at) at = groupOf[at] = groupOf[groupOf[at] as number] as number
    return at
  }
  const firstWith = new Map<string, number>()
  for (const [index, {entries}] of glossaries.entries()) {
    for (const {headword, variants = [], forms = []} of entries) {
      for (const word of [headword, ...variants, ...forms.map((form) => toForm(form).form)]) {
        const key = fold(word)
        const other = firstWith.get(key)
        if (other === undefined) firstWith.set(key, index)
        else {
          const [one, two] = [find(index), find(other)]
          groupOf[Math.max(one, two)] = Math.min(one, two)
        }
      }
    }
  }
  const groups = new Map<number, number[]>()
  for (const index of glossaries.keys()) {
    const group = groups.get(find(index))
    if (group) group.push(index)
    else groups.set(find(index), [index])
  }
  return [...groups.values()]
}
