import {fold} from '../text/folding.js'
import type {Dictionary, Entry} from '../types.js'

/** By what the entries of a page are linked to. */
export interface Anchors {
  /** Id of an entry: letters, marks, digits, `-` and `_`; made of the language and the headword, so that it outlasts other entries. */
  readonly idOf: (entry: Entry) => string
  /** Id of the entry that a headword, as `see` has it, leads to; none, if the dictionary has no such entry. */
  readonly idFor: (headword: string) => string | undefined
}

/** Ids for the entries of a dictionary, in their order; homographs are counted. */
export function anchorsOf({language, spelling, entries}: Dictionary): Anchors {
  const ids = new Map<Entry, string>()
  const byKey = new Map<string, string>()
  const used = new Map<string, number>()
  for (const entry of entries) {
    const id = `xg-${language}-${entry.headword.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')}`
    const before = used.get(id) ?? 0
    used.set(id, before + 1)
    // No headword has a hyphen left in its id, so that no counted id is another's.
    ids.set(entry, before === 0 ? id : `${id}-${before + 1}`)
    for (const key of [entry.headword, fold(entry.headword, spelling)]) if (!byKey.has(key)) byKey.set(key, ids.get(entry) as string)
  }
  return {idOf: (entry) => ids.get(entry) as string, idFor: (headword) => byKey.get(headword) ?? byKey.get(fold(headword, spelling))}
}
