import {type Signs, signsOf} from '../punctuation.js'
import type {Quotation, Span} from '../types.js'
import {dashedIn} from './dashes.js'
import {filled, gapsAmong, type Mark} from './gaps.js'
import {pairedIn} from './paired-marks.js'
import {type Kind, type QuotationStyle, styleOf} from './quotation-style.js'
import {Role, roleOf, singlesIn} from './single-marks.js'

const GRAVE = 96
const APOSTROPHE = 39

/** Units of the marks of each kind. */
const UNITS: Readonly<Record<Kind, ReadonlyMap<number, string>>> = {
  double: unitsOf('"“”„‟'),
  single: unitsOf("‘’‚'`"),
  guillemets: unitsOf('«»'),
  corners: unitsOf('「」『』'),
  angles: unitsOf('‹›'),
}
const OPENS_SINGLE = /^\s*[‘‚'`]/u

function unitsOf(marks: string): ReadonlyMap<number, string> {
  return new Map(Array.from(marks, (mark) => [mark.charCodeAt(0), mark]))
}

/**
 * The marks of one kind.
 *
 * @param typed whether two grave accents open and two apostrophes close: the typewriter's way to tell the two apart; elsewhere the
 *   second of them is two apostrophes
 */
function marksAmong(text: string, quotes: readonly number[], kind: Kind, typed: boolean): Mark[] {
  const units = UNITS[kind]
  const marks: Mark[] = []
  for (let i = 0; i < quotes.length; i++) {
    const start = quotes[i] as number
    const unit = text.charCodeAt(start)
    const mark = units.get(unit)
    if (mark !== undefined) marks.push({start, end: start + 1, mark})
    else if (typed && (unit === GRAVE || unit === APOSTROPHE) && text.charCodeAt(start + 1) === unit) {
      marks.push({start, end: start + 2, mark: unit === GRAVE ? '``' : "''"})
      i++
    }
  }
  return marks
}

/**
 * The outermost quotations of one paragraph, in order. Those that nothing closes go on in the next paragraph, or last
 * until the next one begins.
 *
 * @param style how the whole story writes its speech
 * @param next the paragraph that follows
 */
export function quotationsOf(text: string, style: QuotationStyle = styleOf([text]), next = '', {quotes}: Pick<Signs, 'quotes'> = signsOf(text)): Quotation[] {
  const {kinds, natures, dashes} = style
  const dashed = dashes && dashedIn(text, dashes)
  if (dashed) return dashed
  let found: Quotation[] = []
  if (quotes.length === 0) return found
  for (const kind of kinds) {
    const marks = marksAmong(text, quotes, kind, kind === 'double' && natures.has('``'))
    if (marks.length === 0) continue
    const goesOn = kind === kinds[0] && OPENS_SINGLE.test(next)
    found = filled(found, gapsAmong(marks, found, text.length), (gap) =>
      kind === 'single' ? singlesIn(text, gap, natures, goesOn) : pairedIn(text, gap, natures),
    )
  }
  return found
}

const NO_MARKS: ReadonlySet<number> = new Set()

/**
 * Where single marks and pairs of them stand that are not part of words: those of the quotations, and those inside and
 * between them that are surely no apostrophes, since one closes behind a stop or both hold a single word.
 */
export function marksOf(text: string, quotations: readonly Quotation[], {quotes}: Pick<Signs, 'quotes'> = signsOf(text)): ReadonlySet<number> {
  if (quotations.length === 0 && quotes.length === 0) return NO_MARKS
  const marks = new Set<number>()
  const add = ({start, end}: Span) => {
    for (let i = start; i < end; i++) marks.add(i)
  }
  for (const {open, close} of quotations) {
    add(open)
    if (close) add(close)
  }
  /** The last mark that may open, and whether no other has come since. */
  let open = -1
  let isLast = false
  for (const index of quotes) {
    const mark = UNITS.single.get(text.charCodeAt(index))
    if (mark === undefined) continue
    if (marks.has(index)) {
      open = -1
      continue
    }
    const role = roleOf(text, index, mark === '’' ? 'closes' : mark === "'" ? 'either' : 'opens')
    if (role === Role.apostrophe) continue
    if (role === Role.opensMidway || role === Role.opensAfresh) {
      open = index
      isLast = true
      continue
    }
    // A letter alone between two of them has lost its neighbours: *rock ’n’ roll*.
    const holdsWord = isLast && index > open + 2 && !/\s/u.test(text.slice(open, index))
    isLast = false
    if (open < 0 || (role !== Role.closes && !holdsWord)) continue
    marks.add(open).add(index)
    open = -1
  }
  return marks
}
