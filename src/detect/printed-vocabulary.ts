import {firstEndingAfter} from '../prose/spans.js'
import {isShouted} from '../prose/tokenizer.js'
import type {Place, PrintedForm, Span} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {flatMap} from '../util/lists.js'
import {formsOf} from './passage-forms.js'
import type {Survey} from './types.js'

/** What is printed in some stretches of a story. */
export function formsAt(
  passages: readonly Passage[],
  stretches: readonly (Pick<Place, 'passage'> & {readonly words: Span})[],
  story: Pick<Survey, 'forms' | 'tokens'>,
): PrintedForm[] {
  return flatMap(stretches, ({passage, words}) => formsOf(passages[passage] as Passage, words, story))
}

/** Text on one line, with one space between words; of a word alone nothing is to be done. */
const withSpaces = (text: string): string => (WHITE.test(text) ? text.replace(/\s+/gu, ' ') : text)
const WHITE = /\s/u

/** Translated words as a glossary puts them: without the capital that only the beginning of a sentence gave them. */
export function meaningAt({text, words, sentences}: Passage, span: Span, names: ReadonlySet<string>): string {
  const said = withSpaces(text.slice(span.start, span.end))
  const index = firstEndingAfter(words, span.start)
  const first = words[index]
  if (!first || names.has(first.key)) return said
  if (isShouted(said)) return said.toLowerCase()
  const begins = sentences[firstEndingAfter(sentences, span.start)]?.words.start === index
  // A lone capital is a word that is always written so: *I*.
  return begins && /^\p{Lu}\p{L}/u.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said
}
