import type {Quotation, Span} from '../types.js'
import {dashedIn} from './dashes.js'
import {filled, gapsIn} from './gaps.js'
import {pairedIn} from './paired-marks.js'
import {type Kind, type QuotationStyle, styleOf} from './quotation-style.js'
import {Role, roleOf, SINGLE, singlesIn} from './single-marks.js'

const MARKS: Readonly<Record<Kind, RegExp>> = {
  double: /["“”„‟]/gu,
  single: SINGLE,
  guillemets: /[«»]/gu,
  corners: /[「」『』]/gu,
  angles: /[‹›]/gu,
}
/** The typewriter's way to tell the two apart; elsewhere the second of them is two apostrophes. */
const TYPED_DOUBLE = /["“”„‟]|``|''/gu
const OPENS_SINGLE = /^\s*[‘‚'`]/u

/**
 * The outermost quotations of one paragraph, in order. Those that nothing closes go on in the next paragraph, or last
 * until the next one begins.
 *
 * @param style how the whole story writes its speech
 * @param next the paragraph that follows
 */
export function quotationsOf(text: string, style: QuotationStyle = styleOf([text]), next = ''): Quotation[] {
  const {kinds, natures, dashes} = style
  const dashed = dashes && dashedIn(text, dashes)
  if (dashed) return dashed
  let found: Quotation[] = []
  for (const kind of kinds) {
    const gaps = gapsIn(text, found, kind === 'double' && natures.has('``') ? TYPED_DOUBLE : MARKS[kind])
    if (gaps.size === 0) continue
    const goesOn = kind === kinds[0] && OPENS_SINGLE.test(next)
    found = filled(found, gaps, (gap) => (kind === 'single' ? singlesIn(text, gap, natures, goesOn) : pairedIn(text, gap, natures)))
  }
  return found
}

/**
 * Where single marks and pairs of them stand that are not part of words: those of the quotations, and those inside and
 * between them that are surely no apostrophes, since one closes behind a stop or both hold a single word.
 */
export function marksOf(text: string, quotations: readonly Quotation[]): ReadonlySet<number> {
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
  SINGLE.lastIndex = 0
  for (let match = SINGLE.exec(text); match; match = SINGLE.exec(text)) {
    const {0: mark, index} = match
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
