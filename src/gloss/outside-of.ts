import type {Span} from '../prose/types.js'
import {groupBy} from '../util/lists.js'
import type {AlignedGloss} from './types.js'

/** Creates the function that tells whether a stretch of a passage shares nothing with some glosses. */
export function outsideOf(glosses: readonly AlignedGloss[]): (passage: number, span: Span) => boolean {
  const takenIn = groupBy(glosses, ({candidate}) => candidate.passage)
  return (passage, {start, end}) => !takenIn.get(passage)?.some(({candidate}) => candidate.start < end && start < candidate.end)
}
