const LETTER = /\p{L}/u

/** Whether a sentence asks or exclaims: the last `?` or `!` behind its last letter; an empty string, if there is none. */
export function moodOf(text: string): string {
  for (let i = text.length - 1; i >= 0; i--) {
    const character = text[i] as string
    if (character === '?' || character === '!') return character
    if (LETTER.test(character)) return ''
  }
  return ''
}
