import {isChapterHeading, isSceneBreak} from './headings.js'
import {readMessageSender} from './quotations/speaker-labels.js'
import type {Span} from './types.js'
import {isCapitalized} from './word-shape.js'

/** A line without its line ending; `start` includes leading white space, `end` excludes trailing white space. */
export interface TextLine extends Span {
  /** Columns of leading white space. */
  readonly indent: number
  /** Columns of the line with its indent, and of its first word. */
  readonly width: number
  readonly firstWordWidth: number
  readonly firstCharacter: string
  readonly startsWithCapital: boolean
  readonly endsSentence: boolean
  /** Set for a line that belongs to no paragraph. */
  readonly standalone: 'sceneBreak' | 'heading' | 'message' | undefined
}

const LINE_ENDING = /\r\n?|\n/gu
/** A terminator, closing mark or bracket, then footnote signs. */
const SENTENCE_END = /[.!?…:;—。！？"”“’»«›‹」)\]*_][^\p{L}\p{Nd}]*$/u
/** Characters at the end of a line that are tested for a sentence end. */
const TAIL_LENGTH = 8

/** Fast test for most lines of prose: they begin with a lower-case letter that cannot begin a scene break such as `oOo` or `x X x`. */
const CONTINUES = /^[a-np-wyz]/u

function readLine(text: string, {start, end}: Span, last: TextLine | undefined): TextLine | undefined {
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
    firstWordWidth: line.search(/\s|$/u),
    firstCharacter: line.charAt(0),
    startsWithCapital: !CONTINUES.test(line) && isCapitalized(line),
    endsSentence: SENTENCE_END.test(line.slice(-TAIL_LENGTH)),
    standalone: CONTINUES.test(line) ? undefined : classifyStandalone(line, last),
  }
}

function classifyStandalone(line: string, last: TextLine | undefined): TextLine['standalone'] {
  if (isSceneBreak(line)) return 'sceneBreak'
  if (line.includes('<') && readMessageSender(line) !== undefined) return 'message'
  return isChapterHeading(line, last?.standalone !== undefined && last.standalone !== 'message') ? 'heading' : undefined
}

/** Splits a range into groups of lines, separated by blank lines. */
export function splitLineGroups(text: string, {start, end}: Span): TextLine[][] {
  const groups: TextLine[][] = [[]]
  const add = (from: number, to: number) => {
    const lines = groups.at(-1) as TextLine[]
    const line = readLine(text, {start: from, end: to}, lines.at(-1))
    if (line) lines.push(line)
    else if (lines.length > 0) groups.push([])
  }
  let from = start
  LINE_ENDING.lastIndex = start
  for (let match = LINE_ENDING.exec(text); match && match.index < end; match = LINE_ENDING.exec(text)) {
    add(from, match.index)
    from = match.index + match[0].length
  }
  if (from < end) add(from, end)
  return groups.filter(({length}) => length > 0)
}

/** Returns whether a range has more than one line. */
export function isMultiline(text: string, {start, end}: Span): boolean {
  for (const ending of ['\n', '\r']) {
    const at = text.indexOf(ending, start)
    if (at >= 0 && at < end) return true
  }
  return false
}
