import type {Respelling} from '../likeness.js'

/** How Spanish is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ['z', /z/gu, 's'],
  ['s', /s(?=[eiéí])/gu, 'c'],
  ['s', /s(?=[aouáóú])/gu, 'z'],
  ['j', /j/gu, 'h'],
  ['y', /y/gu, 'll'],
  ['ll', /ll/gu, 'y'],
  ['b', /b/gu, 'v'],
  ['v', /v/gu, 'b'],
  ['g', /gü/gu, 'hu'],
  ['r', /r(?=[^aeiouáéíóúr]|$)/gu, 'l'],
  ['ao', /ao(s?)$/u, 'ado$1'],
  ['á', /á$/u, 'ar'],
  ['á', /á$/u, 'ada'],
  ['á', /á$/u, 'ad'],
  ['é', /é$/u, 'er'],
  ['é', /é$/u, 'el'],
  ['é', /é$/u, 'ed'],
  ['í', /í$/u, 'ir'],
  ['ó', /ó$/u, 'or'],
  ['ío', /ío(s?)$/u, 'ido$1'],
  ['', /([aeoáéó])$/u, '$1s'],
]
