/**
 * Stories with the answer drawn in, and our answer drawn back:
 *
 *     “⟦u1 Sel davan.⟧” She wept. ⟦g (⟦t1 I am here.⟧)⟧ He is my ⟦w1 davu⟧ (⟦…⟧)
 *
 * `u` is an utterance, `w` a word inside English, `g` a gloss, `t1,2` the part of it that renders utterances 1 and 2, `tw1` word 1.
 */
import {expect} from 'vitest'
import {annotate, type Options, type Standoff} from '../../src/index.js'

const MARK = /⟦[a-z]+[\d,]* |⟧/gu

/** The story without the marks. */
export const undraw = (drawn: string): string => drawn.replace(MARK, '')

/** The marks of `standoff` drawn into `source`. */
export function draw(source: string, {utterances, glosses, terms}: Standoff): string {
  const names = new Map(utterances.map(({id}, index) => [id, `${index + 1}`]))
  const inside = ({start, end}: {start: number; end: number}) => utterances.some((u) => u.start <= start && end <= u.end)
  const words = terms.filter((term) => !inside(term))
  for (const [index, {id}] of words.entries()) names.set(id, `w${index + 1}`)
  const spans = [
    ...utterances.map(({id, start, end}) => ({start, end, label: `u${names.get(id)}`})),
    ...glosses.map(({start, end}) => ({start, end, label: 'g'})),
    ...glosses.flatMap(({parts}) => parts.map(({start, end, of}) => ({start, end, label: `t${of.map((id) => names.get(id)).join(',')}`}))),
    ...words.map(({id, start, end}) => ({start, end, label: String(names.get(id))})),
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

/** Enough of a language to be sure of it, so that a case may be about something else. */
export const OPENING = `“⟦u1 Orreth sulvane, mirrod.⟧” The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

“⟦u2 Vennu okresh tal mirrod?⟧” he asked. ⟦g (⟦t2 Where does the traveller go?⟧)⟧ Nobody on the jetty answered him, and the river went by in the dark.

`

/** The opening with a case behind it; marks of the case count on from the opening's. */
export const check = (drawn: string, options?: Options) => {
  const source = undraw(drawn)
  expect(draw(source, annotate(source, options).standoff)).toBe(drawn)
}
export const goesOn = (drawn: string, options?: Options) => check(`${OPENING}${drawn}`, options)
