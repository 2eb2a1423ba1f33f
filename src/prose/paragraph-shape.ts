import {flatMap, map} from '../util/lists.js'
import {hasLines, type Line, strophesOf} from './lines.js'
import type {Span} from './types.js'

/** How the lines of a story make paragraphs. */
export interface Shape {
  /** Columns that a line and the next word take at least where lines are broken to fit; else they end where their author ended them. */
  readonly full: number | undefined
  /** Columns of white space before lines that go on: first lines may stand further in. */
  readonly margin: number
  /** Share of the lines that end sentences, of all but the last ones between blank lines. */
  readonly ended: number
}

/** Share of lines that must end sentences for every line to be a paragraph: in the story, and in the strophe. */
const ENDED = 0.5
const ENDED_HERE = 0.7

/** Lines are broken to fit if most of those that end within a sentence are full, and no verse, whose lines begin with capitals. */
const FULL = 0.7
const CAPITALS = 0.5
/** Programs that even lines out leave some of them so much shorter, … */
const RAGGED = 0.88
/** … and a few lines are wider, fewer shorter than all others for one reason or another. */
const WIDER = 0.02
const SHORTER = 0.004

/** Lines of verse are no wider. */
const VERSE = 60
const QUOTED = /["“”„«»‹「『‘'—–]/u

type Break = readonly [line: Line, next: Line]

/** The endings of all lines but the last ones of their strophes. */
const breaksOf = (strophes: readonly (readonly Line[])[]): Break[] =>
  flatMap(strophes, (lines) => map(lines.slice(1), (next, index): Break => [lines[index] as Line, next]))

/** Columns that a line would take with the first word of the next one: where it is full, there was no room for that. */
const withNext = ([line, next]: Break): number => line.width + 1 + next.firstWord

const marginOf = (goingOn: readonly Break[]): number => goingOn.reduce((least, [, {indent}]) => Math.min(least, indent), Number.POSITIVE_INFINITY)

/** How a story makes paragraphs of lines, from the stretches between its blank lines. */
export function shapeOf(stretches: readonly string[]): Shape {
  const strophes = flatMap(stretches, (text) => {
    const span = {start: 0, end: text.length}
    return hasLines(text, span) ? strophesOf(text, span) : []
  })
  const breaks = breaksOf(strophes).filter(([line, next]) => !line.alone && !next.alone)
  const widths = map(breaks, ([line]) => line.width).sort((a, b) => b - a)
  const width = widths[Math.floor(WIDER * widths.length)] ?? 0
  const within = breaks.filter(([line]) => !line.ended)
  const goingOn = within.filter((pair) => withNext(pair) > RAGGED * width)
  const full = map(goingOn, withNext).sort((a, b) => a - b)
  const capitals = goingOn.filter(([, next]) => next.capital)
  const isBroken = goingOn.length > FULL * within.length && capitals.length < CAPITALS * goingOn.length
  return {
    full: isBroken ? full[Math.floor(SHORTER * full.length)] : undefined,
    margin: marginOf(goingOn),
    ended: breaks.length === 0 ? 0 : 1 - within.length / breaks.length,
  }
}

/** Which lines of a strophe that was broken to fit end a paragraph: short ones that end a sentence, and those before an indent. */
function endsOfBroken(lines: readonly Line[], full: number, margin: number): boolean[] {
  const breaks = breaksOf([lines])
  const isFull = (pair: Break): boolean => withNext(pair) >= full
  const goingOn = breaks.filter((pair) => !pair[0].ended && isFull(pair))
  const isVerse = goingOn.length === 0 && breaks.filter(([line]) => line.ended).length < ENDED_HERE * breaks.length
  const own = goingOn.length > 0 ? marginOf(goingOn) : margin
  return map(breaks, (pair) => {
    const [line, next] = pair
    // *said / I.*
    const goesOn = !line.ended && isFull(pair)
    if (line.alone || next.alone === 'ornament' || (next.alone && !goesOn)) return true
    if (isVerse) return false
    // Indented verse: neither line is the first of a paragraph.
    if (next.indent > own) return line.ended || (!isFull(pair) && line.indent <= own)
    return line.ended && !isFull(pair) && !isBracket(next)
  })
}

/** A bracket on a line of its own belongs to what stands before it. */
const isBracket = ({first}: Line): boolean => first === '(' || first === '['

/** Which lines of a strophe end a paragraph where every line does; in verse, lines go on. */
function endsOfOwn(lines: readonly Line[], ended: number): boolean[] {
  const breaks = breaksOf([lines])
  const here = breaks.filter(([line, next]) => line.ended || line.alone || next.alone).length
  const isWhole = ended < ENDED || here < ENDED_HERE * breaks.length
  /** One such line may be a title; two are verse. */
  const goesOn = (line: Line | undefined): boolean => line !== undefined && !line.ended && !line.alone && line.width <= VERSE
  return map(breaks, ([line, next], index) => {
    if (line.alone || next.alone) return true
    if (isWhole || (isBracket(next) && line.ended)) return false
    const isVerse = goesOn(line) && next.width <= VERSE && !QUOTED.test(next.first) && (goesOn(lines[index - 1]) || goesOn(next))
    return !isVerse
  })
}

/** The paragraphs of a stretch of text. */
export function* paragraphsOf(text: string, span: Span, {full, margin, ended}: Shape): Generator<Span> {
  if (!hasLines(text, span)) {
    if (text.slice(span.start, span.end).trim() !== '') yield {start: span.start, end: span.end}
    return
  }
  for (const lines of strophesOf(text, span)) {
    const ends = full === undefined ? endsOfOwn(lines, ended) : endsOfBroken(lines, full, margin)
    let first = 0
    for (let i = 0; i < lines.length; i++) {
      if (i < ends.length && !ends[i]) continue
      yield {start: (lines[first] as Line).start, end: (lines[i] as Line).end}
      first = i + 1
    }
  }
}
