import type {VFileMessage} from 'vfile-message'

/** A quick fix: a span of the source and its replacement. */
interface Fix {
  readonly start: number
  readonly end: number
  readonly text: string
}

function* fixesIn(source: string, messages: readonly VFileMessage[]): Generator<Fix> {
  for (const {place, actual, expected} of messages) {
    if (!place || !('start' in place) || expected?.length !== 1) continue
    const [start, end, text] = [place.start.offset, place.end.offset, expected[0]]
    // If the source has changed since, only text that still matches is replaced.
    if (start !== undefined && end !== undefined && text !== undefined && source.slice(start, end) === actual) yield {start, end, text}
  }
}

/**
 * Applies the quick fixes of messages, those with one `expected` value that replaces `actual`. If fixes overlap, only the first is applied; the
 * others may be reported again for the result.
 *
 * @param messages all or some messages of `lint` or `proofread` for this source
 * @returns the fixed source
 */
export function applyFixes(source: string, messages: readonly VFileMessage[]): string {
  const fixes = [...fixesIn(source, messages)].sort((a, b) => a.start - b.start || a.end - b.end)
  const fixed: string[] = []
  let at = 0
  for (const {start, end, text} of fixes) {
    if (start < at) continue
    fixed.push(source.slice(at, start), text)
    at = end
  }
  return fixed.join('') + source.slice(at)
}
