import type {OddsTable} from './word-odds.js'

/**
 * Log-odds of each class of words in 17 other languages against novels in eight, for lists that were made from counts: measured by
 * `tests/scripts/measure-hosts.ts`. The rows of unknown words and exclamations are those of English: to the former each host adds what its own
 * list leaves out (`Host.unknownOdds`); words of tier 70 are weighed as those of 60, because one language alone has them.
 */
export const COUNTED_ODDS: OddsTable = [
  [-1.4, 0.4, -1.4, -3, -3.1, -4.1],
  [-2.6, 1.6, 0.5, -1.7, -2.3, -3.7],
  [-0.1, 2.7, 1.2, -0.1, -1.6, -3.2],
  [1.9, 3.2, 1.9, 0.8, -0.7, -3.1],
  [1.1, 3.4, 2.1, 1.6, -0.1, -2.5],
  [1.1, 3.4, 2.1, 1.6, -0.1, -2.5],
  [4.7, 6.2, 5.1, 5.2, 5.2, 4.4],
  [0, 3, 3.1, 2.4, 1.9, 1.5],
  [0, 2.7, 6.1, 4.9, 7.2, 4.5],
  [-1.3, -1, -3, -3.4, -3.9, -4.7],
  [0, 0.2, 1.1, -1.8, -1.2, 0],
]
