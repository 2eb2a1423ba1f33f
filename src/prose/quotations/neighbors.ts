import {letterLengthAt} from '../tokenizer.js'

/** What stands beside a mark: white space or the end of the text, an opening bracket, a dash, other punctuation, or a word. */
export type Neighbor = 'nothing' | 'bracket' | 'dash' | 'punctuation' | 'word'

/** Which way a mark faces, judged by its neighbors. */
export type Facing = 'opens' | 'closes' | 'unclear'

const NEIGHBORS: readonly Neighbor[] = ['word', 'nothing', 'bracket', 'dash', 'punctuation']
const CHARACTERS: Readonly<Partial<Record<Neighbor, string>>> = {
  nothing: ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff',
  bracket: '([{<¿¡/',
  dash: '-‐‑‒–—―',
  punctuation: '.,;:!?…)]}>。、！？',
}

/** For each UTF-16 code unit, its index in `NEIGHBORS`; 0, a word, for all others. */
const neighborsOfUnits = new Uint8Array(0x10000)
NEIGHBORS.forEach((neighbor, index) => {
  for (const character of CHARACTERS[neighbor] ?? '') neighborsOfUnits[character.charCodeAt(0)] = index
})

/** Characters that may stand between a mark and its neighbor: signs of emphasis, other quotation marks. */
const SKIPPED = new Set(Array.from('*_"“”„‟＂〝〞〟«»‹›⟨⟩〈〉《》\'‘’‚`', (character) => character.charCodeAt(0)))
/** Maximum number of characters to skip; the limit keeps a megabyte of marks linear. */
const MAX_SKIPPED = 4

/** Classifies a code unit; NaN is beyond the ends of the text. */
const classifyUnit = (unit: number): Neighbor => (Number.isNaN(unit) ? 'nothing' : (NEIGHBORS[neighborsOfUnits[unit] as number] as Neighbor))

/** Returns whether a row of signs goes on beyond the limit: a scene break behind a quotation. */
const isRow = (text: string, index: number): boolean => text[index] === '*' || text[index] === '_'

/** Returns the neighbor before `index`. */
export function neighborBefore(text: string, index: number): Neighbor {
  let i = index - 1
  while (i >= index - MAX_SKIPPED && SKIPPED.has(text.charCodeAt(i))) i--
  return isRow(text, i) ? 'nothing' : classifyUnit(text.charCodeAt(i))
}

/** Returns the neighbor from `index` on. An ellipsis that begins a sentence (*…and then*) counts as its first word. */
export function neighborAfter(text: string, index: number): Neighbor {
  let i = index
  while (i < index + MAX_SKIPPED && SKIPPED.has(text.charCodeAt(i))) i++
  if (isRow(text, i)) return 'nothing'
  return text[i] === '…' || text.startsWith('..', i) ? 'word' : classifyUnit(text.charCodeAt(i))
}

/**
 * Detects which way the mark from `start` to `end` faces. An opening mark stands after a space, bracket or dash and before a word, a
 * closing one the other way round; unclear in scripts without spaces.
 */
export function detectFacing(text: string, start: number, end: number): Facing {
  const left = neighborBefore(text, start)
  const right = neighborAfter(text, end)
  const hasLeft = left === 'word' || left === 'punctuation'
  const hasRight = right === 'word' || right === 'bracket'
  if (hasLeft) return hasRight ? 'unclear' : 'closes'
  if (left === 'dash') return right === 'nothing' || right === 'punctuation' ? 'closes' : 'unclear'
  return hasRight || right === 'dash' ? 'opens' : 'unclear'
}

/** Returns whether a letter, mark or digit stands right before `index`. */
export function isAfterLetter(text: string, index: number): boolean {
  const unit = text.charCodeAt(index - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? letterLengthAt(text, index - 2) > 0 : letterLengthAt(text, index - 1) > 0
}
