import {findMarkupEnd, readTagName} from '../source/html/tags.js'
import type {Edit} from './book-document.js'

/** What the markup that annotating adds begins with; so a second run takes it out first, and reads the book as its author made it. */
export const ADDITION_PREFIX = 'xgb-'

/** Name of the folder of added files; numbered if the author has one of that name. */
export const ADDITION_FOLDER = 'xenogloss'

/** Whether an id in the manifest is that of an added file. */
export const isAddedId = (id: string): boolean => /^xgb-(?:style|\d+-[\w-]+)$/u.test(id)

/** Classes of elements around the author's text, which stays. */
const AROUND_TEXT: ReadonlySet<string | undefined> = new Set(['line', 'word'])

/** Start tags of what is added, and only of that; editors of books may have put other attributes before. */
const ADDITION =
  /<(?:[\w.-]+:)?(?:(?:a|div|section|span|sup)\s(?:[^<>]{0,300}?\s)?class="xgb-(line|word|mark|ref|notes)"|(?:link|li|navPoint|item|itemref)\s(?:[^<>]{0,300}?\s)?(?:id|idref)="xgb-(?:style|nav-\d+|\d+-[\w-]+)")/gu

interface TextSpan {
  readonly start: number
  readonly end: number
}

/**
 * Finds the end tags of elements by the offsets of their start tags. Tags are paired by name, each with the last open one, so that other
 * elements need not be well-formed. Each piece of the text is searched for itself: what looks like markup in a script ends with its piece.
 *
 * @param starts where the pieces begin
 */
function findEndTags(text: string, starts: readonly number[]): Map<number, TextSpan> {
  const found = new Map<number, TextSpan>()
  const open = new Map<string, number[]>()
  for (const [index, from] of starts.entries()) {
    const piece = text.slice(from, starts[index + 1])
    for (let at = piece.indexOf('<'); at >= 0; ) {
      const end = findMarkupEnd(piece, at) ?? at + 1
      const name = readTagName(piece, at)
      if (name !== undefined && piece[end - 2] !== '/') {
        const own = open.get(name) ?? []
        open.set(name, own)
        const isEndTag = piece[at + 1] === '/'
        const start = isEndTag ? own.pop() : undefined
        if (start !== undefined) found.set(start, {start: from + at, end: from + end})
        if (!isEndTag) own.push(from + at)
      }
      at = piece.indexOf('<', end)
    }
  }
  return found
}

/** The edits that take out of a document what an earlier run put in, in order. */
export function findAdditions(text: string): Edit[] {
  if (!text.includes(`"${ADDITION_PREFIX}`)) return []
  const additions = Array.from(text.matchAll(ADDITION), ({index, 1: name}) => ({start: index, name}))
  const endTags = findEndTags(
    text,
    additions.map(({start}) => start),
  )
  const spans: TextSpan[] = []
  let removedUntil = 0
  for (const [index, {start, name}] of additions.entries()) {
    if (start < removedUntil) continue
    const next = additions[index + 1]?.start ?? text.length
    const contentStart = start + (findMarkupEnd(text.slice(start, next), 0) ?? 1)
    const endTag = endTags.get(start)
    if (AROUND_TEXT.has(name)) spans.push({start, end: contentStart}, ...(endTag ? [endTag] : []))
    else {
      removedUntil = endTag?.end ?? contentStart
      spans.push({start, end: removedUntil})
    }
  }
  // Of hostile markup, an end tag may stand in what is removed anyway.
  let last = 0
  const apart = spans
    .sort((a, b) => a.start - b.start)
    .filter(({start, end}) => {
      if (start < last) return false
      last = end
      return true
    })
  return apart.map((span) => ({...span, text: ''}))
}
