/** Flattens lists and puts a separator between them. */
export const intersperse = <T>(parts: readonly (readonly T[])[], separator: T): T[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]))
