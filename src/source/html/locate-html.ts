import type {SourceSpan} from '../../prose/types.js'
import {htmlReference} from '../character-references.js'
import {addRun} from '../runs.js'
import type {Run} from '../types.js'
import {endOfMarkup} from './tags.js'

/** How far apart value and source may come where other hands changed the value, and how much must agree after that. */
const DRIFT = 16
const AGREED = 4

/** Where value and source go on together after a difference: the shortest way there; nothing, if they do not. */
function reunion(value: string, j: number, source: string, i: number, end: number): {i: number; j: number} | undefined {
  for (let drift = 1; drift <= DRIFT; drift++) {
    for (let skipped = 0; skipped <= drift; skipped++) {
      const next = {i: i + drift - skipped, j: j + skipped}
      const agreed = value.slice(next.j, next.j + AGREED)
      if (agreed !== '' && next.i + agreed.length <= end && source.startsWith(agreed, next.i)) return next
    }
  }
  return undefined
}

/** How far value and source are the same, character for character, from `j` and `i` on. */
function alike(value: string, j: number, source: string, i: number, end: number): number {
  let length = 0
  for (; j + length < value.length && i + length < end; length++) {
    const unit = value.charCodeAt(j + length)
    // & and <, which may be no characters.
    if (unit === 0x26 || unit === 0x3c || unit !== source.charCodeAt(i + length)) return length
  }
  return length
}

/** The longest reference that is looked for before a node. */
const BEFORE = 34

/** Where a value begins: parse5 8 says the last character of a reference instead of its first one, after what it leaves out. */
function beginning(value: string, source: string, start: number): number {
  const from = Math.max(0, start - BEFORE)
  const at = from + source.slice(from, start).lastIndexOf('&')
  const reference = at < from ? undefined : htmlReference(source, at, value, 0)
  return reference && at + reference.length === start + 1 ? at : start
}

/**
 * Where each character of a text node's value stands in HTML (living standard, section 13.2). Between the characters
 * there may be tags and comments that are not in the tree where they stand in the source; references, line endings and
 * NUL are other characters there. What is not found has no run: every run is of equal characters, or of what stands for one.
 *
 * @param at where the value begins in the block
 * @param span where the node stands in the source
 */
export function locateHtml(value: string, at: number, source: string, span: SourceSpan): Run[] {
  const runs: Run[] = []
  let i = beginning(value, source, span.start)
  let j = 0
  const take = (length: number, width: number) => {
    addRun(runs, {start: at + j, end: at + j + length, source: {start: i, end: i + width}})
    i += width
    j += length
  }
  while (j < value.length && i < span.end) {
    const same = alike(value, j, source, i, span.end)
    if (same > 0) {
      take(same, same)
      continue
    }
    const character = source[i] as string
    const wanted = value[j] as string
    const reference = character === '&' ? htmlReference(source, i, value, j) : undefined
    const markup = character === '<' ? endOfMarkup(source, i) : undefined
    if (reference) take(reference.value.length, reference.length)
    else if (markup !== undefined) i = markup
    else if (character === wanted) take(1, 1)
    else if (character === '\r' && wanted === '\n') take(1, source[i + 1] === '\n' ? 2 : 1)
    // NUL is left out, and so is a line ending that begins preformatted text; white space between the rows of a table stays there.
    else if (character === '\0' || (/\s/u.test(character) && !/\s/u.test(wanted))) i++
    else {
      const next = reunion(value, j, source, i, span.end)
      if (!next) break
      ;({i, j} = next)
    }
  }
  return runs
}
