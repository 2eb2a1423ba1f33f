/** Returns whether an ASCII lower-case letter stands at an index. */
export function isAsciiLowerAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 97 && unit <= 122
}

/** Returns whether a word begins with an ASCII lower-case letter, as most do; a fast first test. */
export const startsWithAsciiLower = (surface: string): boolean => isAsciiLowerAt(surface, 0)

/** Returns whether a word begins with a capital letter; letters without case do not count. */
export function isCapitalized(surface: string): boolean {
  if (startsWithAsciiLower(surface)) return false
  const first = surface.charCodeAt(0)
  return (first >= 65 && first <= 90) || /^\P{L}*\p{Lu}/u.test(surface)
}

/** Returns whether a word begins with a digit. */
export function startsWithDigit(key: string): boolean {
  const first = key.charCodeAt(0)
  return first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(key)
}

/** Letters behind digits, at most, of what is still a number: *12th*, *300km*, *1960s*. */
const MAX_UNIT_LENGTH = 2
/** Letters, with digits between them, from which a word is spelled with digits as letters: *7abibi*, *2albi*. */
const MIN_LETTERS = 3

/** Returns whether a word is a number, with or without a unit or an ending. */
export function isNumeral(key: string): boolean {
  if (!startsWithDigit(key)) return false
  if (key.length <= MAX_UNIT_LENGTH + 1) return true
  let letters = 0
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) >= 65) letters++
  return letters < MIN_LETTERS || letters / key.length < 0.5
}

/** Returns whether a word of more than one letter is printed in capitals only. */
export const isAllCaps = (surface: string): boolean => !isAsciiLowerAt(surface, 1) && /\p{Lu}\P{Ll}*\p{Lu}/u.test(surface) && !/\p{Ll}/u.test(surface)

/** Returns whether a text consists only of white space, punctuation and symbols. */
export const isWordless = (text: string): boolean => /^[^\p{L}\p{M}\p{N}\p{Co}]*$/u.test(text)
