/** The fields that have a value, in their order. */
export function present<T extends object>(fields: {readonly [Name in keyof T]: T[Name] | undefined}): T {
  const kept: {[Name in keyof T]?: T[Name] | undefined} = {}
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name]
  return kept as T
}
