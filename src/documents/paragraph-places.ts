import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan} from '../prose/types.js'
import {htmlToText} from '../source/html/parse-html.js'

/** Start tags of paragraphs; an item of a list or a cell of a table is one unless it holds one. */
const PARAGRAPH = /<(?:p|h[1-6]|(?:li|td|th)(?!><p|\s[^>]*><p))[ >]/gu

/** Length of the words that a place quotes, in UTF-16 code units. */
const LONGEST = 40

/** Where the paragraphs of a document stand in its HTML; each reaches to the next. */
function paragraphsOf(html: string): readonly SourceSpan[] {
  const starts = Array.from(html.matchAll(PARAGRAPH), ({index}) => index)
  return starts.map((start, index) => ({start, end: starts[index + 1] ?? html.length}))
}

/** Places in a document of a word processor, in which lines and columns mean nothing. */
export interface ParagraphPlaces {
  /** `paragraph 12, “Sel davan”`: paragraphs with text are counted, headings and items of lists among them, from 1. */
  readonly format: (span: SourceSpan) => string
  /** The span of a paragraph; undefined if there is none of that number. */
  readonly find: (paragraph: number) => SourceSpan | undefined
}

/** Creates functions that translate between the HTML of a document and places in it. @param html as a reader of documents returns it */
export function createParagraphPlaces(html: string): ParagraphPlaces {
  const paragraphs = paragraphsOf(html)
  return {
    format: ({start, end}) => {
      const words = htmlToText(html.slice(start, end)).replace(/\s+/gu, ' ').trim()
      const quoted = words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …` : words
      return `paragraph ${Math.max(1, Math.min(firstEndingAfter(paragraphs, start) + 1, paragraphs.length))}${quoted === '' ? '' : `, “${quoted}”`}`
    },
    find: (paragraph) => paragraphs[paragraph - 1],
  }
}
