import {isSpace} from './spans.js'

/** Terminators that end a sentence only before a space or the end of the text. */
const NARROW = '.!?…'
/** Terminators of scripts without spaces, which end a sentence anywhere. */
const WIDE = '。！？'
export const SENTENCE_TERMINATORS: string = NARROW + WIDE

/** Closing quotation marks, closing brackets and signs of emphasis that belong to the terminator before them. */
const CLOSING: ReadonlySet<number> = new Set(Array.from('"\'”’“‘»«›‹)]*_', (mark) => mark.charCodeAt(0)))
const CLOSING_WIDE: ReadonlySet<number> = new Set(Array.from('"\'”’»›」』)]', (mark) => mark.charCodeAt(0)))

const isNarrow = (unit: number): boolean => unit === 46 || unit === 33 || unit === 63 || unit === 0x2026
const isWide = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f

/** Returns the end of the run of narrow terminators that begins at `start`. */
export function findTerminatorRunEnd(text: string, start: number): number {
  let end = start
  while (isNarrow(text.charCodeAt(end))) end++
  return end
}

/**
 * Returns where the sentence end that begins at `start` ends, including closing marks; 0 if there is none (*3.5*, *.tale*), in which
 * case no later terminator of the same run is one either.
 */
export function findSentenceEnd(text: string, start: number): number {
  let end = findTerminatorRunEnd(text, start)
  if (isWide(text.charCodeAt(start))) {
    while (isWide(text.charCodeAt(end))) end++
    while (CLOSING_WIDE.has(text.charCodeAt(end))) end++
    return end
  }
  while (CLOSING.has(text.charCodeAt(end))) end++
  return end === text.length || isSpace(text.charCodeAt(end)) ? end : 0
}
