import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** A character reference: the text it stands for, and its length in the source in UTF-16 code units. */
export interface CharacterReference {
  readonly value: string
  readonly length: number
}

const MARKDOWN = /&(?:#[xX]([\dA-Fa-f]{1,6})|#(\d{1,7})|([\dA-Za-z]{1,31}));/uy

const isScalar = (code: number): boolean => code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
const toCharacter = (code: number): string => (isScalar(code) ? String.fromCodePoint(code) : '\ufffd')

/** Reads the Markdown character reference at `at` (CommonMark 0.31, section 6.2); returns undefined if there is none. */
export function readMarkdownReference(source: string, at: number): CharacterReference | undefined {
  MARKDOWN.lastIndex = at
  const match = MARKDOWN.exec(source)
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  if (name === undefined) return {value: toCharacter(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)), length: whole.length}
  const value = decodeNamedCharacterReference(name)
  return value === false ? undefined : {value, length: whole.length}
}

const NUMERIC = /&#(?:[xX]([\dA-Fa-f]+)|(\d+));?/uy
/** The longest name has 31 letters and digits. */
const NAMED = /&([\dA-Za-z]{2,31});?/uy

/** The characters that HTML reads for numbers 128 to 159 (living standard, section 13.2.5.80): those of windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Reads the HTML character reference at `at` that stands for the text of `value` at `from` (living standard, section 13.2.5.72); returns
 * undefined if there is none. Some old names need no semicolon and may be followed by letters at once; the value decides where the
 * parser read one, because otherwise it has an ampersand there.
 */
export function readHtmlReference(source: string, at: number, value: string, from: number): CharacterReference | undefined {
  const match = (decoded: string | false, length: number) => (decoded !== false && value.startsWith(decoded, from) ? {value: decoded, length} : undefined)
  NUMERIC.lastIndex = at
  const numeric = NUMERIC.exec(source)
  if (numeric) {
    const [whole, hex, decimal] = numeric
    const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)
    return match(WINDOWS_1252[code - 0x80] ?? toCharacter(code), whole.length)
  }
  NAMED.lastIndex = at
  const [whole, name = ''] = NAMED.exec(source) ?? []
  if (whole?.endsWith(';')) {
    const reference = match(decodeNamedCharacterReference(name), whole.length)
    if (reference) return reference
  }
  for (let length = name.length; length >= 2; length--) {
    const reference = match(decodeNamedCharacterReference(name.slice(0, length)), length + 1)
    if (reference) return reference
  }
  return undefined
}
