import {map} from '../util/lists.js'
import type {Span} from './types.js'

const NONE: readonly never[] = []
const none = (): readonly never[] => NONE

/**
 * A function that gives those of the spans that lie inside a stretch, counted from its start. Stretches must be asked for in
 * the order of the text: a block may have thousands of paragraphs, and as many spans.
 */
export function sweep<T extends Span>(spans: readonly T[]): (stretch: Span) => readonly T[] {
  if (spans.length === 0) return none
  const waiting = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let open: T[] = []
  return ({start, end}) => {
    open = open.filter((span) => span.end > start)
    for (let span = waiting[next]; span && span.start < end; span = waiting[++next]) if (span.end > start) open.push(span)
    // As they were closed: the innermost first.
    open.sort((a, b) => a.end - b.end || b.start - a.start)
    return map(open, (span) => ({...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start}))
  }
}
