import type {Respelling} from '../likeness.js'

/** How Portuguese is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ["'", /'/gu, ''],
  ['y', /y/gu, 'i'],
  ['z', /z/u, 's'],
  ['s', /s/u, 'z'],
  ['e', /e/u, 'i'],
  ['i', /i/u, 'e'],
  ['o', /o/u, 'u'],
  ['u', /u/u, 'o'],
  ['b', /b/u, 'v'],
  ['', /$/u, 'r'],
  ['', /$/u, 's'],
]
