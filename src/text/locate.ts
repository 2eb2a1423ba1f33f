import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Passage, Run, SourceSpan, Span} from '../types.js'
import {firstEndingAfter} from './spans.js'

const PUNCTUATION = /[!-/:-@[-`{-~]/u
const REFERENCE = /&(?:#[xX]([\dA-Fa-f]{1,6})|#(\d{1,7})|([\dA-Za-z]{1,31}));/uy

/** What a character reference stands for (CommonMark 0.31, section 6.2), and its length; nothing, if it is none. */
function reference(source: string, at: number): {value: string; length: number} | undefined {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(source)
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  if (name !== undefined) {
    const value = decodeNamedCharacterReference(name)
    return value === false ? undefined : {value, length: whole.length}
  }
  const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return {value: valid ? String.fromCodePoint(code) : '�', length: whole.length}
}

/**
 * Where each character of a text node's value stands in the source. A parser's value differs from its source by
 * escapes, character references, and the white space and block markers around line endings; everything else is found
 * side by side. Where other hands changed the value (typographic quotation marks, say) character stands for character.
 *
 * @param at where the value begins in the passage
 * @param span where the node stands in the source
 */
export function locate(value: string, at: number, source: string, span: SourceSpan): Run[] {
  const runs: Run[] = []
  const add = (from: number, to: number, start: number, end: number) => {
    const last = runs.at(-1)
    const even = to - from === end - start
    if (last && even && last.end === at + from && last.source.end === start && last.end - last.start === last.source.end - last.source.start) {
      runs[runs.length - 1] = {start: last.start, end: at + to, source: {start: last.source.start, end}}
    } else runs.push({start: at + from, end: at + to, source: {start, end}})
  }
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
      const found = reference(source, i)
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

/** The source span of a stretch of a block. */
export function sourceOfRuns(runs: readonly Run[], start: number, end: number): SourceSpan | undefined {
  const first = runAt(runs, start)
  const last = runAt(runs, end - 1)
  if (!first || !last || start >= end) return undefined
  const even = (run: Run) => run.end - run.start === run.source.end - run.source.start
  return {
    start: even(first) ? first.source.start + (start - first.start) : first.source.start,
    end: even(last) ? last.source.start + (end - last.start) : last.source.end,
  }
}

function runAt(runs: readonly Run[], offset: number): Run | undefined {
  const run = runs[firstEndingAfter(runs, offset)]
  return run && run.start <= offset ? run : undefined
}
