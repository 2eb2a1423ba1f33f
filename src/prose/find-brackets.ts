import {type Signs, signsOf} from './punctuation.js'
import type {Bracket} from './types.js'

const CLOSING: Readonly<Record<string, string>> = {'(': ')', '[': ']', '{': '}'}

const NONE: readonly Bracket[] = []

/**
 * The outermost round and square brackets of one paragraph that are closed, in order; curly ones count as square. A bracket without its
 * partner is ordinary text, as is a smiley's.
 */
export function bracketsOf(text: string, {brackets}: Pick<Signs, 'brackets'> = signsOf(text)): readonly Bracket[] {
  if (brackets.length === 0) return NONE
  const open: {index: number; closing: string}[] = []
  const found: Bracket[] = []
  for (const index of brackets) {
    const character = text.charAt(index)
    const closing = CLOSING[character]
    if (closing !== undefined) open.push({index, closing})
    else if (character === open.at(-1)?.closing) {
      const start = (open.pop() as {index: number}).index
      while ((found.at(-1)?.outer.start ?? -1) > start) found.pop()
      const kind = character === ')' ? 'round' : 'square'
      found.push({kind, start: start + 1, end: index, outer: {start, end: index + 1}})
    }
  }
  return found
}
