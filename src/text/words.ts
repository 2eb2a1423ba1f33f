import {memoize} from 'lodash-es'
import type {Word} from '../types.js'
import {APOSTROPHES, DEFAULT_JOINERS} from './folding.js'
import {type Forms, printedForms} from './forms.js'

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** What a UTF-16 code unit is to a word; the first half of a pair stands for the pair. */
enum Kind {
  unknown,
  letter,
  other,
}

/** Kinds of code units as they are asked for: a table is several times faster than a test of Unicode properties. */
const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): Kind {
  let kind = kinds[unit] as Kind
  if (kind === Kind.unknown) kinds[unit] = kind = LETTER.test(String.fromCharCode(unit)) ? Kind.letter : Kind.other
  return kind
}

/** How many code units the letter, mark or digit at `index` takes; 0, if there is none. */
export function letterAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if (unit >= 0xd800 && unit <= 0xdbff) return LETTER.test(String.fromCodePoint(text.codePointAt(index) as number)) ? 2 : 0
  return kindOf(unit) === Kind.letter ? 1 : 0
}

const codesOf = memoize((characters: string): ReadonlySet<number> => new Set(Array.from(characters, (character) => character.charCodeAt(0))))

const NONE: ReadonlySet<number> = new Set()

/**
 * The words of a text: letters, marks and digits with single joiners between them (`\w` and `\b` know only ASCII).
 * An apostrophe at either end belongs to the word unless it is a quotation mark.
 *
 * @param quotationMarks offsets of single quotation marks
 * @param joiners characters that join letters to words
 * @param forms numbers the printed forms; the same for all texts of a story
 */
export function wordsOf(text: string, quotationMarks = NONE, joiners = DEFAULT_JOINERS, forms: Pick<Forms, 'of'> = printedForms()): Word[] {
  const joins = codesOf(joiners)
  const apostrophes = codesOf(APOSTROPHES)
  const isApostrophe = (index: number) => apostrophes.has(text.charCodeAt(index)) && !quotationMarks.has(index)
  const words: Word[] = []
  let last = 0
  for (let i = 0; i < text.length; ) {
    let width = letterAt(text, i)
    if (width === 0) {
      i++
      continue
    }
    let start = i
    while (width > 0) {
      i += width
      width = letterAt(text, i)
      if (width === 0 && joins.has(text.charCodeAt(i)) && letterAt(text, i + 1) > 0) width = 1
    }
    if (isApostrophe(i)) i++
    if (start > last && isApostrophe(start - 1)) start--
    const {surface, key, form, keyIndex} = forms.of(text.slice(start, i))
    words.push({start, end: i, surface, key, form, keyIndex})
    last = i
  }
  return words
}

/** Whether a word begins with a capital letter; letters without case do not. */
export const isCapitalised = (surface: string): boolean => /^\P{L}*\p{Lu}/u.test(surface)

/** Whether a word of more than one letter is printed in capitals alone. */
export const isShouted = (surface: string): boolean => /\p{Lu}\P{Ll}*\p{Lu}/u.test(surface) && !/\p{Ll}/u.test(surface)

/** Whether nothing but white space, punctuation and marks stands in a text. */
export const isGap = (text: string): boolean => /^[^\p{L}\p{M}\p{N}]*$/u.test(text)
