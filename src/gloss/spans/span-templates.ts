/** A group of features with one number for each combination of its values; the numbers of all groups follow on each other. */
export interface Template {
  readonly name: string
  readonly sizes: readonly number[]
  readonly base: number
}

let next = 0
const all: Template[] = []

/** Makes a group; the order of the calls is the numbering. */
export function template(name: string, ...sizes: readonly number[]): Template {
  const made: Template = {name, sizes, base: next}
  next += sizes.reduce((product, size) => product * size, 1)
  all.push(made)
  return made
}

export const featureCount = (): number => next

export const templateNamed = (name: string): Template | undefined => all.find((one) => one.name === name)

export const templates = (): readonly Template[] => all

/** How many numbers a group has. */
export const sizeOf = ({sizes}: Template): number => sizes.reduce((product, size) => product * size, 1)
