import {flatMap, map} from '../util/lists.js'
import {isMultiline, splitLineGroups, type TextLine} from './line-groups.js'
import type {Span} from './types.js'

/** How a story's lines form paragraphs. */
export interface ParagraphShape {
  /** In hard-wrapped text, the minimum columns of a full line plus the next word; undefined if the author chose the line ends. */
  readonly fullWidth: number | undefined
  /** Columns of white space before continuation lines; first lines may be indented further. */
  readonly margin: number
  /** Share (0..1) of the lines that end sentences, among all but the last of each group. */
  readonly sentenceEndShare: number
}

/** Minimum share of lines that end sentences for every line to be a paragraph: in the story, and in the group. */
const MIN_STORY_SHARE = 0.5
const MIN_GROUP_SHARE = 0.7

/** Text is hard-wrapped if most lines that end within a sentence are full, unless most of the next lines begin with capitals (verse). */
const MIN_FULL_SHARE = 0.7
const MAX_CAPITAL_SHARE = 0.5
/** Programs that balance lines leave some this much shorter than the width. */
const BALANCED_WIDTH = 0.88
/** Shares of outliers to ignore: lines wider than the width, and full lines shorter than the rest. */
const WIDER_SHARE = 0.02
const SHORTER_SHARE = 0.004

/** Maximum columns of a line of verse. */
const MAX_VERSE_WIDTH = 60
const QUOTED = /["“”„«»‹「『‘'—–]/u

export type LineBreak = readonly [line: TextLine, next: TextLine]

/** Returns the breaks between the lines of each group. */
export const findBreaks = (groups: readonly (readonly TextLine[])[]): LineBreak[] =>
  flatMap(groups, (lines) => map(lines.slice(1), (next, index): LineBreak => [lines[index] as TextLine, next]))

/** Returns the columns of a line plus the first word of the next one; a line is full if that word did not fit. */
export const getWidthWithNext = ([line, next]: LineBreak): number => line.width + 1 + next.firstWordWidth

const findMargin = (breaks: readonly LineBreak[]): number => breaks.reduce((least, [, {indent}]) => Math.min(least, indent), Number.POSITIVE_INFINITY)

/** Returns the groups of lines of a text; none if it has only one line. */
export function groupLines(text: string): TextLine[][] {
  const whole = {start: 0, end: text.length}
  return isMultiline(text, whole) ? splitLineGroups(text, whole) : []
}

/** Detects how a story forms paragraphs of lines, from its text between blank lines. */
export const detectParagraphShape = (blocks: readonly string[]): ParagraphShape => detectShapeOfGroups(flatMap(blocks, groupLines))

/** The same, from the groups of lines. */
export function detectShapeOfGroups(groups: readonly (readonly TextLine[])[]): ParagraphShape {
  const breaks = findBreaks(groups).filter(([line, next]) => !line.standalone && !next.standalone)
  const widths = map(breaks, ([line]) => line.width).sort((a, b) => b - a)
  const width = widths[Math.floor(WIDER_SHARE * widths.length)] ?? 0
  const withinSentence = breaks.filter(([line]) => !line.endsSentence)
  const wrapped = withinSentence.filter((pair) => getWidthWithNext(pair) > BALANCED_WIDTH * width)
  const fullWidths = map(wrapped, getWidthWithNext).sort((a, b) => a - b)
  const capitalized = wrapped.filter(([, next]) => next.startsWithCapital)
  const isHardWrapped = wrapped.length > MIN_FULL_SHARE * withinSentence.length && capitalized.length < MAX_CAPITAL_SHARE * wrapped.length
  return {
    fullWidth: isHardWrapped ? fullWidths[Math.floor(SHORTER_SHARE * fullWidths.length)] : undefined,
    margin: findMargin(wrapped),
    sentenceEndShare: breaks.length === 0 ? 0 : 1 - withinSentence.length / breaks.length,
  }
}

/** Returns which lines of a hard-wrapped group end a paragraph: short lines that end a sentence, and lines before an indent. */
export function findHardWrappedEnds(lines: readonly TextLine[], fullWidth: number, margin: number): boolean[] {
  const breaks = findBreaks([lines])
  const isFull = (pair: LineBreak): boolean => getWidthWithNext(pair) >= fullWidth
  const wrapped = breaks.filter((pair) => !pair[0].endsSentence && isFull(pair))
  const isVerse = wrapped.length === 0 && breaks.filter(([line]) => line.endsSentence).length < MIN_GROUP_SHARE * breaks.length
  const groupMargin = wrapped.length > 0 ? findMargin(wrapped) : margin
  return map(breaks, (pair) => {
    const [line, next] = pair
    // *said / I.* is no heading.
    const continues = !line.endsSentence && isFull(pair)
    if (line.standalone || next.standalone === 'sceneBreak' || (next.standalone && !continues)) return true
    if (isVerse) return false
    // In indented verse neither line begins a paragraph.
    if (next.indent > groupMargin) return line.endsSentence || (!isFull(pair) && line.indent <= groupMargin)
    return line.endsSentence && !isFull(pair) && !startsWithBracket(next)
  })
}

/** Returns whether a line begins with a bracket, which then belongs to the paragraph before it. */
const startsWithBracket = ({firstCharacter}: TextLine): boolean => firstCharacter === '(' || firstCharacter === '['

/** Returns which lines of a group end a paragraph where each line is one, except in verse. */
function findLineParagraphEnds(lines: readonly TextLine[], sentenceEndShare: number): boolean[] {
  const breaks = findBreaks([lines])
  const endCount = breaks.filter(([line, next]) => line.endsSentence || line.standalone || next.standalone).length
  const isOneParagraph = sentenceEndShare < MIN_STORY_SHARE || endCount < MIN_GROUP_SHARE * breaks.length
  /** One such line may be a title; two are verse. */
  const mayBeVerse = (line: TextLine | undefined): boolean => line !== undefined && !line.endsSentence && !line.standalone && line.width <= MAX_VERSE_WIDTH
  return map(breaks, ([line, next], index) => {
    if (line.standalone || next.standalone) return true
    if (isOneParagraph || (startsWithBracket(next) && line.endsSentence)) return false
    const isVerse = mayBeVerse(line) && next.width <= MAX_VERSE_WIDTH && !QUOTED.test(next.firstCharacter) && (mayBeVerse(lines[index - 1]) || mayBeVerse(next))
    return !isVerse
  })
}

/** Splits a range of text into paragraphs. */
export function* splitParagraphs(text: string, span: Span, {fullWidth, margin, sentenceEndShare}: ParagraphShape): Generator<Span> {
  if (!isMultiline(text, span)) {
    if (text.slice(span.start, span.end).trim() !== '') yield {start: span.start, end: span.end}
    return
  }
  for (const lines of splitLineGroups(text, span)) {
    const ends = fullWidth === undefined ? findLineParagraphEnds(lines, sentenceEndShare) : findHardWrappedEnds(lines, fullWidth, margin)
    let first = 0
    for (let i = 0; i < lines.length; i++) {
      if (i < ends.length && !ends[i]) continue
      yield {start: (lines[first] as TextLine).start, end: (lines[i] as TextLine).end}
      first = i + 1
    }
  }
}
