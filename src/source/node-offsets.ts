import type {SourceSpan} from '../prose/types.js'
import type {TreeNode} from './types.js'

/** Returns a node's offset at one end if it is a place in a source of `length` code units. */
function getOffset(node: TreeNode, end: 'start' | 'end', length: number): number | undefined {
  // Other tools leave out any part of a position, or state places of another file.
  const offset: unknown = (node.position as {readonly [End in 'start' | 'end']?: {readonly offset?: unknown} | null} | null | undefined)?.[end]?.offset
  return Number.isInteger(offset) && (offset as number) >= 0 && (offset as number) <= length ? (offset as number) : undefined
}

/**
 * Returns where a node stands in the source; undefined if its position does not say so. Of a text with one end, such as that after a line
 * break behind rehype-raw, the other end is computed if the source has the text there.
 *
 * @param source what the offsets count in, without a byte order mark
 */
export function getOffsets(node: TreeNode, source: string): SourceSpan | undefined {
  const start = getOffset(node, 'start', source.length)
  const end = getOffset(node, 'end', source.length)
  if (start !== undefined && end !== undefined) return start <= end ? {start, end} : undefined
  if (node.type !== 'text' || (start ?? end) === undefined) return undefined
  const {value} = node
  const from = start ?? (end as number) - value.length
  return from >= 0 && source.startsWith(value, from) ? {start: from, end: from + value.length} : undefined
}
