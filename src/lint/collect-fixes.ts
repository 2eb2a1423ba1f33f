import type {VFileMessage} from 'vfile-message'
import type {SourceSpan} from '../prose/types.js'

/** A quick fix: a span of the source and its replacement. */
export interface Fix extends SourceSpan {
  readonly text: string
}

/** The fields of a message that fixes come from. */
export type FixableMessage = Pick<VFileMessage, 'place' | 'actual' | 'expected'>

/** Returns the quick fix of a message: one `expected` value that replaces `actual`. If the source has changed since, only text that still matches is replaced. */
export function fixOf(source: string, {place, actual, expected}: FixableMessage): Fix | undefined {
  if (!place || !('start' in place) || expected?.length !== 1) return undefined
  const [start, end, text] = [place.start.offset, place.end.offset, expected[0]]
  return start !== undefined && end !== undefined && text !== undefined && source.slice(start, end) === actual ? {start, end, text} : undefined
}

/** Returns the quick fixes of messages in text order; of fixes that overlap only the first. */
export function collectFixes(source: string, messages: readonly FixableMessage[]): Fix[] {
  const fixes = messages.flatMap((message) => fixOf(source, message) ?? []).sort((a, b) => a.start - b.start || a.end - b.end)
  let at = 0
  return fixes.filter(({start, end}) => {
    const isFree = start >= at
    if (isFree) at = end
    return isFree
  })
}
