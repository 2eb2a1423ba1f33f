import type {Entry, Glossary} from '../../lexicon/types.js'
import {type Decision, decideEntry} from './decide-entry.js'
import {entryKey} from './entry-key.js'

/** A glossary under review, with the way back. Everything is immutable but the state itself. */
export interface ReviewState {
  readonly glossary: () => Glossary
  readonly entryOf: (key: string) => Entry | undefined
  /** @returns the entry as decided; `undefined` if there is none with this key */
  readonly decide: (key: string, decision: Decision) => Entry | undefined
  /** Takes the last decision back. @returns the entry as before; `undefined` if there is nothing to take back */
  readonly undo: () => Entry | undefined
  readonly canUndo: () => boolean
  /** Replaces the glossary, for instance after it was learnt anew. Decisions can still be taken back where their entries still exist. */
  readonly replace: (glossary: Glossary) => void
}

/** How many decisions can be taken back. */
const MAX_UNDO = 1000

export function createReviewState(given: Glossary): ReviewState {
  let glossary = given
  let indices = new Map<string, number>()
  const history: {readonly key: string; readonly before: Entry}[] = []
  const index = (): void => {
    indices = new Map(glossary.entries.map((entry, at) => [entryKey(entry), at]))
  }
  const entryOf = (key: string): Entry | undefined => glossary.entries[indices.get(key) ?? -1]
  const put = (key: string, entry: Entry): Entry => {
    glossary = {...glossary, entries: glossary.entries.with(indices.get(key) as number, entry)}
    return entry
  }
  index()
  return {
    glossary: () => glossary,
    entryOf,
    decide: (key, decision) => {
      const before = entryOf(key)
      if (!before) return undefined
      history.push({key, before})
      if (history.length > MAX_UNDO) history.shift()
      return put(key, decideEntry(before, decision))
    },
    undo: () => {
      for (let last = history.pop(); last; last = history.pop()) if (entryOf(last.key)) return put(last.key, last.before)
      return undefined
    },
    canUndo: () => history.length > 0,
    replace: (next) => {
      glossary = next
      index()
    },
  }
}
