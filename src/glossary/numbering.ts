/** Assigns consecutive numbers to words, in order of first use. */
export function createNumbering(): {numberOf: (key: string) => number; size: () => number} {
  const numbers = new Map<string, number>()
  return {
    numberOf: (key) => {
      const existing = numbers.get(key)
      if (existing === undefined) numbers.set(key, numbers.size)
      return existing ?? numbers.size - 1
    },
    size: () => numbers.size,
  }
}

/** Maximum number of cells of a dense table. */
const MAX_TABLE_CELLS = 1 << 16

/** Creates a counter for pairs of numbers, each below the size of its side: a dense table if it is small, otherwise a map. */
export function createPairCounts(rows: number, columns: number): {add: (row: number, column: number) => void; of: (row: number, column: number) => number} {
  if (rows * columns <= MAX_TABLE_CELLS) {
    const table = new Int32Array(rows * columns)
    return {add: (row, column) => void table[row * columns + column]!++, of: (row, column) => table[row * columns + column] as number}
  }
  const counts = new Map<number, number>()
  const of = (row: number, column: number): number => counts.get(row * columns + column) ?? 0
  return {add: (row, column) => void counts.set(row * columns + column, of(row, column) + 1), of}
}

/** Counts in how many lists each number occurs. */
export function countListsContaining(lists: readonly (readonly number[])[], size: number): Int32Array {
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
