import {trim} from '../spans.js'
import type {Quotation, Span} from '../types.js'
import type {Gap} from './gaps.js'
import {facing} from './neighbours.js'
import type {Nature} from './quotation-style.js'

/** What a mark does in its place: where its neighbours gainsay its nature, it closes what is open, else it opens. */
function roleOf(text: string, {start, end}: Span, nature: Nature): Nature {
  const way = facing(text, start, end)
  if (nature === 'either' || way === 'unclear') return way === 'unclear' ? nature : way
  return way === nature ? nature : 'either'
}

/** Speech ends with a stop; what has none before a mark that nothing opened may be a measure in inches. */
const SPOKEN_END = /[.,!?…—–-]/u

/** A quotation for each mark in `open` that nothing closes: as far as the next quotation. Both lists and the answer are in order. */
function withUnclosed(found: readonly Quotation[], open: readonly Span[], end: number): Quotation[] {
  if (open.length === 0) return [...found]
  const all: Quotation[] = []
  let next = 0
  open.forEach((mark, index) => {
    while ((found[next]?.open.start ?? end) < mark.start) all.push(found[next++] as Quotation)
    const until = Math.min(found[next]?.open.start ?? end, open[index + 1]?.start ?? end)
    all.push({start: mark.end, end: until, open: mark})
  })
  return [...all, ...found.slice(next)]
}

/**
 * The outermost quotations of a gap between marks that have no other use. Which of them open and which
 * close is told by their neighbours, so that one left out does not turn speech and narration inside out: what is not
 * closed lasts until the next mark that opens, or goes on in the next paragraph; what is not opened began where the last
 * speech ended.
 */
export function pairedIn(text: string, gap: Gap, natures: ReadonlyMap<string, Nature>): Quotation[] {
  const found: Quotation[] = []
  const open: Span[] = []
  /** The last mark that closes and has nothing to close. */
  let stray: Span | undefined
  const add = (opening: Span, closing: Span) => found.push({start: opening.end, end: closing.start, open: opening, close: closing})
  const settle = () => {
    if (stray && SPOKEN_END.test(text.charAt(stray.start - 1))) {
      const {start} = trim(text, {start: found.at(-1)?.close?.end ?? gap.start, end: stray.start})
      add({start, end: start}, stray)
    }
    stray = undefined
  }
  for (const mark of gap.marks) {
    const nature = natures.get(mark.mark) as Nature
    const role = roleOf(text, mark, nature)
    if (role === 'opens' || (role === 'either' && open.length === 0)) {
      settle()
      open.push(mark)
    } else if (open.length > 0) {
      const opening = open.pop() as Span
      while ((found.at(-1)?.open.start ?? -1) > opening.start) found.pop()
      add(opening, mark)
    } else if (stray && nature === 'either') {
      // Two of them in a row are a pair whose first has its space on the wrong side.
      add(stray, mark)
      stray = undefined
    } else {
      settle()
      stray = mark
    }
  }
  settle()
  return withUnclosed(found, open, gap.end)
}
