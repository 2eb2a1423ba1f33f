import {trim} from '../spans.js'
import type {Quotation, Span} from '../types.js'
import type {Gap} from './gaps.js'
import {detectFacing} from './neighbors.js'
import type {MarkRole} from './quotation-style.js'

/** Returns the role of a mark in its place. If its neighbors contradict its usual role, `either`: it closes if something is open, else opens. */
function getRoleInContext(text: string, {start, end}: Span, usualRole: MarkRole): MarkRole {
  const facing = detectFacing(text, start, end)
  if (usualRole === 'either' || facing === 'unclear') return facing === 'unclear' ? usualRole : facing
  return facing === usualRole ? usualRole : 'either'
}

/** Speech ends with punctuation; after other text a closing mark without an opening one may be an inch sign. */
const SPEECH_END = /[.,!?…—–-]/u

/** Merges in a quotation for each unclosed opening mark, which extends to the next quotation. Both lists and the result are in order. */
function addUnclosed(found: readonly Quotation[], open: readonly Span[], end: number): Quotation[] {
  if (open.length === 0) return [...found]
  const all: Quotation[] = []
  let next = 0
  open.forEach((mark, index) => {
    while ((found[next]?.open.start ?? end) < mark.start) all.push(found[next++] as Quotation)
    const quotationEnd = Math.min(found[next]?.open.start ?? end, open[index + 1]?.start ?? end)
    all.push({start: mark.end, end: quotationEnd, open: mark})
  })
  return [...all, ...found.slice(next)]
}

/**
 * Finds the outermost quotations of a gap between marks that are never apostrophes. Their neighbors decide which marks open and which
 * close, so that a missing mark does not swap speech and narration. An unclosed quotation extends to the next opening mark, or continues
 * in the next paragraph; an unopened one begins where the last quotation ended.
 */
export function findPairedQuotations(text: string, gap: Gap, roles: ReadonlyMap<string, MarkRole>): Quotation[] {
  const found: Quotation[] = []
  const open: Span[] = []
  /** The last closing mark that has no opening mark. */
  let unmatched: Span | undefined
  const add = (opening: Span, closing: Span) => found.push({start: opening.end, end: closing.start, open: opening, close: closing})
  const resolveUnmatched = () => {
    if (unmatched && SPEECH_END.test(text.charAt(unmatched.start - 1))) {
      const {start} = trim(text, {start: found.at(-1)?.close?.end ?? gap.start, end: unmatched.start})
      add({start, end: start}, unmatched)
    }
    unmatched = undefined
  }
  for (const mark of gap.marks) {
    const usualRole = roles.get(mark.mark) as MarkRole
    const role = getRoleInContext(text, mark, usualRole)
    if (role === 'opens' || (role === 'either' && open.length === 0)) {
      resolveUnmatched()
      open.push(mark)
    } else if (open.length > 0) {
      const opening = open.pop() as Span
      while ((found.at(-1)?.open.start ?? -1) > opening.start) found.pop()
      add(opening, mark)
    } else if (unmatched && usualRole === 'either') {
      // Two unmatched marks in a row are a pair whose first has its space on the wrong side.
      add(unmatched, mark)
      unmatched = undefined
    } else {
      resolveUnmatched()
      unmatched = mark
    }
  }
  resolveUnmatched()
  return addUnclosed(found, open, gap.end)
}
