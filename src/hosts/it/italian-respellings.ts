import type {Respelling} from '../likeness.js'

/** How Italian is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ['j', /j/gu, 'i'],
  ['i', /^i(?=s[^aeiou])/u, ''],
  ['', /$/u, 'e'],
  ['', /$/u, 'o'],
  ['d', /d/u, 't'],
  ['g', /g/u, 'c'],
  ['r', /r/u, 'l'],
  ['l', /l/u, 'r'],
  ['u', /u/u, 'o'],
  ['', /([^aeiou])\1/u, '$1'],
  ['', /(?<=[aeiou])([bcdfglmnprtvz])(?=[aeiou])/u, '$1$1'],
]
