import type {Quotation, Span} from '../types.js'

const getOuterEnd = ({end, close}: Quotation): number => close?.end ?? end

/** A mark that may open or close a quotation. */
export interface QuotationMark extends Span {
  readonly mark: string
}

/** The text between quotations found so far, and the marks of another kind in it. */
export interface Gap extends Span {
  readonly marks: QuotationMark[]
}

/** Returns the gaps that have marks, by the index of the quotation after them; in one pass, since most gaps have none. */
export function findGaps(marks: readonly QuotationMark[], quotations: readonly Quotation[], textLength: number): ReadonlyMap<number, Gap> {
  const gaps = new Map<number, Gap>()
  let next = 0
  for (const mark of marks) {
    while (next < quotations.length && getOuterEnd(quotations[next] as Quotation) <= mark.start) next++
    const following = quotations[next]
    if (following && following.open.start <= mark.start) continue
    let gap = gaps.get(next)
    if (!gap) {
      const previous = quotations[next - 1]
      gaps.set(next, (gap = {start: previous ? getOuterEnd(previous) : 0, end: following?.open.start ?? textLength, marks: []}))
    }
    gap.marks.push(mark)
  }
  return gaps
}

/** Merges the quotations found in the gaps into those found before, in order. */
export function fillGaps(quotations: readonly Quotation[], gaps: ReadonlyMap<number, Gap>, find: (gap: Gap) => readonly Quotation[]): Quotation[] {
  const all: Quotation[] = []
  for (let index = 0; index <= quotations.length; index++) {
    const gap = gaps.get(index)
    if (gap) for (const quotation of find(gap)) all.push(quotation)
    if (index < quotations.length) all.push(quotations[index] as Quotation)
  }
  return all
}
