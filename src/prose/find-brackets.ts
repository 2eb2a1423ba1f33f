import {findPunctuation, type PunctuationOffsets} from './punctuation.js'
import type {Bracket} from './types.js'

const CLOSING: Readonly<Record<string, string>> = {'(': ')', '（': '）', '[': ']', '{': '}', '［': '］', '〔': '〕', '【': '】', '｛': '｝'}

const NO_BRACKETS: readonly Bracket[] = []

/**
 * Finds the outermost closed brackets of one paragraph, in order; those of East Asia are full-width ones, and curly and lenticular brackets count as square. Unpaired brackets, such as those of a
 * smiley, are ordinary text.
 */
export function findBrackets(text: string, {brackets}: Pick<PunctuationOffsets, 'brackets'> = findPunctuation(text)): readonly Bracket[] {
  if (brackets.length === 0) return NO_BRACKETS
  const open: {index: number; closing: string}[] = []
  const found: Bracket[] = []
  for (const index of brackets) {
    const character = text.charAt(index)
    const closing = CLOSING[character]
    if (closing !== undefined) open.push({index, closing})
    else if (character === open.at(-1)?.closing) {
      const start = (open.pop() as {index: number}).index
      while ((found.at(-1)?.outer.start ?? -1) > start) found.pop()
      const kind = character === ')' || character === '）' ? 'round' : 'square'
      found.push({kind, start: start + 1, end: index, outer: {start, end: index + 1}})
    }
  }
  return found
}
