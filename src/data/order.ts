/** What things are ordered by; what has none comes last. */
export type Criterion<T> = (item: T) => string | number | undefined

/** Compares two values as `ordered` does. */
export function byValue(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  return a < b ? -1 : 1
}

/**
 * A sorted copy, stable; strings by UTF-16 code units, so that it is the same everywhere. The next criterion is asked where one ties. What
 * lodash's sortBy does, without a list of criteria for every item, which was a tenth of a glossary's memory, and without its five kilobytes.
 */
export function ordered<T>(list: readonly T[], ...criteria: readonly Criterion<T>[]): T[] {
  const copy = [...list]
  if (copy.length < 2) return copy
  return copy.sort((a, b) => {
    for (const criterion of criteria) {
      const order = byValue(criterion(a), criterion(b))
      if (order !== 0) return order
    }
    return 0
  })
}
