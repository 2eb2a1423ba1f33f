import type {Place, SourceSpan} from '../prose/types.js'
import {map} from '../util/lists.js'
import type {Passage, Run} from './types.js'

interface RunWithPassages extends Run {
  /** Passages of the run's block, in order. */
  readonly passages: readonly Passage[]
}

/** Returns the index of the last run (in source order) that begins at or before an offset of the source; -1 if none does. */
function findLastRun(runs: readonly RunWithPassages[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle] as RunWithPassages).source.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Creates a function that maps a source span to its place in a passage; it returns undefined if either end is not text of the story. */
export function createPlaceFinder(passages: readonly Passage[]): (span: SourceSpan) => Place | undefined {
  const passagesByBlock = new Map<Passage['block'], Passage[]>()
  for (const passage of passages) {
    const blockPassages = passagesByBlock.get(passage.block)
    if (blockPassages) blockPassages.push(passage)
    else passagesByBlock.set(passage.block, [passage])
  }
  const runs = Array.from(passagesByBlock, ([block, blockPassages]) => map(block.runs, (run): RunWithPassages => ({...run, passages: blockPassages})))
    .flat()
    .sort((a, b) => a.source.start - b.source.start)
  const toBlockOffset = ({start, end, source}: Run, offset: number): number => Math.min(end, start + (offset - source.start))
  return ({start, end}) => {
    const first = runs[findLastRun(runs, start)]
    const last = runs[findLastRun(runs, end - 1)]
    if (!first || !last || first.passages !== last.passages || first.source.end <= start || last.source.end < end) return undefined
    const blockStart = toBlockOffset(first, start)
    const {passages: blockPassages} = first
    let low = 0
    let high = blockPassages.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blockPassages[middle] as Passage).offset <= blockStart) low = middle + 1
      else high = middle
    }
    const passage = blockPassages[low - 1]
    return passage && {passage: passage.index, start: blockStart - passage.offset, end: toBlockOffset(last, end) - passage.offset}
  }
}
