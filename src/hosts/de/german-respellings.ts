import type {Respelling} from '../likeness.js'

/** How German is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ["'", /'/gu, 'e'],
  ["'", /'/gu, ''],
  ['ie', /ie/gu, 'i'],
  ['y', /y/gu, 'i'],
  ['ä', /ä/gu, 'e'],
  ['e', /e(?!$)/u, 'ö'],
  ['i', /i/u, 'ü'],
  ['ei', /ei/gu, 'eu'],
  ['d', /d/u, 't'],
  ['t', /t/u, 'd'],
  ['p', /p/u, 'b'],
  ['b', /b/u, 'p'],
  ['k', /k/u, 'g'],
  ['', /$/u, 'e'],
  ['', /$/u, 'n'],
  ['', /$/u, 'en'],
  ['', /(.)\1/u, '$1'],
]
