/**
 * Stories with the expected annotation drawn in, and functions that compare it with the actual one:
 *
 *     “⟦u1 Sel davan.⟧” She wept. ⟦g (⟦t1 I am here.⟧)⟧ He is my ⟦w1 davu⟧ (⟦…⟧)
 *
 * `u` is an utterance, `w` a loan, `g` a gloss, `t1,2` the part of a gloss that renders utterances 1 and 2, `tw1` loan 1.
 */
import {expect} from 'vitest'
import {annotate, type Options, type Standoff} from '../../src/index.js'

const MARK = /⟦[a-z]+[\d,]* |⟧/gu

/** Returns the story without the drawn marks. */
export const undrawAnnotations = (drawn: string): string => drawn.replace(MARK, '')

/** Draws the annotation into the source. */
export function drawAnnotations(source: string, {utterances, glosses, terms}: Standoff): string {
  const names = new Map(utterances.map(({id}, index) => [id, `${index + 1}`]))
  const isInUtterance = ({start, end}: {start: number; end: number}) => utterances.some((u) => u.start <= start && end <= u.end)
  const loans = terms.filter((term) => !isInUtterance(term))
  for (const [index, {id}] of loans.entries()) names.set(id, `w${index + 1}`)
  const spans = [
    ...utterances.map(({id, start, end}) => ({start, end, label: `u${names.get(id)}`})),
    ...glosses.map(({start, end}) => ({start, end, label: 'g'})),
    ...glosses.flatMap(({parts}) => parts.map(({start, end, of}) => ({start, end, label: `t${of.map((id) => names.get(id)).join(',')}`}))),
    ...loans.map(({id, start, end}) => ({start, end, label: String(names.get(id))})),
  ]
  const order = 'gtuw'
  spans.sort((a, b) => a.start - b.start || b.end - a.end || order.indexOf(a.label[0]!) - order.indexOf(b.label[0]!))
  let drawn = ''
  let at = 0
  const open: number[] = []
  const closeUntil = (offset: number) => {
    while (open.length > 0 && open.at(-1)! <= offset) {
      const end = open.pop()!
      drawn += `${source.slice(at, end)}⟧`
      at = end
    }
  }
  for (const {start, end, label} of spans) {
    closeUntil(start)
    drawn += `${source.slice(at, start)}⟦${label} `
    at = start
    open.push(end)
  }
  closeUntil(Number.POSITIVE_INFINITY)
  return drawn + source.slice(at)
}

/** A story opening with enough of an invented language for reliable detection, for cases that test something else. */
export const OPENING = `“⟦u1 Orreth sulvane, mirrod.⟧” The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

“⟦u2 Vennu okresh tal mirrod?⟧” he asked. ⟦g (⟦t2 Where does the traveller go?⟧)⟧ Nobody on the jetty answered him, and the river went by in the dark.

`

/** Annotates a story and compares the result with the drawn annotation. */
export const checkStory = (drawn: string, options?: Options) => {
  const source = undrawAnnotations(drawn)
  expect(drawAnnotations(source, annotate(source, options).standoff)).toBe(drawn)
}
/** Checks a case after `OPENING`; its numbers continue those of the opening. */
export const checkAfterOpening = (drawn: string, options?: Options) => checkStory(`${OPENING}${drawn}`, options)
