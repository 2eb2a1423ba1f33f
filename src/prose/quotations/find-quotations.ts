import {flatMap} from '../../util/lists.js'
import {findPunctuation, type PunctuationOffsets} from '../punctuation.js'
import type {Quotation, Span} from '../types.js'
import {findDashQuotations} from './dash-quotations.js'
import {fillGaps, findGaps, type QuotationMark} from './gaps.js'
import {findPairedQuotations} from './paired-marks.js'
import {detectQuotationStyle, type MarkKind, type QuotationStyle} from './quotation-style.js'
import {classifySingleMark, findSingleQuotations, SingleMarkRole} from './single-marks.js'
import {findLabelledSpeech} from './speaker-labels.js'

const GRAVE = 96
const APOSTROPHE = 39

/** The marks of each kind, by UTF-16 code unit. */
const MARKS: Readonly<Record<MarkKind, ReadonlyMap<number, string>>> = {
  double: mapByUnit('"“”„‟＂〝〞〟'),
  single: mapByUnit("‘’‚'`"),
  guillemets: mapByUnit('«»'),
  corners: mapByUnit('「」『』'),
  angles: mapByUnit('‹›⟨⟩〈〉《》<>'),
}
const OPENS_SINGLE = /^\s*[‘‚'`]/u

function mapByUnit(marks: string): ReadonlyMap<number, string> {
  return new Map(Array.from(marks, (mark) => [mark.charCodeAt(0), mark]))
}

/**
 * Returns the marks of one kind.
 *
 * @param hasDoubledMarks whether two grave accents open and two apostrophes close, as with typewriters; otherwise the latter are
 *   two apostrophes
 */
function selectMarks(text: string, quotes: readonly number[], kind: MarkKind, hasDoubledMarks: boolean): QuotationMark[] {
  const marksOfKind = MARKS[kind]
  const marks: QuotationMark[] = []
  for (let i = 0; i < quotes.length; i++) {
    const start = quotes[i] as number
    const unit = text.charCodeAt(start)
    const mark = marksOfKind.get(unit)
    if (mark !== undefined) marks.push({start, end: start + 1, mark})
    else if (hasDoubledMarks && (unit === GRAVE || unit === APOSTROPHE) && text.charCodeAt(start + 1) === unit) {
      marks.push({start, end: start + 2, mark: unit === GRAVE ? '``' : "''"})
      i++
    }
  }
  return marks
}

/**
 * Finds the outermost quotations of one paragraph, in order. An unclosed quotation continues in the next paragraph, or extends to the
 * next quotation.
 *
 * @param style how the whole story marks speech
 * @param next the paragraph that follows
 */
export function findQuotations(
  text: string,
  style: QuotationStyle = detectQuotationStyle([text]),
  next = '',
  {quotes}: Pick<PunctuationOffsets, 'quotes'> = findPunctuation(text),
): Quotation[] {
  const {kinds, roles, dashes, speakers} = style
  const whole = (dashes && findDashQuotations(text, dashes)) ?? (speakers && findLabelledSpeech(text, speakers))
  if (whole) return whole
  let found: Quotation[] = []
  if (quotes.length === 0) return found
  for (const kind of kinds) {
    const marks = selectMarks(text, quotes, kind, kind === 'double' && roles.has('``'))
    if (marks.length === 0) continue
    const continues = kind === kinds[0] && OPENS_SINGLE.test(next)
    found = fillGaps(found, findGaps(marks, found, text.length), (gap) =>
      kind === 'single' ? findSingleQuotations(text, gap, roles, continues) : findPairedQuotations(text, gap, roles),
    )
  }
  return found
}

/** A mark that may open a quotation inside another. */
const OPENS_NESTED = /(?:^|[\s([{—–-])[‘‚'`“„"«»‹「『](?=[\p{L}¿¡])/u

/**
 * Splits quotations at those inside them: *“He said, ‘Sel davan,’ and left”* becomes three. The marks of the outer quotation are kept at
 * its ends.
 */
export function splitAtNested(text: string, quotations: readonly Quotation[], {kinds, roles}: QuotationStyle): readonly Quotation[] {
  return flatMap(quotations, (outer): Quotation | Quotation[] => {
    const {start, end, open} = outer
    const inside = text.slice(start, end)
    if (!OPENS_NESTED.test(inside)) return outer
    const own = kinds.find((kind) => MARKS[kind].has(text.charCodeAt(open.start)))
    const others = kinds.filter((kind) => kind !== own)
    const nested = findQuotations(inside, {kinds: others, roles, dashes: undefined, speakers: undefined}).filter(({close}) => close)
    const parts: Quotation[] = []
    let from = start
    let mark = open
    for (const inner of nested) {
      const at = (span: Span): Span => ({start: span.start + start, end: span.end + start})
      const [opening, closing] = [at(inner.open), at(inner.close as Span)]
      if (from < opening.start) parts.push({start: from, end: opening.start, open: mark, close: {start: opening.start, end: opening.start}})
      parts.push({...at(inner), open: opening, close: closing})
      from = closing.end
      mark = {start: from, end: from}
    }
    return from < end ? [...parts, {...outer, start: from, open: mark}] : parts
  })
}

const NO_MARKS: ReadonlySet<number> = new Set()

/**
 * Returns the offsets of single marks that are not part of words: those of the quotations, and pairs elsewhere that cannot be
 * apostrophes, because one closes after punctuation or both enclose a single word.
 */
export function findQuotationMarks(
  text: string,
  quotations: readonly Quotation[],
  {quotes}: Pick<PunctuationOffsets, 'quotes'> = findPunctuation(text),
): ReadonlySet<number> {
  if (quotations.length === 0 && quotes.length === 0) return NO_MARKS
  const marks = new Set<number>()
  const add = ({start, end}: Span) => {
    for (let i = start; i < end; i++) marks.add(i)
  }
  for (const {open, close} of quotations) {
    add(open)
    if (close) add(close)
  }
  /** The last mark that may open, and whether no other mark has come since. */
  let open = -1
  let isLast = false
  for (const index of quotes) {
    const mark = MARKS.single.get(text.charCodeAt(index))
    if (mark === undefined) continue
    if (marks.has(index)) {
      open = -1
      continue
    }
    const role = classifySingleMark(text, index, mark === '’' ? 'closes' : mark === "'" ? 'either' : 'opens')
    if (role === SingleMarkRole.apostrophe) continue
    if (role === SingleMarkRole.opensMidPhrase || role === SingleMarkRole.opensPhrase) {
      open = index
      isLast = true
      continue
    }
    // A single letter between two marks is a contraction: *rock ’n’ roll*.
    const holdsWord = isLast && index > open + 2 && !/\s/u.test(text.slice(open, index))
    isLast = false
    if (open < 0 || (role !== SingleMarkRole.closes && !holdsWord)) continue
    marks.add(open).add(index)
    open = -1
  }
  return marks
}
