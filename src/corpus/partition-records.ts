import {join} from 'node:path'
import {mergeGlossaries} from '../glossary/merge-glossaries.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {BUCKET_COUNT, bucketsOfEntry} from './buckets.js'
import {openBufferedFile} from './buffered-file.js'
import {createDisjointSets, type DisjointSets} from './disjoint-sets.js'
import {readLineBatches} from './read-line-batches.js'
import {createRecordWriter, type Spill} from './spill.js'

/** All parts are open at the same time. */
const MAX_PARTS = 400

const decoder = new TextDecoder()
const parseBucket = (record: Uint8Array): number => {
  let bucket = 0
  for (let index = 0; record[index] !== 0x09; index++) bucket = bucket * 10 + (record[index] as number) - 0x30
  return bucket
}
const parseEntry = (record: Uint8Array): [language: string, entry: Entry] => JSON.parse(decoder.decode(record.subarray(record.indexOf(0x09) + 1)))

type KeyedRecords = Pick<Spill, 'path' | 'sets' | 'sizes'>

/** Rewrites the records with the merged spelling rules: needed if stories used dictionaries that spell a language differently. */
async function rekeyRecords(spill: Spill, heads: ReadonlyMap<string, Glossary>): Promise<KeyedRecords> {
  const path = join(spill.folder, 'rekeyed')
  const out = await openBufferedFile(path)
  const sets = createDisjointSets()
  const sizes = new Float64Array(BUCKET_COUNT)
  const writeRecord = createRecordWriter(out, sizes)
  try {
    for await (const lines of readLineBatches(spill.path)) {
      for (const line of lines) {
        const [language, entry] = parseEntry(line)
        const spelling = heads.get(language)?.spelling
        const [bucket, ...others] = bucketsOfEntry(language, entry, (word) => fold(word, spelling)) as [number, ...number[]]
        for (const other of others) sets.union(bucket, other)
        await writeRecord(bucket, language, Buffer.from(JSON.stringify(entry)))
      }
    }
    await out.flush()
  } finally {
    await out.close()
  }
  return {path, sets, sizes}
}

/** Assigns the root of each set to a part, as many to one as fit. */
function assignParts({find}: DisjointSets, sizes: Float64Array, bytes: number): {partOf: Int32Array; count: number} {
  const sizeByRoot = new Map<number, number>()
  let total = 0
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
    const size = sizes[bucket] as number
    if (size === 0) continue
    const root = find(bucket)
    sizeByRoot.set(root, (sizeByRoot.get(root) ?? 0) + size)
    total += size
  }
  const maxBytes = Math.max(bytes, total / (MAX_PARTS / 2))
  const partOf = new Int32Array(BUCKET_COUNT)
  let [part, held] = [0, 0]
  for (const [root, size] of sizeByRoot) {
    if (held > 0 && held + size > maxBytes) [part, held] = [part + 1, 0]
    partOf[root] = part
    held += size
  }
  return {partOf, count: sizeByRoot.size > 0 ? part + 1 : 0}
}

export interface PartitionedRecords {
  /** The merged glossary of each language, without its entries. */
  readonly heads: ReadonlyMap<string, Glossary>
  /** Files of records; all entries that may be the same word are in one file. */
  readonly parts: readonly string[]
}

/**
 * Partitions the records of a run into files that can be joined independently.
 *
 * @param bytes target size of a part; a single word may have more
 */
export async function partitionRecords(spill: Spill, bytes: number): Promise<PartitionedRecords> {
  const headsByLanguage = new Map<string, Glossary[]>()
  for (const text of spill.heads) {
    const head = JSON.parse(text) as Glossary
    headsByLanguage.set(head.language, [...(headsByLanguage.get(head.language) ?? []), head])
  }
  const heads = new Map(Array.from(headsByLanguage, ([language, own]) => [language, mergeGlossaries(own)] as const))
  const spellingsDiffer = [...headsByLanguage.values()].some((own) => new Set(own.map(({spelling}) => JSON.stringify(spelling))).size > 1)
  const records: KeyedRecords = spellingsDiffer ? await rekeyRecords(spill, heads) : spill
  const {partOf, count} = assignParts(records.sets, records.sizes, bytes)
  const parts = Array.from({length: count}, (_, index) => join(spill.folder, `part-${index}`))
  const files = await Promise.all(parts.map(openBufferedFile))
  try {
    for await (const lines of readLineBatches(records.path)) {
      for (const line of lines) {
        const out = files[partOf[records.sets.find(parseBucket(line))] as number]
        const written = out?.write(line.subarray(line.indexOf(0x09) + 1))
        if (written) await written
      }
    }
    await Promise.all(files.map(({flush}) => flush()))
  } finally {
    await Promise.all(files.map(({close}) => close()))
  }
  return {heads, parts}
}
