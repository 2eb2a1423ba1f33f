import {letterAt} from '../tokenizer.js'

/** What stands on one side of a mark: white space or the end of the text, a bracket that opens, a dash, other punctuation, a word. */
export type Neighbour = 'nothing' | 'bracket' | 'dash' | 'stop' | 'word'

/** Which way a mark faces, as far as what stands beside it tells. */
export type Facing = 'opens' | 'closes' | 'unclear'

const NEIGHBOURS: readonly Neighbour[] = ['word', 'nothing', 'bracket', 'dash', 'stop']
const EXAMPLES: Readonly<Partial<Record<Neighbour, string>>> = {
  nothing: ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff',
  bracket: '([{<¿¡/',
  dash: '-‐‑‒–—―',
  stop: '.,;:!?…)]}>。、！？',
}

/** What UTF-16 code units are to a mark beside them, as indices of `NEIGHBOURS`. */
const kinds = new Uint8Array(0x10000)
NEIGHBOURS.forEach((neighbour, index) => {
  for (const character of EXAMPLES[neighbour] ?? '') kinds[character.charCodeAt(0)] = index
})

/** What may stand between a mark and what it belongs to: signs of emphasis, other quotation marks. */
const THIN = new Set(Array.from('*_"“”„‟«»‹›\'‘’‚`', (character) => character.charCodeAt(0)))
/** More of them are nothing to look through; it also keeps a megabyte of marks linear. */
const THINNEST = 4

/** Beyond the ends of the text there is nothing. */
const neighbour = (unit: number): Neighbour => (Number.isNaN(unit) ? 'nothing' : (NEIGHBOURS[kinds[unit] as number] as Neighbour))

/** What stands before `index`. */
export function before(text: string, index: number): Neighbour {
  let i = index - 1
  while (i >= index - THINNEST && THIN.has(text.charCodeAt(i))) i--
  return neighbour(text.charCodeAt(i))
}

/** What stands from `index` on. Points that lead into a sentence (*…and then*) belong to its first word. */
export function after(text: string, index: number): Neighbour {
  let i = index
  while (i < index + THINNEST && THIN.has(text.charCodeAt(i))) i++
  return text[i] === '…' || text.startsWith('..', i) ? 'word' : neighbour(text.charCodeAt(i))
}

/**
 * Which way the mark from `start` to `end` faces: one that opens stands after a space, bracket or dash and before a word,
 * one that closes the other way round. Scripts without spaces leave it unclear.
 */
export function facing(text: string, start: number, end: number): Facing {
  const left = before(text, start)
  const right = after(text, end)
  const hasLeft = left === 'word' || left === 'stop'
  const hasRight = right === 'word' || right === 'bracket'
  if (hasLeft) return hasRight ? 'unclear' : 'closes'
  if (left === 'dash') return right === 'nothing' || right === 'stop' ? 'closes' : 'unclear'
  return hasRight || right === 'dash' ? 'opens' : 'unclear'
}

/** Whether a letter, mark or digit stands right before `index`. */
export function followsLetter(text: string, index: number): boolean {
  const unit = text.charCodeAt(index - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? letterAt(text, index - 2) > 0 : letterAt(text, index - 1) > 0
}
