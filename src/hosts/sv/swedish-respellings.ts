import type {Respelling} from '../likeness.js'

/** How Swedish is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ["'", /'/gu, 'e'],
  ["'", /'/gu, ''],
  ['e', /e/u, 'ä'],
  ['ä', /ä/u, 'e'],
  ['å', /å/u, 'o'],
  ['o', /o/u, 'å'],
  ['u', /u/u, 'o'],
  ['i', /i$/u, 'ig'],
  ['i', /it$/u, 'et'],
]
