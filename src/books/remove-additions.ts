import {findMarkupEnd, readTagName} from '../source/html/tags.js'
import type {Edit} from './book-document.js'

/** What the markup that annotating adds begins with; so a second run takes it out first, and reads the book as its author made it. */
export const ADDITION_PREFIX = 'xgb-'

/** Classes of elements around the author's text, which stays. */
const AROUND_TEXT: ReadonlySet<string> = new Set(['line', 'word'])

const ADDITION = /<(?:[\w.-]+:)?[\w.-]+ (?:class|id|idref)="xgb-([\w-]+)"/gu

/** The end tag of an element whose start tag ends at `from`; undefined if there is none. */
function findEndTag(text: string, from: number, name: string): {start: number; end: number} | undefined {
  let depth = 1
  for (let at = text.indexOf('<', from); at >= 0; ) {
    const end = findMarkupEnd(text, at) ?? at + 1
    if (readTagName(text, at) === name && text[end - 2] !== '/') {
      depth += text[at + 1] === '/' ? -1 : 1
      if (depth === 0) return {start: at, end}
    }
    at = text.indexOf('<', end)
  }
  return undefined
}

/** The edits that take out of a document what an earlier run put in, in order. */
export function findAdditions(text: string): Edit[] {
  if (!text.includes(`"${ADDITION_PREFIX}`)) return []
  const spans: {start: number; end: number}[] = []
  ADDITION.lastIndex = 0
  for (let match = ADDITION.exec(text); match; match = ADDITION.exec(text)) {
    const start = match.index
    const contentStart = findMarkupEnd(text, start) ?? ADDITION.lastIndex
    const endTag = text[contentStart - 2] === '/' ? undefined : findEndTag(text, contentStart, readTagName(text, start) as string)
    if (AROUND_TEXT.has(match[1] as string)) spans.push({start, end: contentStart}, ...(endTag ? [endTag] : []))
    else {
      const end = endTag?.end ?? contentStart
      spans.push({start, end})
      ADDITION.lastIndex = end
    }
  }
  return spans.sort((a, b) => a.start - b.start).map((span) => ({...span, text: ''}))
}
