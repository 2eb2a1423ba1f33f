import type {Quotation, Span} from '../types.js'

const endOf = ({end, close}: Quotation): number => close?.end ?? end

/** What lies between quotations found before, and the marks of another kind in it. */
export interface Gap extends Span {
  readonly marks: (Span & {readonly mark: string})[]
}

const NONE: ReadonlyMap<number, Gap> = new Map()

/** The gaps that have marks, by the number of the quotation behind them. One walk for all: most gaps have none. */
export function gapsIn(text: string, found: readonly Quotation[], pattern: RegExp): ReadonlyMap<number, Gap> {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return NONE
  const gaps = new Map<number, Gap>()
  let next = 0
  for (; match; match = pattern.exec(text)) {
    const {0: mark, index: start} = match
    while (next < found.length && endOf(found[next] as Quotation) <= start) next++
    const behind = found[next]
    if (behind && behind.open.start <= start) {
      pattern.lastIndex = Math.max(endOf(behind), start + 1)
      continue
    }
    let gap = gaps.get(next)
    if (!gap) {
      const before = found[next - 1]
      gaps.set(next, (gap = {start: before ? endOf(before) : 0, end: behind?.open.start ?? text.length, marks: []}))
    }
    gap.marks.push({start, end: start + mark.length, mark})
  }
  return gaps
}

/** Quotations of one kind, read in the gaps that others have left. */
export function filled(found: readonly Quotation[], gaps: ReadonlyMap<number, Gap>, read: (gap: Gap) => Quotation[]): Quotation[] {
  const inGap = (index: number): Quotation[] => {
    const gap = gaps.get(index)
    return gap ? read(gap) : []
  }
  return [...found.flatMap((quotation, index) => [...inGap(index), quotation]), ...inGap(found.length)]
}
