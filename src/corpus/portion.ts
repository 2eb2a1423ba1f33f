import {joiningKeys} from '../glossary/join-entries.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {map} from '../util/lists.js'
import {bucketOf} from './components.js'
import {type Utf8, utf8} from './utf8.js'

/** What one story adds to the glossaries of a run, ready to be put aside. */
export interface Portion {
  /** JSON of glossaries without their entries, and the language of each. */
  readonly heads: readonly string[]
  readonly languages: readonly string[]
  /** Where the JSON of the entries stands: where the result has it, the bytes of the result themselves. */
  readonly text: Uint8Array
  /** For each entry its bucket, which of the languages it is of, and where it begins and ends in `text`, one after the other. */
  readonly entries: Int32Array
  /** Pairs of buckets whose entries share a spelling. */
  readonly ties: Int32Array
}

/** A glossary whose entries are JSON already. */
export interface Written {
  readonly glossary: Glossary
  /** JSON of its entries. */
  readonly entries: readonly string[]
}

export const written = (glossary: Glossary): Written => ({glossary, entries: map(glossary.entries, (entry) => JSON.stringify(entry))})

const headOf = (glossary: Glossary): string => JSON.stringify({...glossary, entries: []})

/**
 * Puts the JSON of whole glossaries into a text.
 *
 * @returns what they add to those of a run, once `text` is told where it stands
 */
export function putGlossaries(out: Utf8, glossaries: readonly Written[]): (text: Uint8Array) => Portion {
  const heads: string[] = []
  const languages: string[] = []
  const places: number[] = []
  const ties: number[] = []
  for (const [number, {glossary, entries}] of glossaries.entries()) {
    const {language, spelling} = glossary
    const head = headOf(glossary)
    heads.push(head)
    languages.push(language)
    out.put(`${number > 0 ? ',' : ''}${head.slice(0, -2)}`)
    const keyOf = (word: string) => fold(word, spelling)
    for (const [index, entry] of glossary.entries.entries()) {
      if (index > 0) out.put(',')
      const [bucket, ...others] = bucketsOf(language, entry, keyOf) as [number, ...number[]]
      for (const other of others) ties.push(bucket, other)
      const start = out.size()
      out.put(entries[index] as string)
      places.push(bucket, number, start, out.size())
    }
    out.put(']}')
  }
  return (text) => ({heads, languages, text, entries: new Int32Array(places), ties: new Int32Array(ties)})
}

/** The buckets of an entry: that of its headword first. */
export function bucketsOf(language: string, entry: Entry, keyOf: (spelling: string) => string): number[] {
  const buckets = map(joiningKeys(entry, keyOf), (key) => bucketOf(`${language}\0${key}`))
  return buckets.length < 2 ? buckets : [...new Set(buckets)]
}

/** What glossaries add to those of a run whose results do not have them. */
export function portionOf(glossaries: readonly Written[]): Portion {
  const out = utf8()
  const portion = putGlossaries(out, glossaries)
  return portion(out.bytes())
}
