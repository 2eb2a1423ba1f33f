import type {Span} from './types.js'

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

/** The span without the characters at its end that a set has; a regular expression would look at every run of them inside too. */
export function withoutTail(text: string, {start, end}: Span, tail: ReadonlySet<string>): Span {
  while (end > start && tail.has(text[end - 1] as string)) end--
  return {start, end}
}

/** Whether a code unit is white space (ECMA-262, WhiteSpace and LineTerminator); most that are asked for are of ASCII. */
export function isSpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13)
  return unit >= 160 && /\s/u.test(String.fromCharCode(unit))
}

/** The span without white space at its ends; empty spans stay where they start. */
export function trim(text: string, {start, end}: Span): Span {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  while (start < end && isSpace(text.charCodeAt(start))) start++
  return {start, end}
}
