import sortedIndexBy from 'lodash-es/sortedIndexBy.js'
import type {GlossCandidate} from '../types.js'

const NO_ODDS = {line: 0, word: 0}

/** A gloss candidate begins at most this far behind a finding, in UTF-16 code units; so many are looked at. */
const NEAR = 4
const NEARBY = 8

/** Creates the function that gives the best log-odds of the gloss candidates right behind a place; 0 if there are none. */
export function indexGlosses(glossCandidates: readonly GlossCandidate[]): (passage: number, end: number, kind: 'line' | 'word') => number {
  const byEnd = new Map<number, {readonly end: number; readonly odds: GlossCandidate['odds']}[]>()
  for (const {of, odds} of glossCandidates) {
    for (const {passage, end} of of) {
      const list = byEnd.get(passage)
      if (list) list.push({end, odds})
      else byEnd.set(passage, [{end, odds}])
    }
  }
  for (const list of byEnd.values()) list.sort((a, b) => a.end - b.end)
  return (passage, end, kind) => {
    const list = byEnd.get(passage)
    if (!list) return 0
    let best = 0
    const low = sortedIndexBy(list, {end, odds: NO_ODDS}, 'end')
    for (let i = low; i < list.length && i < low + NEARBY && (list[i]?.end as number) <= end + NEAR; i++) best = Math.max(best, list[i]?.odds[kind] as number)
    return best
  }
}
