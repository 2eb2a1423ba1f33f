import type {Respelling} from '../likeness.js'

/** How French is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ["'", /'/gu, 'e'],
  ["'", /'/gu, ''],
  ['', /$/u, 're'],
  ['', /$/u, 'le'],
  ['k', /k/gu, 'qu'],
  ['z', /z/gu, 's'],
  ['y', /y/gu, 'i'],
  ['é', /é/u, 'e'],
  ['e', /e/u, 'é'],
  ['oi', /oi(?=s?$|t$|ent$)/u, 'ai'],
  ['', /(.)\1/u, '$1'],
]
