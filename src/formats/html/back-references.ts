import type {Dictionary, Entry} from '../../lexicon/types.js'
import type {EntryIds} from '../shared/ids.js'

/**
 * Returns a function that lists the headwords of the entries that mention an entry, as a reference (`see`) or as a part, in order. Leaves out
 * those that the entry itself refers to: it links to them anyway.
 */
export function createBackReferences({entries}: Pick<Dictionary, 'entries'>, {idOf, findFoldedId}: EntryIds): (entry: Entry) => readonly string[] {
  const mentions = new Map<string, Set<string>>()
  const idsIn = (headwords: readonly string[]) => new Set(headwords.flatMap((to) => findFoldedId(to) ?? []))
  for (const {headword, see = [], parts = []} of entries) {
    for (const id of idsIn([...see, ...parts])) mentions.set(id, (mentions.get(id) ?? new Set()).add(headword))
  }
  return (entry) => {
    const linked = idsIn([entry.headword, ...(entry.see ?? []), ...(entry.parts ?? [])])
    return [...(mentions.get(idOf(entry)) ?? [])].filter((headword) => !linked.has(findFoldedId(headword) as string))
  }
}
