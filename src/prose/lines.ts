import {isHead, isOrnament} from './headings.js'
import {isCapitalised} from './tokenizer.js'
import type {Span} from './types.js'

/** A line without its ending; `start` is where its white space begins, `end` where its words end. */
export interface Line extends Span {
  /** Columns of white space before it. */
  readonly indent: number
  /** Columns that it takes, and those that its first word takes. */
  readonly width: number
  readonly firstWord: number
  /** The first character; whether the first letter is a capital; whether it ends as sentences do. */
  readonly first: string
  readonly capital: boolean
  readonly ended: boolean
  /** What it is where it is no part of a paragraph. */
  readonly alone: 'ornament' | 'heading' | undefined
}

const ENDING = /\r\n?|\n/gu
/** A stop, closing mark or bracket, and signs behind it that refer to notes. */
const SENTENCE_END = /[.!?…:;—。！？"”“’»«›‹」)\]*_][^\p{L}\p{Nd}]*$/u
/** Characters at the end of a line to look for it in. */
const TAIL = 8

/** Most lines of prose: begin with a small letter that is no ornament. */
const GOES_ON = /^[a-np-wyz]/u

function lineOf(text: string, {start, end}: Span, last: Line | undefined): Line | undefined {
  const raw = text.slice(start, end)
  const line = raw.trim()
  if (line === '') return undefined
  const before = raw.length - raw.trimStart().length
  // A form feed begins a page, not a paragraph.
  const indent = before - 1 - raw.lastIndexOf('\f', before)
  return {
    start,
    end: start + before + line.length,
    indent,
    width: indent + line.length,
    firstWord: line.search(/\s|$/u),
    first: line.charAt(0),
    capital: !GOES_ON.test(line) && isCapitalised(line),
    ended: SENTENCE_END.test(line.slice(-TAIL)),
    alone: GOES_ON.test(line) ? undefined : isOrnament(line) ? 'ornament' : isHead(line, last?.alone !== undefined) ? 'heading' : undefined,
  }
}

/** The lines of a stretch, parted by blank ones. */
export function strophesOf(text: string, {start, end}: Span): Line[][] {
  const strophes: Line[][] = [[]]
  const add = (from: number, to: number) => {
    const lines = strophes.at(-1) as Line[]
    const line = lineOf(text, {start: from, end: to}, lines.at(-1))
    if (line) lines.push(line)
    else if (lines.length > 0) strophes.push([])
  }
  let from = start
  ENDING.lastIndex = start
  for (let match = ENDING.exec(text); match && match.index < end; match = ENDING.exec(text)) {
    add(from, match.index)
    from = match.index + match[0].length
  }
  if (from < end) add(from, end)
  return strophes.filter(({length}) => length > 0)
}

/** Whether a stretch has more than one line. */
export function hasLines(text: string, {start, end}: Span): boolean {
  for (const ending of ['\n', '\r']) {
    const at = text.indexOf(ending, start)
    if (at >= 0 && at < end) return true
  }
  return false
}
