import type {Respelling} from '../likeness.js'

/** How Polish is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ['l', /l/u, 'ł'],
  ['ł', /ł/u, 'l'],
  ['e', /e/u, 'ę'],
  ['a', /a/u, 'ą'],
  ['o', /o/u, 'ó'],
  ['ó', /ó/u, 'o'],
  ['u', /u/u, 'ó'],
  ['s', /s/u, 'ś'],
  ['z', /z/u, 'ż'],
  ['z', /z/u, 'ź'],
  ['c', /c/u, 'ć'],
  ['n', /n/u, 'ń'],
  ['é', /é/gu, 'e'],
  ['om', /om$/u, 'ą'],
  ['-', /-/gu, ''],
]
