import memoize from 'lodash-es/memoize.js'
import {APOSTROPHES, DEFAULT_JOINERS} from './folding.js'
import {capacityFor, createFormTable, DEFAULT_TEXT_LENGTH, type FormTable, growArray, HASH_SEED, hashUnits, internForm, updateHash} from './form-table.js'
import {SENTENCE_TERMINATORS} from './sentence-ends.js'
import type {PrintedForm, Span, Tokens, Word} from './types.js'

/** Private-use letters are those of scripts that Unicode lacks: Klingon, Tengwar. */
const LETTER = /[\p{L}\p{M}\p{N}\p{Co}]/u

/** Kinds of UTF-16 code units, as bit flags; `LETTER_UNIT` includes marks and digits. */
const LETTER_UNIT = 1
const OTHER_UNIT = 2
/** A high surrogate; its kind depends on the whole character. */
const SURROGATE_UNIT = 4
const JOINER_UNIT = 8
const APOSTROPHE_UNIT = 16
const TERMINATOR_UNIT = 32
/**
 * Letters of scripts written without spaces: what Chinese and Japanese write in one of them is a word, or part of one. Kinds from `HAN_UNIT` on are
 * letters that join only with letters of the same kind.
 */
const HAN_UNIT = 64
const HIRAGANA_UNIT = 128
const KATAKANA_UNIT = 192

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const HAN = /\p{Script=Han}/u
const HIRAGANA = /\p{Script=Hiragana}/u

function classifyLetter(letter: string): number {
  if (!UNSPACED.test(letter)) return LETTER_UNIT
  return HAN.test(letter) ? HAN_UNIT : HIRAGANA.test(letter) ? HIRAGANA_UNIT : KATAKANA_UNIT
}

/** Returns the kinds of all code units, 0 if not yet computed: a table is several times faster than testing Unicode properties. */
const getUnitKinds = memoize((joiners: string): Uint8Array => {
  const kinds = new Uint8Array(0x10000)
  for (const character of joiners) kinds[character.charCodeAt(0)] = OTHER_UNIT | JOINER_UNIT
  for (const character of APOSTROPHES) kinds[character.charCodeAt(0)] = OTHER_UNIT | APOSTROPHE_UNIT | (joiners.includes(character) ? JOINER_UNIT : 0)
  for (const character of SENTENCE_TERMINATORS) kinds[character.charCodeAt(0)]! |= OTHER_UNIT | TERMINATOR_UNIT
  return kinds
})

function classifyUnit(kinds: Uint8Array, unit: number): number {
  const letter = String.fromCharCode(unit)
  const kind = unit >= 0xd800 && unit <= 0xdbff ? SURROGATE_UNIT : LETTER.test(letter) ? classifyLetter(letter) : OTHER_UNIT
  kinds[unit] = kind
  return kind
}

const isLetterKind = (kind: number): boolean => kind === LETTER_UNIT || kind >= HAN_UNIT

/** Returns the kind of the code unit at an index, which may be outside of the text. */
function kindAt(kinds: Uint8Array, text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return kinds[unit] || (Number.isNaN(unit) ? OTHER_UNIT : classifyUnit(kinds, unit))
}

/** Returns whether the surrogate pair at `index` is a letter, mark or digit. */
const isLetterPair = (text: string, index: number): boolean => LETTER.test(String.fromCodePoint(text.codePointAt(index) as number))

/** Returns the number of code units of the letter, mark or digit at `index`; 0 if there is none. */
export function letterLengthAt(text: string, index: number, kinds = getUnitKinds(DEFAULT_JOINERS)): number {
  const kind = kindAt(kinds, text, index)
  if (isLetterKind(kind)) return 1
  return kind === SURROGATE_UNIT && isLetterPair(text, index) ? 2 : 0
}

const NO_MARKS: ReadonlySet<number> = new Set()

/** Estimated code units per word, for the initial capacity. */
const UNITS_PER_WORD = 5

/** Initial capacity for the code units of a paragraph. */
const INITIAL_UNITS = 1 << 8

/** Tokenizes texts one after the other; `tokens()` holds the words of all. */
export interface Tokenizer {
  /**
   * @param quotationMarks offsets of single quotation marks
   * @returns indices of the text's words among the tokens, end exclusive
   */
  readonly tokenize: (text: string, quotationMarks?: ReadonlySet<number>) => Span
  readonly tokens: () => Tokens
  /** Offsets of the sentence terminators in the last text; a by-product of tokenizing. */
  readonly terminators: () => readonly number[]
}

interface TokenizerState {
  readonly forms: FormTable
  readonly kinds: Uint8Array
  tokens: Tokens
  /** Number of tokens so far. */
  count: number
  terminators: number[]
  /** Code units of the current text, each of which is read several times; an array is faster than the string. */
  units: Uint16Array
}

/** Copies a text's code units and makes room for its words. */
function prepare(state: TokenizerState, text: string): void {
  const {length} = text
  while (state.units.length < length + 2) state.units = new Uint16Array(2 * state.units.length)
  const {units} = state
  for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i)
  // Two sentinels that belong to no word save comparing every index with the length.
  units[length] = 0
  units[length + 1] = 0
  // A word takes at least one unit, and another separates it from the next.
  while (2 * (state.tokens.starts.length - state.count) <= length) {
    const {starts, ends, forms} = state.tokens
    state.tokens = {starts: growArray(starts), ends: growArray(ends), forms: growArray(forms)}
  }
}

function isLetter({kinds, units}: TokenizerState, text: string, index: number): boolean {
  const unit = units[index] as number
  const kind = kinds[unit] || classifyUnit(kinds, unit)
  return isLetterKind(kind) || (kind === SURROGATE_UNIT && isLetterPair(text, index))
}

function tokenize(state: TokenizerState, text: string, quotationMarks: ReadonlySet<number>): Span {
  prepare(state, text)
  const {forms, kinds, units, tokens} = state
  const terminators: number[] = []
  state.terminators = terminators
  const first = state.count
  let count = first
  let last = 0
  for (let i = 0; i < text.length; ) {
    let unit = units[i] as number
    let kind = kinds[unit] || classifyUnit(kinds, unit)
    if (!isLetterKind(kind) && (kind !== SURROGATE_UNIT || !isLetterPair(text, i))) {
      if ((kind & TERMINATOR_UNIT) !== 0) terminators.push(i)
      i++
      continue
    }
    const script = kind
    let start = i
    let hash = HASH_SEED
    for (;;) {
      hash = updateHash(hash, unit)
      if (kind === SURROGATE_UNIT) hash = updateHash(hash, units[++i] as number)
      unit = units[++i] as number
      kind = kinds[unit] || classifyUnit(kinds, unit)
      if (kind === LETTER_UNIT && script < HAN_UNIT) continue
      if (isLetterKind(kind)) {
        if (kind === script) continue
        break
      }
      if (kind === SURROGATE_UNIT ? !isLetterPair(text, i) : (kind & JOINER_UNIT) === 0 || !isLetter(state, text, i + 1)) break
    }
    if ((kind & APOSTROPHE_UNIT) !== 0 && !quotationMarks.has(i)) {
      hash = updateHash(hash, unit)
      i++
    }
    const before = start > last ? (kinds[units[start - 1] as number] as number) : 0
    if ((before & APOSTROPHE_UNIT) !== 0 && !quotationMarks.has(start - 1)) hash = hashUnits(units, --start, i)
    tokens.starts[count] = start
    tokens.ends[count] = i
    tokens.forms[count] = internForm(forms, text, units, start, i, hash)
    count++
    last = i
  }
  state.count = count
  return {start: first, end: count}
}

/**
 * Creates a tokenizer. A word is letters, marks and digits with single joiners between them (`\w` and `\b` cover only ASCII). An
 * apostrophe at either end belongs to the word unless it is a quotation mark.
 *
 * @param forms numbers the printed forms; shared by all texts of a story
 * @param joiners characters that join letters to words
 * @param length of all texts together, in UTF-16 code units
 */
export function createTokenizer(forms: FormTable, joiners = DEFAULT_JOINERS, length = DEFAULT_TEXT_LENGTH): Tokenizer {
  const capacity = capacityFor(length / UNITS_PER_WORD)
  const tokens = {starts: new Int32Array(capacity), ends: new Int32Array(capacity), forms: new Int32Array(capacity)}
  const units = new Uint16Array(Math.min(INITIAL_UNITS, capacityFor(length + 2)))
  const state: TokenizerState = {forms, kinds: getUnitKinds(joiners), tokens, count: 0, terminators: [], units}
  return {
    tokenize: (text, quotationMarks = NO_MARKS) => tokenize(state, text, quotationMarks),
    tokens: () => state.tokens,
    terminators: () => state.terminators,
  }
}

/** Returns a range of a story's words as objects. */
export function toWords({starts, ends, forms}: Tokens, {start, end}: Span, {list}: Pick<FormTable, 'list'>): Word[] {
  const words: Word[] = []
  for (let i = start; i < end; i++) {
    const {surface, key, form, keyIndex} = list[forms[i] as number] as PrintedForm
    words.push({start: starts[i] as number, end: ends[i] as number, surface, key, form, keyIndex})
  }
  return words
}

/** Returns the words of a single text. */
export function tokenizeText(text: string, quotationMarks = NO_MARKS, joiners = DEFAULT_JOINERS): Word[] {
  const forms = createFormTable(text.length)
  const tokenizer = createTokenizer(forms, joiners, text.length)
  const span = tokenizer.tokenize(text, quotationMarks)
  return toWords(tokenizer.tokens(), span, forms)
}
