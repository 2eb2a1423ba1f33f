import type {Bracket, Quotation, Sentence, Span, Tokens, Zone} from '../types.js'
import {firstEndingAfter, trim} from './spans.js'

/**
 * A full stop, or several, with the quotation marks and brackets that close after it, before a space or the end; scripts
 * without spaces have wide ones that need none.
 */
const STOP = /[.!?…]+["'”’“‘»«›‹)\]*_]*(?=\s|$)|[。！？]+["'”’»›」』)\]]*/gu

/** What a stop may not be followed by, before white space ends; what it may not be preceded by. */
const GOES_ON = /\s*\p{Ll}/uy
const LAST_WORD = /[\p{L}\p{M}]+$/u
const LONGEST_ABBREVIATION = 12

/** Whether the stop that begins at `index` ends a sentence: not after an abbreviation or initial, not before lower case. */
function endsSentence(text: string, index: number, stop: string, next: number, abbreviations: ReadonlySet<string>): boolean {
  GOES_ON.lastIndex = next
  if (GOES_ON.test(text)) return false
  if (text[index - 1] === ',') return false
  if (!stop.startsWith('.') || stop.startsWith('..')) return true
  const word = LAST_WORD.exec(text.slice(Math.max(0, index - LONGEST_ABBREVIATION), index))?.[0] ?? ''
  return !(abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word))
}

/** The stops of a text, asked for from places further and further on; what was found is kept, or every stretch would be read to the end. */
function stopsOf(text: string): {readonly from: (offset: number) => (Span & {readonly text: string}) | undefined} {
  let found: (Span & {readonly text: string}) | undefined
  let done = false
  const from = (offset: number) => {
    if (done || (found && found.start >= offset)) return found
    STOP.lastIndex = offset
    const match = STOP.exec(text)
    done = match === null
    found = match ? {start: match.index, end: match.index + match[0].length, text: match[0]} : undefined
    return found
  }
  return {from}
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
function emphasised(text: string, stretches: readonly Region[], emphases: readonly Span[]): readonly Region[] {
  if (emphases.length === 0) return stretches
  const long = emphases.filter(({start, end}) => /\S\s+\S/u.test(text.slice(start, end)))
  if (long.length === 0) return stretches
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
  /** The words of the block, by their indices among the tokens of the story. */
  readonly words: Span
  readonly tokens: Tokens
}

/**
 * The sentences of a block, in order. None crosses a quotation mark, a bracket or the bounds of long emphasis; stretches without a word are no
 * sentence. Knows no language: abbreviations come from the host.
 */
export function sentencesOf(text: string, {quotations, brackets, emphases, words, tokens}: Anatomy, abbreviations: ReadonlySet<string>): Sentence[] {
  const sentences: Sentence[] = []
  const stops = stopsOf(text)
  let next = words.start
  const add = (from: number, to: number, zone: Zone, region: number) => {
    while (next < words.end && (tokens.starts[next] as number) < from) next++
    const first = next
    while (next < words.end && (tokens.ends[next] as number) <= to) next++
    if (first === next) return
    const {start, end} = trim(text, {start: from, end: to})
    sentences.push({start, end, zone, region, words: {start: first - words.start, end: next - words.start}})
  }
  const stretches = emphasised(text, regions(text.length, quotations, brackets), emphases)
  for (let region = 0; region < stretches.length; region++) {
    const {start, end, zone} = stretches[region] as Region
    let from = start
    // Short of the end by nothing: a stop at the end of a stretch ends its last sentence anyway.
    for (let stop = stops.from(start); stop && stop.end < end; stop = stops.from(stop.end)) {
      if (!endsSentence(text, stop.start, stop.text, stop.end, abbreviations)) continue
      add(from, stop.end, zone, region)
      from = stop.end
    }
    add(from, end, zone, region)
  }
  return sentences
}
