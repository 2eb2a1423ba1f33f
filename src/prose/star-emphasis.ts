import {findPunctuation, type PunctuationOffsets} from './punctuation.js'
import {isAfterLetter} from './quotations/neighbors.js'
import {letterLengthAt} from './tokenizer.js'
import type {Span} from './types.js'

/** Longer runs are a blank to fill in, or a scene break. */
const MAX_RUN = 3

const NO_EMPHASES: readonly Span[] = []

/**
 * Finds the outermost emphasis of plain text, `_so_` or `*so*`; spans exclude the marks. A mark opens before a non-space and not after
 * a letter, and closes after a non-space and not before a letter, so `snake_case`, `2 * 3 * 4` and a note's `word*` are not emphasis.
 */
export function findStarEmphasis(text: string, {stars}: Pick<PunctuationOffsets, 'stars'> = findPunctuation(text)): readonly Span[] {
  if (stars.length === 0) return NO_EMPHASES
  const found: Span[] = []
  /** For each mark, the end of the last one that may open. */
  const openEnds = new Map<string, number>()
  for (let i = 0; i < stars.length; ) {
    const index = stars[i] as number
    let end = index
    for (; stars[i] === end && text[end] === text[index]; i++) end++
    if (end - index > MAX_RUN) continue
    const mark = text.slice(index, end)
    const start = openEnds.get(mark)
    const closes = start !== undefined && start < index && /\S/u.test(text.charAt(index - 1)) && letterLengthAt(text, end) === 0
    if (closes) {
      openEnds.delete(mark)
      while ((found.at(-1)?.start ?? -1) >= start) found.pop()
      found.push({start, end: index})
    } else if (/\S/u.test(text.charAt(end)) && !isAfterLetter(text, index)) openEnds.set(mark, end)
  }
  return found
}
