import type {Dictionary, Entry} from '../types.js'

/** How the entries of a file are named: made of headwords alone, so that they are the same in the next file. */

export interface Named {
  readonly entry: Entry
  /** Which of the entries with this headword it is, from 1. */
  readonly number: number
  readonly id: string
}

export interface Names {
  readonly entries: readonly Named[]
  /** How many entries have a headword. */
  readonly homographs: (headword: string) => number
  /** Id of the first entry of a headword; nothing, if there is none. */
  readonly find: (headword: string) => string | undefined
}

export function namesOf({entries}: Pick<Dictionary, 'entries'>, idOf: (headword: string, number: number) => string): Names {
  const counts = new Map<string, number>()
  const first = new Map<string, string>()
  const named = entries.map((entry) => {
    const {headword} = entry
    const number = (counts.get(headword) ?? 0) + 1
    const id = idOf(headword, number)
    counts.set(headword, number)
    if (number === 1) first.set(headword, id)
    return {entry, number, id}
  })
  return {entries: named, homographs: (headword) => counts.get(headword) ?? 0, find: (headword) => first.get(headword)}
}

/** An `xml:id`: of ASCII alone, as validators differ on other letters (XML 1.0, editions 4 and 5). Headwords that differ have ids that do. */
export const xmlId = (headword: string, number: number): string => {
  const name = headword.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
  return `e.${name}${number > 1 ? `.${number}` : ''}`
}

/** Odd constants of xxHash32, one for each quarter. */
const PRIMES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const

/** A UUID of version 8 (RFC 9562, section 5.8), 122 bits of which are a hash of the text; no secret, only the same for the same text. */
export function uuidOf(text: string): string {
  let quarters: readonly number[] = PRIMES
  const stir = (code: number) => {
    quarters = quarters.map((quarter, at) => {
      const product = Math.imul(quarter ^ code ^ ((quarters[(at + 1) % 4] as number) >>> 15), PRIMES[at] as number)
      return product ^ (product >>> 13)
    })
  }
  for (let at = 0; at < text.length; at++) stir(text.charCodeAt(at))
  for (let round = 0; round < 8; round++) stir(round)
  const digits = quarters.map((quarter) => (quarter >>> 0).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(digits[16] as string, 16) & 3) | 8).toString(16)
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `${variant}${digits.slice(17, 20)}`, digits.slice(20)].join('-')
}
