/** The fields that have a value, in their order. */
export function present<T extends object>(fields: T): T {
  const kept: Partial<T> = {}
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name]
  return kept as T
}
