import {map} from '../util/lists.js'
import type {Span} from './types.js'

const NO_SPANS: readonly never[] = []
const clipNothing = (): readonly never[] => NO_SPANS

/**
 * Returns a function that clips the spans to a range and counts them from its start, the innermost first. Ranges must come in the order
 * of the text: a block may have thousands of paragraphs and as many spans, and one pass serves all.
 */
export function createSpanClipper<T extends Span>(spans: readonly T[]): (range: Span) => readonly T[] {
  if (spans.length === 0) return clipNothing
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let open: T[] = []
  return ({start, end}) => {
    open = open.filter((span) => span.end > start)
    for (let span = sorted[next]; span && span.start < end; span = sorted[++next]) if (span.end > start) open.push(span)
    open.sort((a, b) => a.end - b.end || b.start - a.start)
    return map(open, (span) => ({...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start}))
  }
}
