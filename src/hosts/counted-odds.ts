import type {OddsTable} from './word-odds.js'

/** Log-odds for lists that were made from counts in novels: what is frequent there is the language's whatever its length. */
export const COUNTED_ODDS: OddsTable = [
  [-1.5, -2.5, -4, -4.5, -4.5, -4.5],
  [0, -1, -2.5, -3.5, -4, -4.5],
  [0, 0, -1, -2, -3, -4],
  [1, 1, 0.5, -0.5, -1.5, -3],
  [1, 2, 1.5, 0.5, -0.5, -2],
  [1, 3, 2, 1, 0, -1],
  [4.7, 6.2, 5.1, 5.2, 5.2, 4.4],
  [0, 3, 3.1, 2.4, 1.9, 1.5],
  [0, 2.7, 6.1, 4.9, 7.2, 4.5],
  [-0.9, -1.6, -4.6, -5.7, -7.9, -6.4],
  [0, 0.2, 1.1, -1.8, -1.2, 0],
]
