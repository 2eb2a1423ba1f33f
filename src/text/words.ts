import {memoize} from 'lodash-es'
import type {Word} from '../types.js'
import {APOSTROPHES, DEFAULT_JOINERS} from './folding.js'
import {printedForms} from './forms.js'

const literally = (characters: string): string => characters.replace(/[\]\\^-]/gu, '\\$&')

/** Letters, marks and digits, single joiners between them. */
const patternOf = memoize((joiners: string): RegExp => {
  const letters = '[\\p{L}\\p{M}\\p{N}]'
  return new RegExp(`${letters}+(?:[${literally(joiners)}]${letters}+)*`, 'gu')
})

/**
 * The words of a text: letters, marks and digits with single joiners between them (`\w` and `\b` know only ASCII).
 * An apostrophe at either end belongs to the word unless it is a quotation mark.
 *
 * @param quotationMarks offsets of single quotation marks
 * @param joiners characters that join letters to words
 * @param formOf numbers the printed forms; the same for all texts of a story
 */
export function wordsOf(text: string, quotationMarks: ReadonlySet<number>, joiners = DEFAULT_JOINERS, formOf = printedForms()): Word[] {
  const isApostrophe = (index: number) => index >= 0 && index < text.length && APOSTROPHES.includes(text[index] as string) && !quotationMarks.has(index)
  const words: Word[] = []
  for (const match of text.matchAll(patternOf(joiners))) {
    let start = match.index
    let end = start + match[0].length
    if (isApostrophe(end)) end++
    if (isApostrophe(start - 1) && (words.at(-1)?.end ?? 0) < start) start--
    const {surface, key, form} = formOf(text.slice(start, end))
    words.push({start, end, surface, key, form})
  }
  return words
}

/** Whether a word begins with a capital letter; letters without case do not. */
export const isCapitalised = (surface: string): boolean => /^\P{L}*\p{Lu}/u.test(surface)

/** Whether a word of more than one letter is printed in capitals alone. */
export const isShouted = (surface: string): boolean => /\p{Lu}\P{Ll}*\p{Lu}/u.test(surface) && !/\p{Ll}/u.test(surface)

/** Whether nothing but white space, punctuation and marks stands in a text. */
export const isGap = (text: string): boolean => /^[^\p{L}\p{M}\p{N}]*$/u.test(text)
