import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan, Span} from '../prose/types.js'
import {markdownReference} from './character-references.js'
import {addRun} from './runs.js'
import type {Passage, Run} from './types.js'

const PUNCTUATION = /[!-/:-@[-`{-~]/u

/**
 * Where each character of a text node's value stands in Markdown. A parser's value differs from its source by
 * escapes, character references, and the white space and block markers around line endings; everything else is found
 * side by side. Where other hands changed the value (typographic quotation marks, say) character stands for character.
 *
 * @param at where the value begins in the passage
 * @param span where the node stands in the source
 */
export function locate(value: string, at: number, source: string, span: SourceSpan): Run[] {
  const runs: Run[] = []
  const add = (from: number, to: number, start: number, end: number) => addRun(runs, {start: at + from, end: at + to, source: {start, end}})
  let i = span.start
  let j = 0
  while (j < value.length && i < span.end) {
    let even = 0
    while (j + even < value.length && i + even < span.end && source[i + even] === value[j + even] && !/[&\\]/.test(source[i + even] as string)) even++
    if (even > 0) {
      add(j, j + even, i, i + even)
      i += even
      j += even
      continue
    }
    const character = source[i] as string
    const wanted = value[j] as string
    if (character === '&') {
      const found = markdownReference(source, i)
      if (found && value.startsWith(found.value, j)) {
        add(j, j + found.value.length, i, i + found.length)
        i += found.length
        j += found.value.length
        continue
      }
    }
    if (character === '\\' && source[i + 1] === wanted && PUNCTUATION.test(wanted)) {
      add(j, j + 1, i, i + 2)
      i += 2
      j++
      continue
    }
    if (character !== wanted && (wanted === '\n' || value[j - 1] === '\n') && /[\s>]/u.test(character)) {
      // Trailing spaces before a line ending, indentation and block quote markers after it, a CR before its LF.
      i++
      continue
    }
    add(j, j + 1, i, i + 1)
    i++
    j++
  }
  return runs
}

/** The source span of a stretch of a passage, or nothing where a character of it has no place. */
export const sourceOf = ({block: {runs}, offset}: Passage, {start, end}: Span): SourceSpan | undefined => sourceOfRuns(runs, start + offset, end + offset)

/** The source span of a stretch of a block, or nothing where its ends have no place or something else stands in its midst. */
export function sourceOfRuns(runs: readonly Run[], start: number, end: number): SourceSpan | undefined {
  const from = firstEndingAfter(runs, start)
  const to = firstEndingAfter(runs, end - 1)
  const first = runs[from]
  const last = runs[to]
  if (!first || !last || start >= end || first.start > start || last.start > end - 1) return undefined
  for (let i = from + 1; i <= to; i++) if (runs[i]?.torn) return undefined
  const even = (run: Run) => run.end - run.start === run.source.end - run.source.start
  return {
    start: even(first) ? first.source.start + (start - first.start) : first.source.start,
    end: even(last) ? last.source.start + (end - last.start) : last.source.end,
  }
}
