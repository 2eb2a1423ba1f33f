/**
 * `Array.prototype.map` of lists. V8's own leaves room for holes in what it makes, or does not, by how far its caller is compiled: whatever
 * reads such lists is compiled for one kind, thrown away when the other comes, and compiled again, which was half of all compiling.
 */
export function map<T, Made>(items: readonly T[], make: (item: T, index: number) => Made): Made[] {
  const made: Made[] = []
  for (let index = 0; index < items.length; index++) made.push(make(items[index] as T, index))
  return made
}
