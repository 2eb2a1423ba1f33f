/**
 * Items by what they have in common, groups and items in the order in which they come. A `Map`, unlike lodash's `groupBy`: keys are of any
 * kind, numbers stay where they are, and nothing is looked up in a dictionary of texts.
 */
export function grouped<T, Key>(items: Iterable<T>, keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
