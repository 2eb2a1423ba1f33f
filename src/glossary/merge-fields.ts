/** Order-independent ways to combine the values of one field in several entries. */
import uniq from 'lodash-es/uniq.js'
import uniqBy from 'lodash-es/uniqBy.js'
import type {Entry} from '../lexicon/types.js'
import {compareValues, flatMap} from '../util/lists.js'

export const sortUnique = (texts: readonly string[]): readonly string[] => (texts.length < 2 ? texts : uniq(texts).sort(compareValues))
/** Returns the value that comes first in text order, of values that exclude each other. */
export function firstByText<T>(items: readonly T[], textOf: (item: T) => string | undefined): string | undefined {
  let found: string | undefined
  for (const item of items) {
    const text = textOf(item)
    if (text !== undefined && (found === undefined || text < found)) found = text
  }
  return found
}
/** Stands for an absent list. */
export const NONE: readonly never[] = []
export const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)
/** Collects the items of a list field. Most words have one entry, whose list is returned without a copy. */
export const collectField = <T>(entries: readonly Entry[], listOf: (entry: Entry) => readonly T[] | undefined): readonly T[] =>
  entries.length === 1 ? (listOf(entries[0] as Entry) ?? NONE) : flatMap(entries, (entry) => listOf(entry) ?? NONE)
export const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => (items.length < 2 ? items : uniqBy(items, keyOf))
export const maxOf = <T>(items: readonly T[], numberOf: (item: T) => number): number => items.reduce((found, item) => Math.max(found, numberOf(item)), -1)
