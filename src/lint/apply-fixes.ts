import type {VFileMessage} from 'vfile-message'

/** A quick fix: what stands in the source, and what should. */
interface Fix {
  readonly start: number
  readonly end: number
  readonly text: string
}

function* fixesIn(source: string, messages: readonly VFileMessage[]): Generator<Fix> {
  for (const {place, actual, expected} of messages) {
    if (!place || !('start' in place) || expected?.length !== 1) continue
    const [start, end, text] = [place.start.offset, place.end.offset, expected[0]]
    // Of a source that has changed since, nothing is replaced but what was meant.
    if (start !== undefined && end !== undefined && text !== undefined && source.slice(start, end) === actual) yield {start, end, text}
  }
}

/**
 * Applies the quick fixes of messages: those with one `expected` in the place of `actual`. Of fixes that overlap the first is applied;
 * the others may be found again in what comes out.
 *
 * @param messages of `lint` or `proofread`, all or some, on this very source
 * @returns the mended source
 */
export function applyFixes(source: string, messages: readonly VFileMessage[]): string {
  const fixes = [...fixesIn(source, messages)].sort((a, b) => a.start - b.start || a.end - b.end)
  const mended: string[] = []
  let at = 0
  for (const {start, end, text} of fixes) {
    if (start < at) continue
    mended.push(source.slice(at, start), text)
    at = end
  }
  return mended.join('') + source.slice(at)
}
