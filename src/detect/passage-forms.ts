import type {PrintedForm, Span, Tokens} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import type {Survey} from './types.js'

/*
 * What is printed somewhere in a passage, from the numbers of its words: its `words` are made for the whole of it when they are
 * asked for, and most passages are asked for one or two.
 */

type Story = Pick<Survey, 'forms' | 'tokens'>

/** The form of one word, by its index among the passage's words. */
export const formOf = ({tokens: {start}}: Passage, index: number, {forms, tokens}: Story): PrintedForm =>
  forms[tokens.forms[start + index] as number] as PrintedForm

/** The forms of some words, by their indices among the passage's words. */
export function formsOf(passage: Passage, {start, end}: Span, story: Story): PrintedForm[] {
  const found: PrintedForm[] = []
  for (let i = start; i < end; i++) found.push(formOf(passage, i, story))
  return found
}

/** Index of the first of some tokens of a paragraph that ends after `offset`; the end of the range, where none does. */
export function firstTokenAfter({ends}: Tokens, {start, end}: Span, offset: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
