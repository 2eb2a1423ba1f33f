import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** A character reference: what it stands for, and how many characters of the source it takes. */
export interface CharacterReference {
  readonly value: string
  readonly length: number
}

const MARKDOWN = /&(?:#[xX]([\dA-Fa-f]{1,6})|#(\d{1,7})|([\dA-Za-z]{1,31}));/uy

const isScalar = (code: number): boolean => code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
const characterOf = (code: number): string => (isScalar(code) ? String.fromCodePoint(code) : '\ufffd')

/** The reference that begins at `at` (CommonMark 0.31, section 6.2); nothing, if there is none. */
export function markdownReference(source: string, at: number): CharacterReference | undefined {
  MARKDOWN.lastIndex = at
  const match = MARKDOWN.exec(source)
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  if (name === undefined) return {value: characterOf(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)), length: whole.length}
  const value = decodeNamedCharacterReference(name)
  return value === false ? undefined : {value, length: whole.length}
}

const NUMERIC = /&#(?:[xX]([\dA-Fa-f]+)|(\d+));?/uy
/** The longest name has 31 letters and digits. */
const NAMED = /&([\dA-Za-z]{2,31});?/uy

/** What numbers 128 to 159 stand for in HTML (living standard, section 13.2.5.80): those characters of windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The reference that begins at `at` and that stands for what `value` goes on with (HTML, living standard, section
 * 13.2.5.72); nothing, if there is none. Some old names need no semicolon, and letters may follow them at once; which
 * ones, the value tells: where the parser took no reference, an ampersand stands there.
 */
export function htmlReference(source: string, at: number, value: string, from: number): CharacterReference | undefined {
  const fits = (decoded: string | false, length: number) => (decoded !== false && value.startsWith(decoded, from) ? {value: decoded, length} : undefined)
  NUMERIC.lastIndex = at
  const numeric = NUMERIC.exec(source)
  if (numeric) {
    const [whole, hex, decimal] = numeric
    const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)
    return fits(WINDOWS_1252[code - 0x80] ?? characterOf(code), whole.length)
  }
  NAMED.lastIndex = at
  const [whole, name = ''] = NAMED.exec(source) ?? []
  if (whole?.endsWith(';')) {
    const found = fits(decodeNamedCharacterReference(name), whole.length)
    if (found) return found
  }
  for (let length = name.length; length >= 2; length--) {
    const found = fits(decodeNamedCharacterReference(name.slice(0, length)), length + 1)
    if (found) return found
  }
  return undefined
}
