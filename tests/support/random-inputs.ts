/** The number of random inputs of a property: they are the same in every run, so a few are enough; with `FUZZ`, ten times as many. */
export const randomInputs = (count: number): {readonly numRuns: number} => ({numRuns: process.env.FUZZ ? 10 * count : count})

/** Every nth of a list, beginning at another place for each turn, where all for each input would take minutes; with `FUZZ`, all. */
export const byTurns = <T>(all: readonly T[], stride: number, turn = 0): readonly T[] =>
  process.env.FUZZ ? all : all.filter((_, index) => (index + turn) % stride === 0)
