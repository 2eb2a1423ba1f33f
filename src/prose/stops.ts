import {isSpace} from './spans.js'

/** What ends sentences: stops before a space or the end; and those of scripts without spaces, which need none. */
const NARROW = '.!?…'
const WIDE = '。！？'
export const STOPS: string = NARROW + WIDE

/** Quotation marks and brackets that close behind them belong to them, and signs of emphasis. */
const CLOSING: ReadonlySet<number> = new Set(Array.from('"\'”’“‘»«›‹)]*_', (mark) => mark.charCodeAt(0)))
const CLOSING_WIDE: ReadonlySet<number> = new Set(Array.from('"\'”’»›」』)]', (mark) => mark.charCodeAt(0)))

const isNarrow = (unit: number): boolean => unit === 46 || unit === 33 || unit === 63 || unit === 0x2026
const isWide = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f

/** Where stops before a space or the end end that follow each other from `start` on. */
export function endOfRun(text: string, start: number): number {
  let end = start
  while (isNarrow(text.charCodeAt(end))) end++
  return end
}

/** Where the stop ends that begins at `start`, all that belongs to it included; 0, if none does: *3.5*, *.tale*; then no later one of its run does. */
export function endOfStop(text: string, start: number): number {
  let end = endOfRun(text, start)
  if (isWide(text.charCodeAt(start))) {
    while (isWide(text.charCodeAt(end))) end++
    while (CLOSING_WIDE.has(text.charCodeAt(end))) end++
    return end
  }
  while (CLOSING.has(text.charCodeAt(end))) end++
  return end === text.length || isSpace(text.charCodeAt(end)) ? end : 0
}
