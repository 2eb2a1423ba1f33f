import {flatMap} from '../util/lists.js'
import {findSentenceEnd, findTerminatorRunEnd} from './sentence-ends.js'
import {firstEndingAfter, isSpace, trim} from './spans.js'
import type {Bracket, Quotation, Sentence, Span, Tokens, Zone} from './types.js'

const LOWER_CASE = /\p{Ll}/u
const LETTER = /[\p{L}\p{M}]/u
const CAPITAL = /^\p{Lu}$/u
const MAX_ABBREVIATION_LENGTH = 12

/** Returns whether a letter or mark stands at an index, with a fast path for ASCII. */
const isLetter = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  if (unit < 128) return (unit | 32) >= 97 && (unit | 32) <= 122
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff && index > 0
  return LETTER.test(String.fromCodePoint(text.codePointAt(isLowSurrogate ? index - 1 : index) as number))
}

/** Returns whether a lower-case letter is next from `index` on, after white space. */
function continuesInLowerCase(text: string, index: number): boolean {
  let next = index
  while (next < text.length && isSpace(text.charCodeAt(next))) next++
  const unit = text.charCodeAt(next)
  return unit < 128 ? unit >= 97 && unit <= 122 : next < text.length && LOWER_CASE.test(String.fromCodePoint(text.codePointAt(next) as number))
}

/** Returns whether the terminator at `index` ends a sentence: not after an abbreviation or initial, not before lower case. */
function endsSentence(text: string, index: number, next: number, abbreviations: ReadonlySet<string>): boolean {
  if (continuesInLowerCase(text, next) || text[index - 1] === ',') return false
  if (text[index] !== '.' || text[index + 1] === '.') return true
  let start = index
  while (start > 0 && index - start < MAX_ABBREVIATION_LENGTH && isLetter(text, start - 1)) start--
  const word = text.slice(start, index)
  return !(abbreviations.has(word.toLowerCase()) || CAPITAL.test(word))
}

type Region = Span & {readonly zone: Zone}

/** Splits a passage at quotations and brackets; a bracket takes precedence over a quotation. */
function splitRegions(length: number, quotations: readonly Quotation[], brackets: readonly Bracket[]): Region[] {
  const regions: Region[] = []
  const add = (start: number, end: number, zone: Zone) => {
    if (start < end) regions.push({start, end, zone})
  }
  let nextBracket = 0
  /** Adds a range of speech or narration, split at the brackets inside; returns where it ends. */
  const addRange = (start: number, end: number, zone: Zone): number => {
    let from = start
    for (; nextBracket < brackets.length && (brackets[nextBracket] as Bracket).outer.start < end; nextBracket++) {
      const bracket = brackets[nextBracket] as Bracket
      add(from, bracket.outer.start, zone)
      add(bracket.start, bracket.end, 'bracket')
      from = bracket.outer.end
    }
    add(from, end, zone)
    return Math.max(from, end)
  }
  let from = 0
  for (const quotation of quotations) {
    if (quotation.open.start < from) continue
    from = addRange(from, quotation.open.start, 'narration')
    if (quotation.open.start < from) continue
    from = addRange(quotation.start, quotation.end, 'speech')
    from = Math.max(from, quotation.close?.end ?? quotation.end)
  }
  addRange(from, length, 'narration')
  return regions
}

/** Splits narration at emphasis that spans more than one word. */
function splitAtEmphases(text: string, regions: readonly Region[], emphases: readonly Span[]): readonly Region[] {
  if (emphases.length === 0) return regions
  const long = emphases.filter(({start, end}) => /\S\s+\S/u.test(text.slice(start, end)))
  if (long.length === 0) return regions
  return flatMap(regions, (region): Region[] => {
    if (region.zone !== 'narration') return [region]
    const parts: Region[] = []
    let from = region.start
    for (let i = firstEndingAfter(long, from); i < long.length && (long[i] as Span).start < region.end; i++) {
      const {start, end} = long[i] as Span
      if (start < from || end > region.end) continue
      parts.push({start: from, end: start, zone: 'narration'}, {start, end, zone: 'emphasis'})
      from = end
    }
    return [...parts, {start: from, end: region.end, zone: 'narration'}].filter((part) => part.start < part.end) as Region[]
  })
}

interface SentenceContext {
  readonly quotations: readonly Quotation[]
  readonly brackets: readonly Bracket[]
  readonly emphases: readonly Span[]
  /** The passage's words, as indices into `tokens`. */
  readonly words: Span
  readonly tokens: Tokens
  /** Offsets of sentence terminators. */
  readonly terminators: readonly number[]
}

/**
 * Splits a passage into sentences, in order. No sentence crosses a quotation mark, a bracket or the bounds of long emphasis; text
 * without a word is no sentence. Independent of the language, except for the host's abbreviations (lower case, without the period).
 */
export function splitSentences(text: string, context: SentenceContext, abbreviations: ReadonlySet<string>): Sentence[] {
  const {quotations, brackets, emphases, words, tokens, terminators} = context
  const sentences: Sentence[] = []
  let nextWord = words.start
  const add = (from: number, to: number, zone: Zone, region: number) => {
    while (nextWord < words.end && (tokens.starts[nextWord] as number) < from) nextWord++
    const first = nextWord
    while (nextWord < words.end && (tokens.ends[nextWord] as number) <= to) nextWord++
    if (first === nextWord) return
    const {start, end} = trim(text, {start: from, end: to})
    sentences.push({start, end, zone, region, words: {start: first - words.start, end: nextWord - words.start}})
  }
  const regions = splitAtEmphases(text, splitRegions(text.length, quotations, brackets), emphases)
  let next = 0
  for (let index = 0; index < regions.length; index++) {
    const {start, end, zone} = regions[index] as Region
    let from = start
    /** Terminators before this offset belong to a run that was already handled. */
    let handledEnd = start
    for (; next < terminators.length && (terminators[next] as number) < end; next++) {
      const at = terminators[next] as number
      if (at < handledEnd) continue
      const terminatorEnd = findSentenceEnd(text, at)
      if (terminatorEnd === 0) {
        handledEnd = findTerminatorRunEnd(text, at)
        continue
      }
      // The end of a region ends its last sentence anyway.
      if (terminatorEnd >= end) break
      handledEnd = terminatorEnd
      if (!endsSentence(text, at, terminatorEnd, abbreviations)) continue
      add(from, terminatorEnd, zone, index)
      from = terminatorEnd
    }
    add(from, end, zone, index)
  }
  return sentences
}
