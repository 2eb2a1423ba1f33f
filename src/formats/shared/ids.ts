import type {Dictionary, Entry} from '../../lexicon/types.js'
import {fold} from '../../prose/folding.js'
import {fingerprint} from './fingerprint.js'

/** How the entries of a file are named: made of headwords alone, so that they are the same in the next file. */

export interface Named {
  readonly entry: Entry
  /** Which of the entries with this name it is, from 1. */
  readonly number: number
  readonly id: string
}

export interface Names {
  readonly entries: readonly Named[]
  readonly idOf: (entry: Entry) => string
  /** How many entries have a headword. */
  readonly homographs: (headword: string) => number
  /** Id of the first entry of a headword; nothing, if there is none. */
  readonly find: (headword: string) => string | undefined
  /** The same, else of a headword that folds to the same key: `see` is written by people. */
  readonly findFolded: (headword: string) => string | undefined
}

/**
 * @param idOf the id of the `number`th entry of a name; no two may be the same
 * @param nameOf what of a headword the id is made of
 */
export function namesOf(
  {entries, spelling}: Pick<Dictionary, 'entries' | 'spelling'>,
  idOf: (name: string, number: number) => string,
  nameOf: (headword: string) => string = (headword) => headword,
): Names {
  const counts = new Map<string, number>()
  const ids = new Map<Entry, string>()
  const first = new Map<string, string>()
  const named = entries.map((entry): Named => {
    const name = nameOf(entry.headword)
    const number = (counts.get(name) ?? 0) + 1
    const id = idOf(name, number)
    counts.set(name, number)
    ids.set(entry, id)
    if (!first.has(entry.headword)) first.set(entry.headword, id)
    return {entry, number, id}
  })
  let folded: Map<string, string> | undefined
  return {
    entries: named,
    idOf: (entry) => ids.get(entry) as string,
    homographs: (headword) => counts.get(nameOf(headword)) ?? 0,
    find: (headword) => first.get(headword),
    findFolded: (headword) => {
      // The first of a key counts, as it does of a headword.
      folded ??= new Map([...first].reverse().map(([other, id]) => [fold(other, spelling), id]))
      return first.get(headword) ?? folded.get(fold(headword, spelling))
    },
  }
}

/** An `xml:id`: of ASCII alone, as validators differ on other letters (XML 1.0, editions 4 and 5). Headwords that differ have ids that do. */
export const xmlId = (headword: string, number: number): string => {
  const name = headword.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
  return `e.${name}${number > 1 ? `.${number}` : ''}`
}

/**
 * Ids for the entries of a page, `xg-art-x-vessik-thessa`: letters, marks, digits, `-` and `_`, with the language, so that several
 * glossaries may stand on it.
 */
export const pageNames = (dictionary: Dictionary): Names =>
  namesOf(
    dictionary,
    // No headword has a hyphen left in its name, so that no counted id is another's.
    (name, number) => `xg-${dictionary.language}-${name}${number > 1 ? `-${number}` : ''}`,
    (headword) => headword.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '_'),
  )

/** A UUID of version 8 (RFC 9562, section 5.8), 122 bits of which are a hash of the text: the same for the same text. */
export function uuidOf(text: string): string {
  const digits = fingerprint(text)
  const variant = ((Number.parseInt(digits[16] as string, 16) & 3) | 8).toString(16)
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}
