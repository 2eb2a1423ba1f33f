import {flatMap, map} from '../util/lists.js'
import type {TextLine} from './line-groups.js'
import {detectShapeOfGroups, findBreaks, findHardWrappedEnds, getWidthWithNext, groupLines, type ParagraphShape} from './paragraph-shape.js'
import type {Span} from './types.js'

/** A bullet or a number at the start of a line. */
const LIST_MARKER = /^\s*(?:[-*+•·‣]|\(?\d{1,3}[.)])\s/u
/** A single line of wrapped prose may begin like an item by chance. */
const MIN_ITEMS = 2

/** Programs wrap prose at widths in this range, in columns. */
const MIN_WRAP_WIDTH = 45
const MAX_WRAP_WIDTH = 100
/** Paragraphs of a single line this much longer than the others show that no program has wrapped them, but for a few, such as tables. */
const LONGER = 1.25
/** Share of lines, and of paragraphs, that may be wider than the width. */
const WIDER_SHARE = 0.02
/** Share of the width that a full line and the next word exceed: the widest line may be a line of a list, wider than wrapped ones. */
const FULL_SHARE = 0.95

/** Returns the width of the lines, if a program may have wrapped them at it. */
function findWrapWidth(groups: readonly (readonly TextLine[])[], texts: readonly string[]): number | undefined {
  const widths = map(groups.flat(), ({width}) => width).sort((a, b) => b - a)
  const width = widths[Math.floor(WIDER_SHARE * widths.length)] ?? 0
  if (width < MIN_WRAP_WIDTH || width > MAX_WRAP_WIDTH) return undefined
  const long = texts.filter((text) => text.length > LONGER * width && /\s/u.test(text) && !/[\n\r]/u.test(text)).length
  return long > WIDER_SHARE * groups.length ? undefined : width
}

/**
 * Returns the minimum columns of a full line plus the next word. Where a story is mostly verse or lists, its shape does not tell, but a single
 * paragraph whose lines are all full does.
 */
function findFullWidth(groups: readonly (readonly TextLine[])[], texts: readonly string[], shape: ParagraphShape): number | undefined {
  const width = findWrapWidth(groups, texts)
  if (width === undefined || shape.fullWidth !== undefined) return width && shape.fullWidth
  const fullWidth = FULL_SHARE * width
  const isWrapped = (lines: readonly TextLine[]): boolean => {
    const breaks = findBreaks([lines])
    const capitals = breaks.filter(([, next]) => next.startsWithCapital).length
    return breaks.length > 1 && 2 * capitals < breaks.length && breaks.every((pair) => getWidthWithNext(pair) >= fullWidth)
  }
  return groups.some(isWrapped) ? fullWidth : undefined
}

/** Returns which lines of a group end where the author ended them. */
function areChosen(text: string, lines: readonly TextLine[], {fullWidth, margin}: ParagraphShape): boolean[] {
  const breaks = findBreaks([lines])
  if (fullWidth === undefined) return map(breaks, () => true)
  const paragraphEnds = findHardWrappedEnds(lines, fullWidth, margin)
  const isItem = ({start, end}: TextLine): boolean => LIST_MARKER.test(text.slice(start, end))
  const isList = lines.filter(isItem).length >= MIN_ITEMS
  return map(breaks, (pair, index) => paragraphEnds[index] === true || getWidthWithNext(pair) < fullWidth || (isList && isItem(pair[1])))
}

/**
 * Returns for each text between blank lines the line endings that its author chose: those of verse, letters and lists. The others are those
 * of a program that wraps lines at a width, and mean no more than a space.
 */
export function findChosenLineEnds(texts: readonly string[]): Span[][] {
  const grouped = map(texts, groupLines)
  const groups = flatMap(grouped, (own) => own)
  const detected = detectShapeOfGroups(groups)
  const shape = {...detected, fullWidth: findFullWidth(groups, texts, detected)}
  return map(grouped, (own, index) => {
    const text = texts[index] as string
    return flatMap(own, (lines) => {
      const chosen = areChosen(text, lines, shape)
      const ends = map(lines.slice(1), ({start}): Span => ({start: text.startsWith('\r\n', start - 2) ? start - 2 : start - 1, end: start}))
      return ends.filter((_, at) => chosen[at])
    })
  })
}
