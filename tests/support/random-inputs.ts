/** The number of random inputs of a property: they are the same in every run, so a few are enough; with `FUZZ`, five times as many. */
export const randomInputs = (count: number): {readonly numRuns: number} => ({numRuns: process.env.FUZZ ? 5 * count : count})
