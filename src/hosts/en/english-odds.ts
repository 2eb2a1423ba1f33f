import type {OddsTable} from '../word-odds.js'

/**
 * Log-odds of each class of words in 17 other languages against 17 books of English fiction, measured by
 * `tests/scripts/measure-odds.ts`. Short rare words of the list are more often foreign than English.
 */
export const ENGLISH_ODDS: OddsTable = [
  [2.6, 0.9, -1.6, -3.6, -3.8, -4.2],
  [0, 3.1, 0.9, -2, -2.9, -3.9],
  [-0.9, 3.9, 1.9, -0.1, -1.7, -3.5],
  [3.8, 6.2, 3.6, 1.9, -0.1, -2.5],
  [0, 3.8, 3.2, 2.1, 0.8, -1.7],
  [0, 3.9, 3.5, 3, 1.9, 0.4],
  [4.7, 6.2, 5.1, 5.2, 5.2, 4.4],
  [0, 3, 3.1, 2.4, 1.9, 1.5],
  [0, 2.7, 6.1, 4.9, 7.2, 4.5],
  [-0.9, -1.6, -4.6, -5.7, -7.9, -6.4],
  [0, 0.2, 1.1, -1.8, -1.2, 0],
]
