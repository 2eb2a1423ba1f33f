const LETTER = /\p{L}/u

/** Returns the last `?` or `!` after the last letter of a sentence, or an empty string. */
export function detectMood(text: string): string {
  for (let i = text.length - 1; i >= 0; i--) {
    const character = text[i] as string
    if (character === '?' || character === '!') return character
    if (LETTER.test(character)) return ''
  }
  return ''
}
