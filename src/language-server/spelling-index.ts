import sortedIndexBy from 'lodash-es/sortedIndexBy.js'
import {isAffix} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'

/** A spelling that may be written, and its entry. */
export interface KnownSpelling {
  readonly key: string
  readonly spelling: string
  readonly entry: Entry
  readonly lang: string
}

/** The spellings of dictionaries, without affixes and what a person rejected. */
function collectSpellings(dictionaries: readonly Dictionary[]): KnownSpelling[] {
  const known: KnownSpelling[] = []
  for (const {language: lang, entries} of dictionaries) {
    for (const entry of entries) {
      if (isAffix(entry) || entry.status === 'rejected') continue
      for (const spelling of [entry.headword, ...(entry.variants ?? [])]) known.push({key: fold(spelling), spelling, entry, lang})
    }
  }
  return known
}

const indexes = new WeakMap<readonly Dictionary[], readonly KnownSpelling[]>()

/** Spellings in the order of their keys; sorted once for each list of dictionaries. */
function sortedSpellings(dictionaries: readonly Dictionary[]): readonly KnownSpelling[] {
  const known = indexes.get(dictionaries) ?? collectSpellings(dictionaries).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  indexes.set(dictionaries, known)
  return known
}

/** Finds the spellings whose keys begin with a prefix, in the order of the keys. */
export function* findSpellings(dictionaries: readonly Dictionary[], prefix: string): Generator<KnownSpelling> {
  const known = sortedSpellings(dictionaries)
  for (let at = sortedIndexBy(known, {key: prefix} as KnownSpelling, 'key'); known[at]?.key.startsWith(prefix); at++) yield known[at] as KnownSpelling
}
