import type {SourceSpan} from '../../prose/types.js'
import {addRun} from '../add-run.js'
import {readMarkdownReference} from '../character-references.js'
import type {Run} from '../types.js'

const PUNCTUATION = /[!-/:-@[-`{-~]/u

/**
 * Maps each character of a text node's value to the Markdown source. The two differ in escapes, character references, and the white space
 * and block markers around line endings. Where other tools changed the value (typographic quotation marks, for example), it pairs
 * character with character.
 *
 * @param at where the value begins in the block
 * @param span where the node stands in the source
 */
export function locateMarkdown(value: string, at: number, source: string, span: SourceSpan): Run[] {
  const runs: Run[] = []
  const add = (from: number, to: number, start: number, end: number) => addRun(runs, {start: at + from, end: at + to, source: {start, end}})
  let i = span.start
  let j = 0
  while (j < value.length && i < span.end) {
    let equal = 0
    while (j + equal < value.length && i + equal < span.end && source[i + equal] === value[j + equal] && !/[&\\]/.test(source[i + equal] as string)) equal++
    if (equal > 0) {
      add(j, j + equal, i, i + equal)
      i += equal
      j += equal
      continue
    }
    const character = source[i] as string
    const expected = value[j] as string
    if (character === '&') {
      const reference = readMarkdownReference(source, i)
      if (reference && value.startsWith(reference.value, j)) {
        add(j, j + reference.value.length, i, i + reference.length)
        i += reference.length
        j += reference.value.length
        continue
      }
    }
    if (character === '\\' && source[i + 1] === expected && PUNCTUATION.test(expected)) {
      add(j, j + 1, i, i + 2)
      i += 2
      j++
      continue
    }
    if (character !== expected && (expected === '\n' || value[j - 1] === '\n') && /[\s>]/u.test(character)) {
      // Skip trailing spaces before a line ending, indentation and block quote markers after it, and CR before LF.
      i++
      continue
    }
    add(j, j + 1, i, i + 1)
    i++
    j++
  }
  return runs
}
