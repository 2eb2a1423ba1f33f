import type {VFileMessage} from 'vfile-message'
import {collectFixes} from './collect-fixes.js'

/**
 * Applies the quick fixes of messages, those with one `expected` value that replaces `actual`. If fixes overlap, only the first is applied; the
 * others may be reported again for the result.
 *
 * @param messages all or some messages of `lint` or `proofread` for this source
 * @returns the fixed source
 */
export function applyFixes(source: string, messages: readonly VFileMessage[]): string {
  const fixed: string[] = []
  let at = 0
  for (const {start, end, text} of collectFixes(source, messages)) {
    fixed.push(source.slice(at, start), text)
    at = end
  }
  return fixed.join('') + source.slice(at)
}
