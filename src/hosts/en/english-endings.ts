/** Kinds of words that are not among the frequent ones, by their endings. */
const KINDS: readonly RegExp[] = [
  /ing$/u,
  /ed$/u,
  /ly$/u,
  /(?:ness|tion|sion|ment|ity|ance|ence|hood|ship)$/u,
  /(?:ful|ous|ive|less|able|ible|ish|ic|al)$/u,
  /'s$/u,
  /[^s]s$/u,
  /(?:er|or|est)$/u,
  /^.{1,4}$/u,
  /^.{5,}$/u,
]

/** How many kinds there are; the last is of what has no letters. */
export const ENDINGS = KINDS.length + 1

export function endingOf(key: string): number {
  const kind = KINDS.findIndex((ending) => ending.test(key))
  return kind < 0 ? KINDS.length : kind
}
