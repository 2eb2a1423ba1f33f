import type {Span, Tokens} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'

/** The words of a passage that lie inside a stretch of its text, by their indices in the passage, end exclusive. */
export function wordsWithin({tokens: range}: Passage, {start, end}: Span, {starts, ends}: Tokens): {from: number; to: number} {
  let low = range.start
  let high = range.end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < range.end && (ends[to] as number) <= end) to++
  return {from: low - range.start, to: to - range.start}
}
