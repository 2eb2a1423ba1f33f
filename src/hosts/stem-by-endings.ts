/** Letters of a stem, at least. */
const MIN_STEM = 3

/**
 * A light stemmer for comparing translations: removes the longest listed ending.
 *
 * @param endings separated by white space
 */
export function stemByEndings(endings: string): (key: string) => string {
  const list = endings.trim().split(/\s+/u)
  const known = new Set(list)
  const longest = Math.max(...list.map(({length}) => length))
  return (key) => {
    for (let length = Math.min(longest, key.length - MIN_STEM); length > 0; length--) {
      if (known.has(key.slice(key.length - length))) return key.slice(0, key.length - length)
    }
    return key
  }
}
