import {indicesInside} from '../../prose/spans.js'
import type {Place, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'

/** One line of verse: its words, by their indices in the passage, end exclusive. */
export interface PrintedLine extends Place {
  readonly words: Span
}

/** Where a line of verse ends: at a line break, or at the slash by which prose stands for one. */
const LINE_BREAK = /\n/gu
const SLASH = /(?:^|\s)\/(?:\s|$)/gu

/** The parts of a stretch of a passage that have words, in order. */
function splitAt(separator: RegExp, passage: Passage, {start, end}: Span): PrintedLine[] {
  const found: PrintedLine[] = []
  const add = (from: number, to: number): void => {
    const words = indicesInside(passage.words, {start: from, end: to})
    if (words.end > words.start) found.push({passage: passage.index, start: from, end: to, words})
  }
  let from = start
  for (const {0: mark, index} of passage.text.slice(start, end).matchAll(separator)) {
    add(from, start + index)
    from = start + index + mark.length
  }
  add(from, end)
  return found
}

/** The lines of a stretch of a passage that have words. */
export const splitLines = (passage: Passage, span: Span): PrintedLine[] => splitAt(LINE_BREAK, passage, span)

const NOTHING: readonly Passage[] = []

/** The passages of the block that a passage is in: a block whose lines are paragraphs by themselves is several passages. */
export function passagesOfBlock(passages: readonly Passage[], index: number): readonly Passage[] {
  const block = passages[index]?.block
  if (!block) return NOTHING
  let start = index
  while (passages[start - 1]?.block === block) start--
  let end = index + 1
  while (passages[end]?.block === block) end++
  return passages.slice(start, end)
}

/** Marks at which a stretch with slashes begins and ends. */
const OPENS = /["“”„«»([:\n–—]/u
const CLOSES = /["“”»)\]\n]/u

/** The stretches between the slashes of a passage, up to the quotation mark, bracket or colon around all of them. */
export function splitSlashes(passage: Passage, {start, end}: Span): PrintedLine[] {
  const {text} = passage
  const slashes = [...text.slice(start, end).matchAll(SLASH)]
  const last = slashes.at(-1)
  if (!last) return []
  let from = start + (slashes[0] as RegExpExecArray).index
  while (from > start && !OPENS.test(text[from - 1] as string)) from--
  let to = start + last.index + last[0].length
  while (to < end && !CLOSES.test(text[to] as string)) to++
  return splitAt(SLASH, passage, {start: from, end: to})
}
