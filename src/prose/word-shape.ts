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

/** Returns whether a word of more than one letter is printed in capitals only. */
export const isAllCaps = (surface: string): boolean => !isAsciiLowerAt(surface, 1) && /\p{Lu}\P{Ll}*\p{Lu}/u.test(surface) && !/\p{Ll}/u.test(surface)

/** Returns whether a text consists only of white space, punctuation and symbols. */
export const isWordless = (text: string): boolean => /^[^\p{L}\p{M}\p{N}]*$/u.test(text)
