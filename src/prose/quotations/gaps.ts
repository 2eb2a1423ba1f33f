import type {Quotation, Span} from '../types.js'

const endOf = ({end, close}: Quotation): number => close?.end ?? end

/** A mark that may open or close a quotation. */
export interface Mark extends Span {
  readonly mark: string
}

/** What lies between quotations found before, and the marks of another kind in it. */
export interface Gap extends Span {
  readonly marks: Mark[]
}

/** The gaps that have marks, by the number of the quotation behind them. One walk for all: most gaps have none. */
export function gapsAmong(marks: readonly Mark[], found: readonly Quotation[], length: number): ReadonlyMap<number, Gap> {
  const gaps = new Map<number, Gap>()
  let next = 0
  for (const mark of marks) {
    while (next < found.length && endOf(found[next] as Quotation) <= mark.start) next++
    const behind = found[next]
    if (behind && behind.open.start <= mark.start) continue
    let gap = gaps.get(next)
    if (!gap) {
      const before = found[next - 1]
      gaps.set(next, (gap = {start: before ? endOf(before) : 0, end: behind?.open.start ?? length, marks: []}))
    }
    gap.marks.push(mark)
  }
  return gaps
}

/** Quotations of one kind, read in the gaps that others have left. */
export function filled(found: readonly Quotation[], gaps: ReadonlyMap<number, Gap>, read: (gap: Gap) => readonly Quotation[]): Quotation[] {
  const all: Quotation[] = []
  for (let index = 0; index <= found.length; index++) {
    const gap = gaps.get(index)
    if (gap) for (const quotation of read(gap)) all.push(quotation)
    if (index < found.length) all.push(found[index] as Quotation)
  }
  return all
}
