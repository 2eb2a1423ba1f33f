import * as v from 'valibot'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {fold} from '../../prose/folding.js'

/** Ids of the entries in a file. They depend only on headwords, so that they stay the same in the next file. */

/** An entry with its id. */
export interface IdentifiedEntry {
  readonly entry: Entry
  /** Position among the entries with the same name, from 1. */
  readonly number: number
  readonly id: string
}

/** The entries of a dictionary with their ids. */
export interface EntryIds {
  readonly entries: readonly IdentifiedEntry[]
  readonly idOf: (entry: Entry) => string
  /** Number of entries with a headword. */
  readonly homographCount: (headword: string) => number
  /** Id of the first entry with a headword. */
  readonly findId: (headword: string) => string | undefined
  /** The same, else of the first headword with the same folded key: people write `see` with small deviations. */
  readonly findFoldedId: (headword: string) => string | undefined
}

/**
 * Assigns ids to entries.
 *
 * @param idOf returns a unique id for the `number`th entry with a name
 * @param nameOf returns the part of a headword that the id contains
 */
export function assignIds(
  {entries, spelling}: Pick<Dictionary, 'entries' | 'spelling'>,
  idOf: (name: string, number: number) => string,
  nameOf: (headword: string) => string = (headword) => headword,
): EntryIds {
  const counts = new Map<string, number>()
  const ids = new Map<Entry, string>()
  const first = new Map<string, string>()
  const named = entries.map((entry): IdentifiedEntry => {
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
    homographCount: (headword) => counts.get(nameOf(headword)) ?? 0,
    findId: (headword) => first.get(headword),
    findFoldedId: (headword) => {
      // Reversed, so that the first headword with a key is kept.
      folded ??= new Map([...first].reverse().map(([other, id]) => [fold(other, spelling), id]))
      return first.get(headword) ?? folded.get(fold(headword, spelling))
    },
  }
}

/** What ids in a page begin with; white space would end an id, and quotation marks and brackets are for markup. */
export const createPrefixSchema = () => v.optional(v.pipe(v.string(), v.regex(/^[^\s"'<>&#]*$/u, 'a text that ids may begin with, without white space')))

/** Returns an `xml:id`, different for different headwords. ASCII only, because validators disagree on other letters (XML 1.0, editions 4 and 5). */
export const xmlId = (headword: string, number: number): string => {
  const name = headword.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
  return `e.${name}${number > 1 ? `.${number}` : ''}`
}

/**
 * Assigns ids for an HTML page, such as `xg-art-x-vessik-thessa`: letters, marks, digits, `-` and `_`. They include the language, so that a
 * page can hold several glossaries.
 *
 * @param prefix what ids begin with; another for each story of a page
 */
export const assignPageIds = (dictionary: Dictionary, prefix = 'xg-'): EntryIds =>
  assignIds(
    dictionary,
    // Names contain no hyphens, so numbered ids are unique.
    (name, number) => `${prefix}${dictionary.language}-${name}${number > 1 ? `-${number}` : ''}`,
    (headword) => headword.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '_'),
  )
