import {type Signs, signsOf} from './punctuation.js'
import {followsLetter} from './quotations/neighbours.js'
import {letterAt} from './tokenizer.js'
import type {Span} from './types.js'

/** More in a row are a blank to fill in, or an ornament. */
const LONGEST = 3

const NONE: readonly Span[] = []

/**
 * Emphasis as plain text has it, `_so_` or `*so*`: the outermost stretches between marks, the marks left out. A mark opens
 * before a letter or sign and behind none, and closes the other way round: `snake_case`, `2 * 3 * 4` and a note's `word*`
 * are no emphasis.
 */
export function starred(text: string, {stars}: Pick<Signs, 'stars'> = signsOf(text)): readonly Span[] {
  if (stars.length === 0) return NONE
  const found: Span[] = []
  /** Where the last mark of each kind that may open ends. */
  const open = new Map<string, number>()
  for (let i = 0; i < stars.length; ) {
    const index = stars[i] as number
    let end = index
    for (; stars[i] === end && text[end] === text[index]; i++) end++
    if (end - index > LONGEST) continue
    const mark = text.slice(index, end)
    const start = open.get(mark)
    const closes = start !== undefined && start < index && /\S/u.test(text.charAt(index - 1)) && letterAt(text, end) === 0
    if (closes) {
      open.delete(mark)
      while ((found.at(-1)?.start ?? -1) >= start) found.pop()
      found.push({start, end: index})
    } else if (/\S/u.test(text.charAt(end)) && !followsLetter(text, index)) open.set(mark, end)
  }
  return found
}
