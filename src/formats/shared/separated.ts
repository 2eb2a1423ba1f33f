/** What stands in parts, with a separator between each two of them. */
export const separated = <T>(parts: readonly (readonly T[])[], separator: T): T[] => parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]))
