import {firstEndingAfter} from '../prose/spans.js'
import type {Span} from '../prose/types.js'
import {isAllCaps} from '../prose/word-shape.js'
import type {Passage} from '../source/types.js'

const WHITE_SPACE = /\s/u

/** Replaces every run of white space with one space; text without white space is returned as it is. */
const collapseWhiteSpace = (text: string): string => (WHITE_SPACE.test(text) ? text.replace(/\s+/gu, ' ') : text)

/** Translated words as a glossary prints them: without the capital that they have only at the beginning of a sentence, or in all capitals. */
export function formatMeaning({text, words, sentences}: Passage, span: Span, names: ReadonlySet<string>): string {
  const printed = collapseWhiteSpace(text.slice(span.start, span.end))
  const index = firstEndingAfter(words, span.start)
  const first = words[index]
  if (!first || names.has(first.key)) return printed
  if (isAllCaps(printed)) return printed.toLowerCase()
  const beginsSentence = sentences[firstEndingAfter(sentences, span.start)]?.words.start === index
  // A single capital letter is a word that is always capitalised: *I*.
  return beginsSentence && /^\p{Lu}\p{L}/u.test(printed) ? printed.charAt(0).toLowerCase() + printed.slice(1) : printed
}
