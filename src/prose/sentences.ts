import {flatMap} from '../util/lists.js'
import {firstEndingAfter, isSpace, trim} from './spans.js'
import {endOfRun, endOfStop} from './stops.js'
import type {Bracket, Quotation, Sentence, Span, Tokens, Zone} from './types.js'

const SMALL = /\p{Ll}/u
const LETTER = /[\p{L}\p{M}]/u
const CAPITAL = /^\p{Lu}$/u
const LONGEST_ABBREVIATION = 12

/** Most that are asked for are of ASCII. */
const isLetter = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  if (unit < 128) return (unit | 32) >= 97 && (unit | 32) <= 122
  const isSecond = unit >= 0xdc00 && unit <= 0xdfff && index > 0
  return LETTER.test(String.fromCodePoint(text.codePointAt(isSecond ? index - 1 : index) as number))
}

/** Whether a small letter is the next thing from `index` on, white space aside. */
function goesOn(text: string, index: number): boolean {
  let next = index
  while (next < text.length && isSpace(text.charCodeAt(next))) next++
  const unit = text.charCodeAt(next)
  return unit < 128 ? unit >= 97 && unit <= 122 : next < text.length && SMALL.test(String.fromCodePoint(text.codePointAt(next) as number))
}

/** Whether the stop that begins at `index` ends a sentence: not after an abbreviation or initial, not before lower case. */
function endsSentence(text: string, index: number, next: number, abbreviations: ReadonlySet<string>): boolean {
  if (goesOn(text, next) || text[index - 1] === ',') return false
  if (text[index] !== '.' || text[index + 1] === '.') return true
  let start = index
  while (start > 0 && index - start < LONGEST_ABBREVIATION && isLetter(text, start - 1)) start--
  const word = text.slice(start, index)
  return !(abbreviations.has(word.toLowerCase()) || CAPITAL.test(word))
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
  return flatMap(stretches, (stretch): Region[] => {
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
  /** Where stops stand. */
  readonly stops: readonly number[]
}

/**
 * The sentences of a block, in order. None crosses a quotation mark, a bracket or the bounds of long emphasis; stretches without a word are no
 * sentence. Knows no language: abbreviations come from the host.
 */
export function sentencesOf(text: string, {quotations, brackets, emphases, words, tokens, stops}: Anatomy, abbreviations: ReadonlySet<string>): Sentence[] {
  const sentences: Sentence[] = []
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
  let stop = 0
  for (let region = 0; region < stretches.length; region++) {
    const {start, end, zone} = stretches[region] as Region
    let from = start
    /** Where the last stop ended, be it the end of a sentence or not. */
    let past = start
    for (; stop < stops.length && (stops[stop] as number) < end; stop++) {
      const at = stops[stop] as number
      if (at < past) continue
      const stopEnd = endOfStop(text, at)
      if (stopEnd === 0) {
        past = endOfRun(text, at)
        continue
      }
      // Short of the end by nothing: a stop at the end of a stretch ends its last sentence anyway.
      if (stopEnd >= end) break
      past = stopEnd
      if (!endsSentence(text, at, stopEnd, abbreviations)) continue
      add(from, stopEnd, zone, region)
      from = stopEnd
    }
    add(from, end, zone, region)
  }
  return sentences
}
