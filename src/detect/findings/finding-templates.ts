/** The features of a finding as a whole: each template is a table with a weight for each combination of its values. */

import {layOutTables} from '../tables.js'

/** Values of *line* and *word*. */
const KINDS = 2
export const MEANS = 8
export const LOWEST = 4
export const BY_CLUES = 5
export const RUNS = 4
export const SHARES = 5
export const STRANGE = 4
export const PLACES = 5
export const ELSEWHERE = 4
export const GLOSSES = 5

const DEFINITIONS = {
  bias: [KINDS],
  mean: [KINDS, MEANS],
  lowest: [KINDS, LOWEST],
  clues: [KINDS, BY_CLUES],
  bounds: [KINDS, 3],
  length: [KINDS, 4, 2],
  strange: [KINDS, STRANGE, 4],
  place: [KINDS, PLACES, 2],
  story: [KINDS, 3, ELSEWHERE],
  gloss: [KINDS, GLOSSES, 3],
  capital: [KINDS, 3],
  vocabulary: [KINDS, RUNS, 3],
  share: [KINDS, SHARES, 3],
  wordClass: [22],
} as const satisfies Record<string, readonly number[]>

const {tables, at, end} = layOutTables(DEFINITIONS)

export const FINDING_TEMPLATES = tables
/** Where the table of each template begins. */
export const T = at
export const FINDING_COUNT = end
