/** How many answers are kept. */
const ROOM = 1 << 14

/** Longer words are asked for anew: engines keep a long slice of a text together with the whole text (V8, from 13 code units). */
const LONGEST = 12

/**
 * A function of a word that remembers what it has answered, from one story to the next; when there is no more room it begins anew.
 * The answers must be the same each time, and nobody may change them.
 */
export function memoizeWords<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    if (word.length > LONGEST) return answer(word)
    let found = known.get(word)
    if (found === undefined) {
      if (known.size >= ROOM) known.clear()
      known.set(word, (found = answer(word)))
    }
    return found
  }
}
