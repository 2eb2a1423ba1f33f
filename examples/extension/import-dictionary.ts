/** Reading a dictionary that somebody has put into the reader's hands: it is data of a stranger. */
import type {Dictionary} from 'xenogloss'
import {csv, json, tsv} from 'xenogloss/formats'

const FORMATS = {json, csv, tsv}

/** More is no dictionary of a story; storage has ten million bytes for all. */
export const MAX_BYTES = 3_000_000
export const MAX_ENTRIES = 20_000

/**
 * Reads a dictionary.
 *
 * @throws Error that says what is wrong with the file
 */
export function importDictionary(name: string, bytes: Uint8Array): Dictionary {
  if (bytes.length > MAX_BYTES) throw new Error(`${name} has ${bytes.length} bytes; a dictionary may have ${MAX_BYTES}`)
  const extension = (/\.([a-z]+)$/iu.exec(name)?.[1] ?? '').toLowerCase()
  if (!Object.hasOwn(FORMATS, extension)) throw new Error(`${name}: dictionaries are read from .json, .csv and .tsv`)
  const dictionary = FORMATS[extension as keyof typeof FORMATS].read?.(bytes, {file: name}) as Dictionary
  const {entries} = dictionary
  if (entries.length > MAX_ENTRIES) throw new Error(`${name} has ${entries.length} entries; a dictionary may have ${MAX_ENTRIES}`)
  return dictionary
}
