import type {Place, SourceSpan} from '../prose/types.js'
import {map} from '../util/lists.js'
import type {Passage, Run} from './types.js'

interface Stretch extends Run {
  /** Passages of the run's block, in its order. */
  readonly passages: readonly Passage[]
}

/** Index of the last of some runs that begins at or before an offset of the source; -1, where none does. */
function lastFrom(runs: readonly Stretch[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle] as Stretch).source.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The way from the source back to the passages: where a stretch stands, or nothing where no words of the story begin and end it. */
export function placeIn(passages: readonly Passage[]): (at: SourceSpan) => Place | undefined {
  const ofBlock = new Map<Passage['block'], Passage[]>()
  for (const passage of passages) {
    const own = ofBlock.get(passage.block)
    if (own) own.push(passage)
    else ofBlock.set(passage.block, [passage])
  }
  const runs = Array.from(ofBlock, ([block, own]) => map(block.runs, (run): Stretch => ({...run, passages: own})))
    .flat()
    .sort((a, b) => a.source.start - b.source.start)
  const offsetIn = ({start, end, source}: Run, at: number): number => Math.min(end, start + (at - source.start))
  return ({start, end}) => {
    const first = runs[lastFrom(runs, start)]
    const last = runs[lastFrom(runs, end - 1)]
    if (!first || !last || first.passages !== last.passages || first.source.end <= start || last.source.end < end) return undefined
    const from = offsetIn(first, start)
    const {passages: own} = first
    let low = 0
    let high = own.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((own[middle] as Passage).offset <= from) low = middle + 1
      else high = middle
    }
    const passage = own[low - 1]
    return passage && {passage: passage.index, start: from - passage.offset, end: offsetIn(last, end) - passage.offset}
  }
}
