/** Numbers for words, in the order in which they come. */
export function numbering(): {numberOf: (key: string) => number; size: () => number} {
  const numbers = new Map<string, number>()
  return {
    numberOf: (key) => {
      const known = numbers.get(key)
      if (known === undefined) numbers.set(key, numbers.size)
      return known ?? numbers.size - 1
    },
    size: () => numbers.size,
  }
}

/** In how many of some lists each number stands. */
export function listsWith(lists: readonly (readonly number[])[], size: number): Int32Array {
  const counts = new Int32Array(size)
  const last = new Int32Array(size)
  for (const [index, list] of lists.entries()) {
    for (const number of list) {
      if (last[number] === index + 1) continue
      last[number] = index + 1
      counts[number]!++
    }
  }
  return counts
}
