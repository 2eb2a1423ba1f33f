/** Control characters (C0, DEL, C1) and characters that change the text direction: they could make a terminal show something else. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

const ESCAPES: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}

/**
 * Escapes control characters in untrusted text (file names, words of stories), so that it is safe to print on a terminal.
 *
 * @param options.lines whether to keep line feeds and tabs. Default: false
 */
export function escapeForTerminal(text: string, {lines = false}: {readonly lines?: boolean} = {}): string {
  return text.replace(UNSAFE, (character) => {
    if (lines && (character === '\n' || character === '\t')) return character
    return ESCAPES[character] ?? `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`
  })
}
