import type {Respelling} from '../likeness.js'

/** How Russian is respelt for the ear, by dialect, and by printers. */
export const RESPELLINGS: readonly Respelling[] = [
  ['о', /о/u, 'а'],
  ['а', /а/u, 'о'],
  ['е', /е/u, 'и'],
  ['и', /и/u, 'е'],
  ['ь', /ь/u, 'и'],
  ['э', /э/u, 'е'],
  ['ы', /ы/u, 'и'],
  ['', /(.)\1/u, '$1'],
]
