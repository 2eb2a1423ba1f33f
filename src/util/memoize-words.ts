/** Maximum number of cached results. */
const MAX_ENTRIES = 1 << 14

/** Longer words are not cached: V8 keeps a whole text alive for each slice of 13 or more code units. */
const MAX_WORD_LENGTH = 12

/**
 * Caches the results of a function of a word, across stories; a full cache is emptied. `compute` must be pure, and callers must not
 * change its results.
 */
export function memoizeWords<T>(compute: (word: string) => T): (word: string) => T {
  const cache = new Map<string, T>()
  return (word) => {
    if (word.length > MAX_WORD_LENGTH) return compute(word)
    let result = cache.get(word)
    if (result === undefined) {
      if (cache.size >= MAX_ENTRIES) cache.clear()
      cache.set(word, (result = compute(word)))
    }
    return result
  }
}
