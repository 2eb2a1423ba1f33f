/** A table of weights with one for each combination of some values, and where it begins among all weights. */
export interface Table {
  readonly name: string
  readonly offset: number
  readonly size: number
}

/** Lays tables out one behind the other. */
export function layOutTables<Name extends string>(
  dimensions: Readonly<Record<Name, readonly number[]>>,
  from = 0,
): {tables: Table[]; at: Record<Name, number>; end: number} {
  const tables: Table[] = []
  const at = {} as Record<Name, number>
  let end = from
  for (const name of Object.keys(dimensions) as Name[]) {
    const size = dimensions[name].reduce((product, dimension) => product * dimension, 1)
    tables.push({name, offset: end, size})
    at[name] = end
    end += size
  }
  return {tables, at, end}
}
