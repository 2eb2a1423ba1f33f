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

/** Cells of a table that is held whole. */
const CELLS = 1 << 16

/** Counts of pairs of numbers, each below the size of its side: in a table where it is small, else of the pairs that occur alone. */
export function pairCounts(rows: number, columns: number): {add: (row: number, column: number) => void; of: (row: number, column: number) => number} {
  if (rows * columns <= CELLS) {
    const table = new Int32Array(rows * columns)
    return {add: (row, column) => void table[row * columns + column]!++, of: (row, column) => table[row * columns + column] as number}
  }
  const met = new Map<number, number>()
  const of = (row: number, column: number): number => met.get(row * columns + column) ?? 0
  return {add: (row, column) => void met.set(row * columns + column, of(row, column) + 1), of}
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
