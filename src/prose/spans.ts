import type {Span} from './types.js'

/** Returns whether `inner` lies wholly inside `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Returns the index of the first of `spans` (ordered, disjoint) that ends after `offset`; `spans.length` if none does. */
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

/** Returns whether one of `spans` (ordered, disjoint) shares a character with `span`. */
export function overlapsAny(spans: readonly Span[], {start, end}: Span): boolean {
  const next = spans[firstEndingAfter(spans, start)]
  return next !== undefined && next.start < end
}

/** Returns the range of indices, end exclusive, of those of `spans` (ordered, disjoint) that lie wholly inside `span`. */
export function indicesInside(spans: readonly Span[], span: Span): Span {
  let start = firstEndingAfter(spans, span.start)
  while (start < spans.length && (spans[start] as Span).start < span.start) start++
  let end = start
  while (end < spans.length && (spans[end] as Span).end <= span.end) end++
  return {start, end}
}

/** Returns the span without trailing characters of a set. A loop, because a regular expression would also try every run inside. */
export function trimTrailing(text: string, {start, end}: Span, characters: ReadonlySet<string>): Span {
  while (end > start && characters.has(text[end - 1] as string)) end--
  return {start, end}
}

/** Returns whether a code unit is white space (ECMA-262, WhiteSpace and LineTerminator), with a fast path for ASCII. */
export function isSpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13)
  return unit >= 160 && /\s/u.test(String.fromCharCode(unit))
}

/** Returns the span without white space at its ends; a blank span becomes empty at its start. */
export function trim(text: string, {start, end}: Span): Span {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  while (start < end && isSpace(text.charCodeAt(start))) start++
  return {start, end}
}
