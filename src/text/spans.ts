import type {Span} from '../types.js'

/** Whether `outer` holds the whole of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Index of the first of `spans` (ordered, disjoint) that ends after `offset`; their number, where none does. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Indices, end exclusive, of those of `spans` (ordered, disjoint) that lie wholly inside `span`. */
export function indicesInside(spans: readonly Span[], span: Span): Span {
  let start = firstEndingAfter(spans, span.start)
  while (start < spans.length && (spans[start] as Span).start < span.start) start++
  let end = start
  while (end < spans.length && (spans[end] as Span).end <= span.end) end++
  return {start, end}
}

/** The span without white space at its ends; empty spans stay where they start. */
export function trim(text: string, {start, end}: Span): Span {
  while (end > start && /\s/u.test(text[end - 1] as string)) end--
  while (start < end && /\s/u.test(text[start] as string)) start++
  return {start, end}
}
