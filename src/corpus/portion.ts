import {map} from '../data/map.js'
import {joiningKeys} from '../lexicon/glossary.js'
import {fold} from '../text/folding.js'
import type {Entry, Glossary} from '../types.js'
import {bucketOf} from './components.js'

/** What one story adds to the glossaries of a run, ready to be put aside. */
export interface Portion {
  /** JSON of glossaries without their entries. */
  readonly heads: readonly string[]
  /** Records, one a line: `bucket TAB [language, entry]`. */
  readonly records: Uint8Array
  /** For each record its bucket and its length in bytes, one after the other. */
  readonly lengths: Int32Array
  /** Pairs of buckets whose entries share a spelling. */
  readonly ties: Int32Array
}

/** A glossary whose entries are JSON already: it is made once, for the result and for the record. */
export interface Written {
  readonly glossary: Glossary
  /** JSON of its entries. */
  readonly entries: readonly string[]
}

export const written = (glossary: Glossary): Written => ({glossary, entries: map(glossary.entries, (entry) => JSON.stringify(entry))})

const encoder = new TextEncoder()

const headOf = (glossary: Glossary): string => JSON.stringify({...glossary, entries: []})

/** JSON of a whole glossary. */
export const textOf = ({glossary, entries}: Written): string => `${headOf(glossary).slice(0, -2)}${entries.join(',')}]}`

/** The buckets of an entry: that of its headword first. */
export const bucketsOf = (language: string, entry: Entry, keyOf: (spelling: string) => string): number[] => [
  ...new Set(map(joiningKeys(entry, keyOf), (key) => bucketOf(`${language}\0${key}`))),
]

export const recordOf = (bucket: number, language: string, entry: string): string => `${bucket}\t[${JSON.stringify(language)},${entry}]\n`

export function portionOf(glossaries: readonly Written[]): Portion {
  const records: string[] = []
  const lengths: number[] = []
  const ties: number[] = []
  for (const {glossary, entries} of glossaries) {
    const keyOf = (spelling: string) => fold(spelling, glossary.spelling)
    for (const [index, entry] of glossary.entries.entries()) {
      const [bucket, ...others] = bucketsOf(glossary.language, entry, keyOf) as [number, ...number[]]
      const record = recordOf(bucket, glossary.language, entries[index] as string)
      records.push(record)
      lengths.push(bucket, Buffer.byteLength(record))
      for (const other of others) ties.push(bucket, other)
    }
  }
  const bytes = encoder.encode(records.join(''))
  return {heads: map(glossaries, ({glossary}) => headOf(glossary)), records: bytes, lengths: Int32Array.from(lengths), ties: Int32Array.from(ties)}
}
