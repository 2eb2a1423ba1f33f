import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan, Span} from '../prose/types.js'
import type {Passage, Run} from './types.js'

/** Returns the source span of a range of a passage; undefined if it cannot be located. */
export const toSourceSpan = ({block: {runs}, offset}: Passage, {start, end}: Span): SourceSpan | undefined =>
  runsToSourceSpan(runs, start + offset, end + offset)

/** Returns the source span of a range of a block; undefined if its ends have no position or other text stands in its midst. */
export function runsToSourceSpan(runs: readonly Run[], start: number, end: number): SourceSpan | undefined {
  const firstIndex = firstEndingAfter(runs, start)
  const lastIndex = firstEndingAfter(runs, end - 1)
  const first = runs[firstIndex]
  const last = runs[lastIndex]
  if (!first || !last || start >= end || first.start > start || last.start > end - 1) return undefined
  for (let i = firstIndex + 1; i <= lastIndex; i++) if (runs[i]?.torn) return undefined
  const hasEqualLengths = (run: Run) => run.end - run.start === run.source.end - run.source.start
  const span = {
    start: hasEqualLengths(first) ? first.source.start + (start - first.start) : first.source.start,
    end: hasEqualLengths(last) ? last.source.start + (end - last.start) : last.source.end,
  }
  // Trees from other tools may state places in another order than that of the text.
  return span.start < span.end ? span : undefined
}
