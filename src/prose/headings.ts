import {OPAQUE} from './opaque.js'
import {isGap} from './tokenizer.js'

/** Circles and crosses in a row are as good as stars: `oOo`, `x X x`. */
const CROSSES = /^[^\p{L}\p{N}]*(?:[oO0xX][^\p{L}\p{N}]*){3,}$/u
const QUOTED = /["“”„«»‹›「」]/u

/** Longer lines are no ornament and no heading. */
const LONGEST = 80

/** Whether a line parts scenes and says nothing: `* * *`, `#`, `~~~`, `oOo`. */
export function isOrnament(text: string): boolean {
  if (text.length > LONGEST || QUOTED.test(text)) return false
  return CROSSES.test(text) || (isGap(text) && text.trim() !== '' && !text.includes(OPAQUE))
}

const NUMBER = '(?:\\d{1,4}|(?=[IVXLCDM])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))'
/** `IV`, `4.`, `Chapter 4`, `BOOK II.` */
const NUMBERED = new RegExp(`^(?:\\p{Lu}[\\p{L}\\p{M}]*\\s+)?${NUMBER}[.:)]?$`, 'u')
/** `Chapter 4: The Salt Road`; what follows the number. */
const NUMBERED_TITLE = new RegExp(`^\\p{Lu}[\\p{L}\\p{M}]*\\s+${NUMBER}\\s*[.:–—-]\\s*(\\S.*)$`, 'su')
const DECORATION = /^[\s*~#=_•·–—-]+|[\s*~#=_•·–—-]+$/gu

/** Words of a title that may be written small. */
const SMALL = 4
const MOST_WORDS = 10

/** Capitals alone, or capitals at the beginning of all words but short ones; a sentence would end with a stop. */
function isTitle(text: string): boolean {
  if (/^[([]/u.test(text) || (/[.!?,;…]$/u.test(text) && !/^\P{Ll}*\.$/u.test(text))) return false
  const words = text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
  if (words.length === 0 || words.length > MOST_WORDS) return false
  return words.every((word, index) => /^[\p{Lu}\p{N}]/u.test(word) || (word.length <= SMALL && index > 0 && index < words.length - 1))
}

/**
 * Whether a passage is the heading of a chapter. A number, alone or behind one word, is one wherever it stands; a title
 * is one only where titles stand, since names, shouts and inscriptions look the same.
 *
 * @param atHead whether the passage begins the story, or follows a heading or an ornament
 */
export function isHead(text: string, atHead: boolean): boolean {
  if (text.length > LONGEST || QUOTED.test(text)) return false
  const line = text.replace(DECORATION, '')
  if (NUMBERED.test(line)) return true
  const title = NUMBERED_TITLE.exec(line)?.[1]
  return title === undefined ? atHead && isTitle(line) : isTitle(title)
}
