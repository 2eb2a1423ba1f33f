import {sensesOf} from '../../lexicon/entry.js'
import type {Entry} from '../../lexicon/types.js'

/** Below this confidence a meaning is a guess: it rests on the order of the words alone. */
const GUESS = 0.7

/** What a row says of an entry. */
export interface EntrySummary {
  readonly meanings: readonly string[]
  /** How the first meaning is known; `written` by a person, without a certainty. */
  readonly certainty: 'attested' | 'inferred' | 'guessed' | 'unknown' | 'written'
  /** Number of occurrences; 0 for what is not learnt. */
  readonly count: number
  readonly status: 'proposed' | 'accepted' | 'rejected'
}

function certaintyOf(entry: Entry): EntrySummary['certainty'] {
  const [first] = sensesOf(entry)
  if (!first) return 'unknown'
  const certainty = first.certainty ?? entry.certainty
  if (certainty !== 'inferred') return certainty ?? 'written'
  const confidences = (entry.evidence ?? []).flatMap(({confidence}) => confidence ?? [])
  return confidences.length > 0 && Math.max(...confidences.slice(0, 1000)) < GUESS ? 'guessed' : 'inferred'
}

export const summarizeEntry = (entry: Entry): EntrySummary => ({
  meanings: sensesOf(entry).map(({definition}) => definition),
  certainty: certaintyOf(entry),
  count: entry.count ?? 0,
  status: entry.status ?? 'accepted',
})
