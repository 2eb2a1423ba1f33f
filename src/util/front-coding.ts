/**
 * Front coding: sorted words, each as a character for the number of letters shared with the word before (`A` for none) and the rest of the word.
 * Words have none of these characters: they are in lower case.
 */

const FIRST = 65
const LAST = 96

/** Front-codes words, after sorting them by UTF-16 code units. */
export function encodeFront(words: readonly string[]): string {
  let previous = ''
  let line = ''
  for (const word of [...words].sort()) {
    let shared = 0
    while (shared < LAST - FIRST && shared < previous.length && previous[shared] === word[shared]) shared++
    line += String.fromCharCode(FIRST + shared) + word.slice(shared)
    previous = word
  }
  return line
}

/** Longest word that is decoded, in UTF-16 code units; what is longer is cut off. */
const MAX_UNITS = 64

/**
 * Decodes the words of a part of a text.
 *
 * @param visit called with each word, as code units that the next word overwrites, and its length
 * @param end of the line, exclusive
 */
export function decodeFront(text: string, visit: (units: Uint16Array, length: number) => void, start = 0, end = text.length): void {
  const word = new Uint16Array(MAX_UNITS)
  let length = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit < FIRST || unit > LAST) {
      if (length < MAX_UNITS) word[length++] = unit
      continue
    }
    if (i > start) visit(word, length)
    length = unit - FIRST
  }
  if (end > start) visit(word, length)
}
