import memoize from 'lodash-es/memoize.js'
import {APOSTROPHES, DEFAULT_JOINERS} from './folding.js'
import {type Forms, formAt, grown, hashOf, nextHash, printedForms, roomFor, SOME, startHash} from './printed-forms.js'
import {STOPS} from './stops.js'
import type {PrintedForm, Span, Tokens, Word} from './types.js'

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** What a UTF-16 code unit is to a word. */
const LETTER_UNIT = 1
const OTHER_UNIT = 2
/** The first half of a pair: the character tells. */
const PAIR_UNIT = 4
const JOINER_UNIT = 8
const APOSTROPHE_UNIT = 16
const STOP_UNIT = 32

/** Kinds of code units, 0 where they have not been asked for: a table is several times faster than a test of Unicode properties. */
const kindsOf = memoize((joiners: string): Uint8Array => {
  const kinds = new Uint8Array(0x10000)
  for (const character of joiners) kinds[character.charCodeAt(0)] = OTHER_UNIT | JOINER_UNIT
  for (const character of APOSTROPHES) kinds[character.charCodeAt(0)] = OTHER_UNIT | APOSTROPHE_UNIT | (joiners.includes(character) ? JOINER_UNIT : 0)
  for (const character of STOPS) kinds[character.charCodeAt(0)]! |= OTHER_UNIT | STOP_UNIT
  return kinds
})

function classify(kinds: Uint8Array, unit: number): number {
  const kind = unit >= 0xd800 && unit <= 0xdbff ? PAIR_UNIT : LETTER.test(String.fromCharCode(unit)) ? LETTER_UNIT : OTHER_UNIT
  kinds[unit] = kind
  return kind
}

/** What stands at an index: the kind of a code unit, or of nothing. */
function kindAt(kinds: Uint8Array, text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return kinds[unit] || (Number.isNaN(unit) ? OTHER_UNIT : classify(kinds, unit))
}

/** Whether the pair of code units at `index` is a letter, mark or digit. */
const isLetterPair = (text: string, index: number): boolean => LETTER.test(String.fromCodePoint(text.codePointAt(index) as number))

/** How many code units the letter, mark or digit at `index` takes; 0, if there is none. */
export function letterAt(text: string, index: number, kinds = kindsOf(DEFAULT_JOINERS)): number {
  const kind = kindAt(kinds, text, index)
  if (kind === LETTER_UNIT) return 1
  return kind === PAIR_UNIT && isLetterPair(text, index) ? 2 : 0
}

const NONE: ReadonlySet<number> = new Set()

/** Units of a text that take one word, at a guess; where words are shorter, more room is made. */
const UNITS_A_WORD = 5

/** Units of a paragraph that a reader has room for at first. */
const UNITS = 1 << 8

/** Reads texts one after the other; the words of all are in `tokens()`. */
export interface TokenReader {
  /**
   * @param quotationMarks offsets of single quotation marks
   * @returns indices of the text's words among the tokens, end exclusive
   */
  readonly read: (text: string, quotationMarks?: ReadonlySet<number>) => Span
  readonly tokens: () => Tokens
  /** Where stops stand in the text that was read last: found on the way, they cost nothing. */
  readonly stops: () => readonly number[]
}

/** What a reader has read, and what it reads with. */
interface Reading {
  readonly forms: Forms
  readonly kinds: Uint8Array
  tokens: Tokens
  count: number
  stops: number[]
  /** The code units of the text, each of which is looked at several times: strings are slower to read. */
  units: Uint16Array
}

/** Takes a text's code units out, and makes room for its words. */
function prepare(reading: Reading, text: string): void {
  const {length} = text
  while (reading.units.length < length + 2) reading.units = new Uint16Array(2 * reading.units.length)
  const {units} = reading
  for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i)
  // Behind the end stands what is no part of any word, so that no index need be compared with the length.
  units[length] = 0
  units[length + 1] = 0
  // A word takes at least one unit, and another parts it from the next.
  while (2 * (reading.tokens.starts.length - reading.count) <= length) {
    const {starts, ends, forms} = reading.tokens
    reading.tokens = {starts: grown(starts), ends: grown(ends), forms: grown(forms)}
  }
}

function isLetter({kinds, units}: Reading, text: string, index: number): boolean {
  const unit = units[index] as number
  const kind = kinds[unit] || classify(kinds, unit)
  return kind === LETTER_UNIT || (kind === PAIR_UNIT && isLetterPair(text, index))
}

function read(reading: Reading, text: string, quotationMarks: ReadonlySet<number>): Span {
  prepare(reading, text)
  const {forms, kinds, units, tokens} = reading
  const stops: number[] = []
  reading.stops = stops
  const first = reading.count
  let count = first
  let last = 0
  for (let i = 0; i < text.length; ) {
    let unit = units[i] as number
    let kind = kinds[unit] || classify(kinds, unit)
    if (kind !== LETTER_UNIT && (kind !== PAIR_UNIT || !isLetterPair(text, i))) {
      if ((kind & STOP_UNIT) !== 0) stops.push(i)
      i++
      continue
    }
    let start = i
    let hash = startHash
    for (;;) {
      hash = nextHash(hash, unit)
      if (kind === PAIR_UNIT) hash = nextHash(hash, units[++i] as number)
      unit = units[++i] as number
      kind = kinds[unit] || classify(kinds, unit)
      if (kind === LETTER_UNIT) continue
      if (kind === PAIR_UNIT ? !isLetterPair(text, i) : (kind & JOINER_UNIT) === 0 || !isLetter(reading, text, i + 1)) break
    }
    if ((kind & APOSTROPHE_UNIT) !== 0 && !quotationMarks.has(i)) {
      hash = nextHash(hash, unit)
      i++
    }
    const before = start > last ? (kinds[units[start - 1] as number] as number) : 0
    if ((before & APOSTROPHE_UNIT) !== 0 && !quotationMarks.has(start - 1)) hash = hashOf(units, --start, i)
    tokens.starts[count] = start
    tokens.ends[count] = i
    tokens.forms[count] = formAt(forms, text, units, start, i, hash)
    count++
    last = i
  }
  reading.count = count
  return {start: first, end: count}
}

/**
 * Finds words: letters, marks and digits with single joiners between them (`\w` and `\b` know only ASCII).
 * An apostrophe at either end belongs to the word unless it is a quotation mark.
 *
 * @param forms numbers the printed forms; the same for all texts of a story
 * @param joiners characters that join letters to words
 * @param length of all texts together
 */
export function tokenReader(forms: Forms, joiners = DEFAULT_JOINERS, length = SOME): TokenReader {
  const room = roomFor(length / UNITS_A_WORD)
  const tokens = {starts: new Int32Array(room), ends: new Int32Array(room), forms: new Int32Array(room)}
  const units = new Uint16Array(Math.min(UNITS, roomFor(length + 2)))
  const reading: Reading = {forms, kinds: kindsOf(joiners), tokens, count: 0, stops: [], units}
  return {read: (text, quotationMarks = NONE) => read(reading, text, quotationMarks), tokens: () => reading.tokens, stops: () => reading.stops}
}

/** Some of the words of a story as objects. */
export function wordsAmong({starts, ends, forms}: Tokens, {start, end}: Span, {list}: Pick<Forms, 'list'>): Word[] {
  const words: Word[] = []
  for (let i = start; i < end; i++) {
    const {surface, key, form, keyIndex} = list[forms[i] as number] as PrintedForm
    words.push({start: starts[i] as number, end: ends[i] as number, surface, key, form, keyIndex})
  }
  return words
}

/** The words of a single text. */
export function wordsOf(text: string, quotationMarks = NONE, joiners = DEFAULT_JOINERS): Word[] {
  const forms = printedForms(text.length)
  const reader = tokenReader(forms, joiners, text.length)
  const span = reader.read(text, quotationMarks)
  return wordsAmong(reader.tokens(), span, forms)
}

/** Whether a small letter of ASCII stands at an index. */
export function isSmallAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 97 && unit <= 122
}

/** Whether a word begins with a small letter of ASCII, as most do; of others less is said. */
export const isPlainlySmall = (surface: string): boolean => isSmallAt(surface, 0)

/** Whether a word begins with a capital letter; letters without case do not. */
export function isCapitalised(surface: string): boolean {
  if (isPlainlySmall(surface)) return false
  const first = surface.charCodeAt(0)
  return (first >= 65 && first <= 90) || /^\P{L}*\p{Lu}/u.test(surface)
}

/** Whether a word begins with a digit. */
export function isFigure(key: string): boolean {
  const first = key.charCodeAt(0)
  return first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(key)
}

/** Whether a word of more than one letter is printed in capitals alone. */
export const isShouted = (surface: string): boolean => !isSmallAt(surface, 1) && /\p{Lu}\P{Ll}*\p{Lu}/u.test(surface) && !/\p{Ll}/u.test(surface)

/** Whether nothing but white space, punctuation and marks stands in a text. */
export const isGap = (text: string): boolean => /^[^\p{L}\p{M}\p{N}]*$/u.test(text)
