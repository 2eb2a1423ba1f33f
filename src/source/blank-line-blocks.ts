import {trim} from '../prose/spans.js'
import type {SourceSpan} from '../prose/types.js'

const indexOrEnd = (source: string, index: number): number => (index < 0 ? source.length : index)

/** Splits a source at blank lines, and trims the blocks; line endings may be those of Unix, Windows and old Macs. */
export function* splitAtBlankLines(source: string): Generator<SourceSpan> {
  let start = -1
  let end = 0
  // The next line feed and the next carriage return.
  let lineFeed = -1
  let carriageReturn = -1
  for (let from = 0; from < source.length; ) {
    if (lineFeed < from) lineFeed = indexOrEnd(source, source.indexOf('\n', from))
    if (carriageReturn < from) carriageReturn = indexOrEnd(source, source.indexOf('\r', from))
    const to = Math.min(lineFeed, carriageReturn)
    const line = trim(source, {start: from, end: to})
    if (line.start < line.end) {
      if (start < 0) start = line.start
      end = line.end
    } else if (start >= 0) {
      yield {start, end}
      start = -1
    }
    from = to === carriageReturn && lineFeed === carriageReturn + 1 ? to + 2 : to + 1
  }
  if (start >= 0) yield {start, end}
}
