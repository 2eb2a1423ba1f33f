import type {Bracket} from '../types.js'

const CLOSING: Readonly<Record<string, string>> = {'(': ')', '[': ']'}

/**
 * The outermost round and square brackets of one block that are closed, in order. A bracket without its partner is
 * ordinary text, as is a smiley's.
 */
export function bracketsOf(text: string): Bracket[] {
  const open: {index: number; closing: string}[] = []
  const found: Bracket[] = []
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    const closing = CLOSING[character]
    if (closing !== undefined) open.push({index: i, closing})
    else if (character === open.at(-1)?.closing) {
      const start = (open.pop() as {index: number}).index
      while ((found.at(-1)?.outer.start ?? -1) > start) found.pop()
      const kind = character === ')' ? 'round' : 'square'
      found.push({kind, start: start + 1, end: i, outer: {start, end: i + 1}})
    }
  }
  return found
}
