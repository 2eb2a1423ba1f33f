import {memoize} from 'lodash-es'
import type {PrintedForm, Span, Word} from '../types.js'
import {APOSTROPHES, DEFAULT_JOINERS} from './folding.js'
import {type Forms, hashOf, nextHash, printedForms, startHash} from './forms.js'

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** What a UTF-16 code unit is to a word. */
const LETTER_UNIT = 1
const OTHER_UNIT = 2
/** The first half of a pair: the character tells. */
const PAIR_UNIT = 4
const JOINER_UNIT = 8
const APOSTROPHE_UNIT = 16

/** Kinds of code units, 0 where they have not been asked for: a table is several times faster than a test of Unicode properties. */
const kindsOf = memoize((joiners: string): Uint8Array => {
  const kinds = new Uint8Array(0x10000)
  for (const character of joiners) kinds[character.charCodeAt(0)] = OTHER_UNIT | JOINER_UNIT
  for (const character of APOSTROPHES) kinds[character.charCodeAt(0)] = OTHER_UNIT | APOSTROPHE_UNIT | (joiners.includes(character) ? JOINER_UNIT : 0)
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

/** How many code units the letter, mark or digit at `index` takes; 0, if there is none. */
export function letterAt(text: string, index: number, kinds = kindsOf(DEFAULT_JOINERS)): number {
  const kind = kindAt(kinds, text, index)
  if (kind === LETTER_UNIT) return 1
  return kind === PAIR_UNIT && LETTER.test(String.fromCodePoint(text.codePointAt(index) as number)) ? 2 : 0
}

const NONE: ReadonlySet<number> = new Set()

/** The words of a story, one after the other, as numbers: a hundred thousand objects would cost more than all that is done with them. */
export interface Tokens {
  /** In UTF-16 code units of the paragraph's text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Numbers of printed forms. */
  readonly forms: Int32Array
}

/** Reads texts one after the other; the words of all are in `tokens()`. */
export interface TokenReader {
  /**
   * @param quotationMarks offsets of single quotation marks
   * @returns indices of the text's words among the tokens, end exclusive
   */
  readonly read: (text: string, quotationMarks?: ReadonlySet<number>) => Span
  readonly tokens: () => Tokens
}

/**
 * Finds words: letters, marks and digits with single joiners between them (`\w` and `\b` know only ASCII).
 * An apostrophe at either end belongs to the word unless it is a quotation mark.
 *
 * @param forms numbers the printed forms; the same for all texts of a story
 * @param joiners characters that join letters to words
 */
export function tokenReader(forms: Pick<Forms, 'at'>, joiners = DEFAULT_JOINERS): TokenReader {
  const kinds = kindsOf(joiners)
  let tokens: Tokens = {starts: new Int32Array(1024), ends: new Int32Array(1024), forms: new Int32Array(1024)}
  let count = 0
  const grown = (numbers: Int32Array): Int32Array => {
    const larger = new Int32Array(2 * numbers.length)
    larger.set(numbers)
    return larger
  }
  const read = (text: string, quotationMarks = NONE): Span => {
    const isApostrophe = (index: number) => (kindAt(kinds, text, index) & APOSTROPHE_UNIT) !== 0 && !quotationMarks.has(index)
    const {length} = text
    const first = count
    let last = 0
    for (let i = 0; i < length; ) {
      let unit = text.charCodeAt(i)
      let kind = kinds[unit] || classify(kinds, unit)
      if (kind !== LETTER_UNIT && (kind !== PAIR_UNIT || letterAt(text, i, kinds) === 0)) {
        i++
        continue
      }
      let start = i
      let hash = startHash
      for (;;) {
        hash = nextHash(hash, unit)
        if (kind === PAIR_UNIT) hash = nextHash(hash, text.charCodeAt(++i))
        if (++i === length) break
        unit = text.charCodeAt(i)
        kind = kinds[unit] || classify(kinds, unit)
        if (kind === LETTER_UNIT) continue
        if (kind === PAIR_UNIT ? letterAt(text, i, kinds) === 0 : (kind & JOINER_UNIT) === 0 || letterAt(text, i + 1, kinds) === 0) break
      }
      if (isApostrophe(i)) hash = nextHash(hash, text.charCodeAt(i++))
      if (start > last && isApostrophe(start - 1)) hash = hashOf(text, --start, i)
      if (count === tokens.starts.length) tokens = {starts: grown(tokens.starts), ends: grown(tokens.ends), forms: grown(tokens.forms)}
      tokens.starts[count] = start
      tokens.ends[count] = i
      tokens.forms[count] = forms.at(text, start, i, hash)
      count++
      last = i
    }
    return {start: first, end: count}
  }
  return {read, tokens: () => tokens}
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
  const forms = printedForms()
  const reader = tokenReader(forms, joiners)
  const span = reader.read(text, quotationMarks)
  return wordsAmong(reader.tokens(), span, forms)
}

/** Whether a word begins with a capital letter; letters without case do not. */
export function isCapitalised(surface: string): boolean {
  const first = surface.charCodeAt(0)
  if (first >= 97 && first <= 122) return false
  return (first >= 65 && first <= 90) || /^\P{L}*\p{Lu}/u.test(surface)
}

/** Whether a word of more than one letter is printed in capitals alone. */
export const isShouted = (surface: string): boolean => /\p{Lu}\P{Ll}*\p{Lu}/u.test(surface) && !/\p{Ll}/u.test(surface)

/** Whether nothing but white space, punctuation and marks stands in a text. */
export const isGap = (text: string): boolean => /^[^\p{L}\p{M}\p{N}]*$/u.test(text)
