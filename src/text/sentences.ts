import type {Bracket, Quotation, Sentence, Span, Word, Zone} from '../types.js'
import {indicesInside, trim} from './spans.js'

/** A full stop, or several, with the quotation marks and brackets that close after it, before a space or the end. */
const STOP = /[.!?…]+["'”’»)\]*_]*(?=\s|$)/gu

/** Whether the stop that begins at `index` ends a sentence: not after an abbreviation or initial, not before lower case. */
function endsSentence(text: string, index: number, stop: string, next: number, abbreviations: ReadonlySet<string>): boolean {
  const following = /\S/u.exec(text.slice(next, next + 8))?.[0]
  if (following !== undefined && /\p{Ll}/u.test(following)) return false
  if (text[index - 1] === ',') return false
  if (!stop.startsWith('.') || stop.startsWith('..')) return true
  const word = /[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? ''
  return !(abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word))
}

/** The stretches into which quotations and brackets cut a block; brackets are stronger than quotations. */
function regions(length: number, quotations: readonly Quotation[], brackets: readonly Bracket[]): (Span & {zone: Zone})[] {
  const found: (Span & {zone: Zone})[] = []
  const told = (start: number, end: number, zone: Zone) => {
    if (start < end) found.push({start, end, zone})
  }
  let b = 0
  /** Cuts one stretch of speech or narration at the brackets inside it. */
  const cut = (start: number, end: number, zone: Zone): number => {
    let from = start
    for (; b < brackets.length && (brackets[b] as Bracket).outer.start < end; b++) {
      const bracket = brackets[b] as Bracket
      told(from, bracket.outer.start, zone)
      told(bracket.start, bracket.end, 'bracket')
      from = bracket.outer.end
    }
    told(from, end, zone)
    return Math.max(from, end)
  }
  let from = 0
  for (const quotation of quotations) {
    if (quotation.open.start < from) continue
    from = cut(from, quotation.open.start, 'narration')
    if (quotation.open.start < from) continue
    from = cut(quotation.start, quotation.end, 'speech')
    from = Math.max(from, quotation.close?.end ?? quotation.end)
  }
  cut(from, length, 'narration')
  return found
}

/**
 * The sentences of a block, in order. None crosses a quotation mark or a bracket; stretches without a word are no
 * sentence. Knows no language: abbreviations come from the host.
 */
export function sentencesOf(
  text: string,
  {quotations, brackets, words}: {quotations: readonly Quotation[]; brackets: readonly Bracket[]; words: readonly Word[]},
  abbreviations: ReadonlySet<string>,
): Sentence[] {
  const sentences: Sentence[] = []
  regions(text.length, quotations, brackets).forEach(({zone, ...span}, region) => {
    const add = (start: number, end: number) => {
      const inside = indicesInside(words, {start, end})
      if (inside.start < inside.end) sentences.push({...trim(text, {start, end}), zone, region, words: inside})
    }
    let from = span.start
    const stretch = text.slice(span.start, span.end)
    for (const match of stretch.matchAll(STOP)) {
      const next = span.start + match.index + match[0].length
      if (!endsSentence(text, span.start + match.index, match[0], next, abbreviations)) continue
      add(from, next)
      from = next
    }
    add(from, span.end)
  })
  return sentences
}
