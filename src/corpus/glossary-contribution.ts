import type {Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {map} from '../util/lists.js'
import {bucketsOfEntry} from './buckets.js'
import {type ByteBuilder, createByteBuilder} from './byte-builder.js'

/** What one story adds to the merged glossary, serialized. */
export interface GlossaryContribution {
  /** JSON of the glossaries without their entries, and the language of each. */
  readonly heads: readonly string[]
  readonly languages: readonly string[]
  /** Contains the JSON of the entries; the bytes of the result itself if that has them. */
  readonly bytes: Uint8Array
  /** Four numbers for each entry: bucket, index into `languages`, start and end in `bytes`. */
  readonly entries: Int32Array
  /** Pairs of buckets whose entries share a spelling. */
  readonly bucketPairs: Int32Array
}

/** A glossary and the JSON of each of its entries. */
export interface SerializedGlossary {
  readonly glossary: Glossary
  readonly entries: readonly string[]
}

export const serializeGlossary = (glossary: Glossary): SerializedGlossary => ({
  glossary,
  entries: map(glossary.entries, (entry) => JSON.stringify(entry)),
})

const headOf = (glossary: Glossary): string => JSON.stringify({...glossary, entries: []})

/**
 * Appends the JSON of glossaries, comma-separated.
 *
 * @returns builds the contribution from the finished bytes
 */
export function appendGlossaries(out: ByteBuilder, glossaries: readonly SerializedGlossary[]): (bytes: Uint8Array) => GlossaryContribution {
  const heads: string[] = []
  const languages: string[] = []
  const entryTable: number[] = []
  const bucketPairs: number[] = []
  for (const [number, {glossary, entries}] of glossaries.entries()) {
    const {language, spelling} = glossary
    const head = headOf(glossary)
    heads.push(head)
    languages.push(language)
    out.append(`${number > 0 ? ',' : ''}${head.slice(0, -2)}`)
    const keyOf = (word: string) => fold(word, spelling)
    for (const [index, entry] of glossary.entries.entries()) {
      if (index > 0) out.append(',')
      const [bucket, ...others] = bucketsOfEntry(language, entry, keyOf) as [number, ...number[]]
      for (const other of others) bucketPairs.push(bucket, other)
      const start = out.size()
      out.append(entries[index] as string)
      entryTable.push(bucket, number, start, out.size())
    }
    out.append(']}')
  }
  return (bytes) => ({heads, languages, bytes, entries: new Int32Array(entryTable), bucketPairs: new Int32Array(bucketPairs)})
}

/** The contribution of glossaries that are not part of a result's bytes. */
export function createContribution(glossaries: readonly SerializedGlossary[]): GlossaryContribution {
  const out = createByteBuilder()
  const build = appendGlossaries(out, glossaries)
  return build(out.toBytes())
}
