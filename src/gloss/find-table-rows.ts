import {trim} from '../prose/spans.js'
import type {Span} from '../prose/types.js'

/** Longest row, in UTF-16 code units. */
const LONGEST = 1000

/** The rows of two cells in a table of Markdown (GitHub Flavored Markdown, section 4.10) that is read as text: lines that begin with `|`. */
export function findTableRows(text: string): {left: Span; right: Span}[] {
  const rows: {left: Span; right: Span}[] = []
  if (!text.trimStart().startsWith('|')) return rows
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const line = trim(text, {start, end})
    if (text[line.start] !== '|' || line.end - line.start > LONGEST) continue
    const middle = text.indexOf('|', line.start + 1)
    const close = text.indexOf('|', middle + 1)
    if (middle < 0 || middle >= line.end || (close >= 0 && close < line.end - 1)) continue
    const left = trim(text, {start: line.start + 1, end: middle})
    const right = trim(text, {start: middle + 1, end: close >= 0 && close < line.end ? close : line.end})
    if (left.start < left.end && right.start < right.end) rows.push({left, right})
  }
  return rows
}
