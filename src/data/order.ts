import {map} from './map.js'

/** What things are ordered by; what has none comes last. */
export type Criterion<T> = (item: T) => string | number | undefined

/** Compares two values as `ordered` does. */
export function byValue(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  return a < b ? -1 : 1
}

/**
 * A sorted copy, stable; strings by UTF-16 code units, so that it is the same everywhere. The first criterion is asked once for every item,
 * the next where it ties. What lodash's sortBy does, without a list of criteria for every item, which was a tenth of a glossary's memory, and
 * without its five kilobytes.
 */
export function ordered<T>(list: readonly T[], first: Criterion<T>, ...others: readonly Criterion<T>[]): T[] {
  if (list.length < 2) return [...list]
  const values = map(list, first)
  const indices = [...list.keys()].sort((a, b) => {
    const order = byValue(values[a], values[b])
    if (order !== 0) return order
    for (const criterion of others) {
      const next = byValue(criterion(list[a] as T), criterion(list[b] as T))
      if (next !== 0) return next
    }
    return 0
  })
  return map(indices, (index) => list[index] as T)
}
