import {OPAQUE_CHARACTER} from './opaque.js'
import {isWordless} from './word-shape.js'

/** Rows of circles and crosses also separate scenes: `oOo`, `x X x`. */
const CROSSES = /^[^\p{L}\p{N}]*(?:[oO0xX][^\p{L}\p{N}]*){3,}$/u
const QUOTED = /["“”„«»‹›「」]/u

/** Maximum length of a scene break or heading, in UTF-16 code units. */
const MAX_LENGTH = 80

/** Returns whether a line is only a scene separator: `* * *`, `#`, `~~~`, `oOo`. */
export function isSceneBreak(text: string): boolean {
  if (text.length > MAX_LENGTH || QUOTED.test(text)) return false
  return CROSSES.test(text) || (isWordless(text) && text.trim() !== '' && !text.includes(OPAQUE_CHARACTER))
}

const NUMBER = '(?:\\d{1,4}|(?=[IVXLCDM])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))'
/** `IV`, `4.`, `Chapter 4`, `BOOK II.` */
const NUMBERED = new RegExp(`^(?:\\p{Lu}[\\p{L}\\p{M}]*\\s+)?${NUMBER}[.:)]?$`, 'u')
/** `Chapter 4: The Salt Road`; captures the title. */
const NUMBERED_TITLE = new RegExp(`^\\p{Lu}[\\p{L}\\p{M}]*\\s+${NUMBER}\\s*[.:–—-]\\s*(\\S.*)$`, 'su')
const DECORATION = /^[\s*~#=_•·–—-]+|[\s*~#=_•·–—-]+$/gu

/** Maximum length of words that a title may write in lower case. */
const MAX_LOWER_CASE_WORD = 4
const MAX_TITLE_WORDS = 10

/** Returns whether all words but short inner ones begin with a capital. Text that ends like a sentence is no title. */
function isTitle(text: string): boolean {
  if (/^[([]/u.test(text) || (/[.!?,;…]$/u.test(text) && !/^\P{Ll}*\.$/u.test(text))) return false
  const words = text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
  if (words.length === 0 || words.length > MAX_TITLE_WORDS) return false
  return words.every((word, index) => /^[\p{Lu}\p{N}]/u.test(word) || (word.length <= MAX_LOWER_CASE_WORD && index > 0 && index < words.length - 1))
}

/**
 * Returns whether a passage is a chapter heading. A number, alone or after one word, is a heading anywhere. A title is a heading only
 * where titles stand, because names, shouts and inscriptions look the same.
 *
 * @param atHead whether the passage begins the story, or follows a heading or a scene break
 */
export function isChapterHeading(text: string, atHead: boolean): boolean {
  if (text.length > MAX_LENGTH || QUOTED.test(text)) return false
  const line = text.replace(DECORATION, '')
  if (NUMBERED.test(line)) return true
  const title = NUMBERED_TITLE.exec(line)?.[1]
  return title === undefined ? atHead && isTitle(line) : isTitle(title)
}
