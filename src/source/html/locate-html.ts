import type {SourceSpan} from '../../prose/types.js'
import {addRun} from '../add-run.js'
import {readHtmlReference} from '../character-references.js'
import type {Run} from '../types.js'
import {findMarkupEnd} from './tags.js'

/** Resynchronization where other tools changed the value: maximum distance, and how many code units must then agree. */
const MAX_DRIFT = 16
const MIN_AGREEMENT = 4

/** Finds the nearest offsets where value and source agree again after a difference; returns undefined if there are none. */
function resynchronize(value: string, valueAt: number, source: string, sourceAt: number, end: number): {valueAt: number; sourceAt: number} | undefined {
  for (let drift = 1; drift <= MAX_DRIFT; drift++) {
    for (let skipped = 0; skipped <= drift; skipped++) {
      const next = {valueAt: valueAt + skipped, sourceAt: sourceAt + drift - skipped}
      const expected = value.slice(next.valueAt, next.valueAt + MIN_AGREEMENT)
      if (expected !== '' && next.sourceAt + expected.length <= end && source.startsWith(expected, next.sourceAt)) return next
    }
  }
  return undefined
}

/** Returns the number of code units that are equal in value and source, up to the next `&` or `<`. */
function countEqualUnits(value: string, valueAt: number, source: string, sourceAt: number, end: number): number {
  let length = 0
  for (; valueAt + length < value.length && sourceAt + length < end; length++) {
    const unit = value.charCodeAt(valueAt + length)
    // & and < may be markup.
    if (unit === 0x26 || unit === 0x3c || unit !== source.charCodeAt(sourceAt + length)) return length
  }
  return length
}

/** Maximum length of a reference to look for before a node. */
const MAX_REFERENCE_LENGTH = 34

/** Returns where a value begins: after text that it drops, parse5 8 reports the last character of a reference instead of the first. */
function findValueStart(value: string, source: string, start: number): number {
  const from = Math.max(0, start - MAX_REFERENCE_LENGTH)
  const at = from + source.slice(from, start).lastIndexOf('&')
  const reference = at < from ? undefined : readHtmlReference(source, at, value, 0)
  return reference && at + reference.length === start + 1 ? at : start
}

/**
 * Maps each character of a text node's value to the HTML source (living standard, section 13.2). Between the characters the source may
 * have tags and comments that the tree has elsewhere or not at all; it spells references, line endings and NUL differently. Characters
 * that cannot be located have no run: a run is equal characters, or one reference or line ending.
 *
 * @param at where the value begins in the block
 * @param span where the node stands in the source
 */
export function locateHtml(value: string, at: number, source: string, span: SourceSpan): Run[] {
  const runs: Run[] = []
  let i = findValueStart(value, source, span.start)
  let j = 0
  const advance = (length: number, sourceLength: number) => {
    addRun(runs, {start: at + j, end: at + j + length, source: {start: i, end: i + sourceLength}})
    i += sourceLength
    j += length
  }
  // Most text is its own source.
  if (i + value.length <= span.end && source.startsWith(value, i) && !value.includes('&') && !value.includes('<')) advance(value.length, value.length)
  while (j < value.length && i < span.end) {
    const equal = countEqualUnits(value, j, source, i, span.end)
    if (equal > 0) {
      advance(equal, equal)
      continue
    }
    const character = source[i] as string
    const expected = value[j] as string
    const reference = character === '&' ? readHtmlReference(source, i, value, j) : undefined
    const markupEnd = character === '<' ? findMarkupEnd(source, i) : undefined
    if (reference) advance(reference.value.length, reference.length)
    else if (markupEnd !== undefined) i = markupEnd
    else if (character === expected) advance(1, 1)
    else if (character === '\r' && expected === '\n') advance(1, source[i + 1] === '\n' ? 2 : 1)
    // Parsers drop NUL and a line ending at the start of preformatted text, and move white space between the rows of a table.
    else if (character === '\0' || (/\s/u.test(character) && !/\s/u.test(expected))) i++
    else {
      const next = resynchronize(value, j, source, i, span.end)
      if (!next) break
      i = next.sourceAt
      j = next.valueAt
    }
  }
  return runs
}
