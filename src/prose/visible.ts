/** Control characters (C0, DEL, C1), and those that turn the direction of what follows: they could make a terminal show what is not there. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

const CODES: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}

/**
 * Text of strangers (names of files, words of stories) as a terminal may show it: on one line, with nothing in it that a terminal obeys.
 *
 * @param options.lines whether line breaks and tabs stay
 */
export function visible(text: string, {lines = false}: {readonly lines?: boolean} = {}): string {
  return text.replace(HIDDEN, (character) => {
    if (lines && (character === '\n' || character === '\t')) return character
    return CODES[character] ?? `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`
  })
}
