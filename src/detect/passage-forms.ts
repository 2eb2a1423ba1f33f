/**
 * The printed forms of a passage's words, from the story's tokens. A passage builds its `words` for the whole passage at the first
 * access; these functions avoid that, since most passages are read at one or two words.
 */

import type {Place, PrintedForm, Span, Tokens} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {flatMap} from '../util/lists.js'
import type {Survey} from './types.js'

type StoryWords = Pick<Survey, 'forms' | 'tokens'>

/** The form of one word, by its index among the passage's words. */
export const getForm = ({tokens: {start}}: Passage, index: number, {forms, tokens}: StoryWords): PrintedForm =>
  forms[tokens.forms[start + index] as number] as PrintedForm

/** The forms of a range of words, by their indices among the passage's words. */
export function getForms(passage: Passage, {start, end}: Span, story: StoryWords): PrintedForm[] {
  const forms: PrintedForm[] = []
  for (let i = start; i < end; i++) forms.push(getForm(passage, i, story))
  return forms
}

/** The forms of several ranges of words, in any passages of the story. */
export function getFormsAt(
  passages: readonly Passage[],
  ranges: readonly (Pick<Place, 'passage'> & {readonly words: Span})[],
  story: StoryWords,
): PrintedForm[] {
  return flatMap(ranges, ({passage, words}) => getForms(passages[passage] as Passage, words, story))
}

/** Index of the first token in a range that ends after `offset`; the end of the range if none does. */
export function findFirstTokenAfter({ends}: Tokens, {start, end}: Span, offset: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
