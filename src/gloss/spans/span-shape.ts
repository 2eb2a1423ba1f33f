/** What a stretch of words looks like, and where it stands. */
import {ancestorsOf, boxOf} from './context.js'
import {bin} from './feature-tables.js'
import {EMPHASISED, type Layout, NARRATION, OTHER_BRACKET, ROUND, SPEECH, SQUARE} from './passage-layout.js'

/** How much of the text around it a span is: 2 its whole passage, 1 whole lines of it, else 0. */
export function wholeness(layout: Layout, from: number, to: number): number {
  if (from === 0 && to === layout.count) return 2
  return (from === 0 || layout.line[from] === 1) && (to === layout.count || layout.line[to] === 1) ? 1 : 0
}

/** Lengths as bins of their ratio's logarithm, from a quarter or less to four times or more; a thirteenth says that all of one word. */
export function lengthBin(line: number, span: number): number {
  const ratio = Math.log2((span + 0.5) / (line + 0.5))
  return bin(Math.round(ratio * 2.5) + 6, 12)
}

/** 0 nothing, 1 `?`, 2 `!`, 3 a stop: how a stretch of words ends. */
export function moodAt(layout: Layout, to: number, ends: Int32Array, starts: Int32Array): number {
  const {text, tokens} = layout.passage
  const from = ends[tokens.start + to - 1] as number
  const limit = Math.min(from + 6, to < layout.count ? (starts[tokens.start + to] as number) : text.length)
  for (let i = from; i < limit; i++) {
    const character = text[i]
    if (character === '?') return 1
    if (character === '!') return 2
    if (character === '.' || character === '…') return 3
    if (character === '(' || character === '[') break
  }
  return 0
}

/** The setting of emphasis inside speech. */
export const SPOKEN_EMPHASIS = 6

/** Where a span stands: narration, speech, round, square or other brackets, emphasis, emphasis inside speech. */
export function settingOf(layout: Layout, from: number, to: number): number {
  let at = layout.enclosureOf[from] as number
  const last = ancestorsOf(layout, layout.enclosureOf[to - 1] as number)
  while (at >= 0 && !last.has(at)) at = (layout.enclosures[at] as {parent: number}).parent
  const innermost = at >= 0 ? (layout.enclosures[at] as {kind: number}).kind : NARRATION
  let speech = false
  for (; at >= 0; at = (layout.enclosures[at] as {parent: number}).parent) {
    const {kind} = layout.enclosures[at] as {kind: number}
    if (kind === ROUND || kind === SQUARE || kind === OTHER_BRACKET) return kind
    if (kind === SPEECH) speech = true
  }
  return innermost === EMPHASISED ? (speech ? SPOKEN_EMPHASIS : EMPHASISED) : speech ? SPEECH : NARRATION
}

/** The relation of a span to the line in the same passage: 0 the same speech, 1 a bracket or speech in it, 2 around it, 3 beside it. */
export function relationOf(layout: Layout, line: number, span: number): number {
  const own = boxOf(layout, line)
  const other = boxOf(layout, span)
  if (own === other) return 0
  if (ancestorsOf(layout, other).has(own)) return 1
  if (ancestorsOf(layout, own).has(other)) return 2
  return 3
}

/** How near a distance is: 0 in the same passage behind, 1 the next one, 2 further or before. */
export const nearOf = (distance: number): number => (distance <= 3 ? 0 : distance <= 5 ? 1 : distance >= 12 ? 0 : 2)

/** Whether a run of words is said twice, side by side. */
export function saysTwice(keyAt: (i: number) => string, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (keyAt(i) === keyAt(i - 1) && keyAt(i).length > 1) return true
  const half = (to - from) >> 1
  if (to - from < 2 || (to - from) % 2 === 1) return false
  for (let i = 0; i < half; i++) if (keyAt(from + i) !== keyAt(from + half + i)) return false
  return true
}

/** Gaps of a stretch that have a comma. */
export function countCommas(layout: Layout, from: number, to: number): number {
  let commas = 0
  for (let gap = from + 1; gap < to; gap++) if (layout.left[gap] === 1 || layout.right[gap] === 1) commas++
  return commas
}
