import type {Bracket, Quotation, Sentence, Span, Word, Zone} from '../types.js'
import {firstEndingAfter, indicesInside, trim} from './spans.js'

/**
 * A full stop, or several, with the quotation marks and brackets that close after it, before a space or the end; scripts
 * without spaces have wide ones that need none.
 */
const STOP = /[.!?…]+["'”’“‘»«›‹)\]*_]*(?=\s|$)|[。！？]+["'”’»›」』)\]]*/gu

/** Whether the stop that begins at `index` ends a sentence: not after an abbreviation or initial, not before lower case. */
function endsSentence(text: string, index: number, stop: string, next: number, abbreviations: ReadonlySet<string>): boolean {
  const following = /\S/u.exec(text.slice(next, next + 8))?.[0]
  if (following !== undefined && /\p{Ll}/u.test(following)) return false
  if (text[index - 1] === ',') return false
  if (!stop.startsWith('.') || stop.startsWith('..')) return true
  const word = /[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? ''
  return !(abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word))
}

type Region = Span & {readonly zone: Zone}

/** The stretches into which quotations and brackets cut a block; brackets are stronger than quotations. */
function regions(length: number, quotations: readonly Quotation[], brackets: readonly Bracket[]): Region[] {
  const found: Region[] = []
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

/** Cuts narration where emphasis on more than one word begins and ends. */
function emphasised(text: string, stretches: readonly Region[], emphases: readonly Span[]): Region[] {
  const long = emphases.filter(({start, end}) => /\S\s+\S/u.test(text.slice(start, end)))
  if (long.length === 0) return [...stretches]
  return stretches.flatMap((stretch): Region[] => {
    if (stretch.zone !== 'narration') return [stretch]
    const cut: Region[] = []
    let from = stretch.start
    for (let i = firstEndingAfter(long, from); i < long.length && (long[i] as Span).start < stretch.end; i++) {
      const {start, end} = long[i] as Span
      if (start < from || end > stretch.end) continue
      cut.push({start: from, end: start, zone: 'narration'}, {start, end, zone: 'emphasis'})
      from = end
    }
    return [...cut, {start: from, end: stretch.end, zone: 'narration'}].filter((region) => region.start < region.end) as Region[]
  })
}

interface Anatomy {
  readonly quotations: readonly Quotation[]
  readonly brackets: readonly Bracket[]
  readonly emphases: readonly Span[]
  readonly words: readonly Word[]
}

/**
 * The sentences of a block, in order. None crosses a quotation mark, a bracket or the bounds of long emphasis; stretches without a word are no
 * sentence. Knows no language: abbreviations come from the host.
 */
export function sentencesOf(text: string, {quotations, brackets, emphases, words}: Anatomy, abbreviations: ReadonlySet<string>): Sentence[] {
  const sentences: Sentence[] = []
  const stretches = emphasised(text, regions(text.length, quotations, brackets), emphases)
  stretches.forEach(({zone, ...span}, region) => {
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
