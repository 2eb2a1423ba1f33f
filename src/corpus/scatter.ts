import {join} from 'node:path'
import {mergeGlossaries} from '../glossary/merge-glossaries.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {BUCKETS, type Components, components} from './components.js'
import {gathering} from './gathering.js'
import {bucketsOf} from './portion.js'
import {records} from './records.js'
import {recorder, type Spill} from './spill.js'

/** Most parts: all are open at the same time. */
const MOST_PARTS = 400

const decoder = new TextDecoder()
const bucketAt = (record: Uint8Array): number => {
  let bucket = 0
  for (let index = 0; record[index] !== 0x09; index++) bucket = bucket * 10 + (record[index] as number) - 0x30
  return bucket
}
const entryAt = (record: Uint8Array): [language: string, entry: Entry] => JSON.parse(decoder.decode(record.subarray(record.indexOf(0x09) + 1)))

type Keyed = Pick<Spill, 'path' | 'components' | 'sizes'>

/** Where stories were read with dictionaries that spell their language differently, spellings meet by what all of them say together. */
async function rekeyed(spill: Spill, heads: ReadonlyMap<string, Glossary>): Promise<Keyed> {
  const path = join(spill.folder, 'rekeyed')
  const out = await gathering(path)
  const joined = components()
  const sizes = new Float64Array(BUCKETS)
  const put = recorder(out, sizes)
  try {
    for await (const lines of records(spill.path)) {
      for (const line of lines) {
        const [language, entry] = entryAt(line)
        const spelling = heads.get(language)?.spelling
        const [bucket, ...others] = bucketsOf(language, entry, (word) => fold(word, spelling)) as [number, ...number[]]
        for (const other of others) joined.join(bucket, other)
        await put(bucket, language, Buffer.from(JSON.stringify(entry)))
      }
    }
    await out.end()
  } finally {
    await out.close()
  }
  return {path, components: joined, sizes}
}

/** For each root of a component, which part takes it: as many to one as are small enough together. */
function planned({rootOf}: Components, sizes: Float64Array, bytes: number): {partOf: Int32Array; count: number} {
  const whole = new Map<number, number>()
  let total = 0
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const size = sizes[bucket] as number
    if (size === 0) continue
    const root = rootOf(bucket)
    whole.set(root, (whole.get(root) ?? 0) + size)
    total += size
  }
  const most = Math.max(bytes, total / (MOST_PARTS / 2))
  const partOf = new Int32Array(BUCKETS)
  let [part, held] = [0, 0]
  for (const [root, size] of whole) {
    if (held > 0 && held + size > most) [part, held] = [part + 1, 0]
    partOf[root] = part
    held += size
  }
  return {partOf, count: whole.size > 0 ? part + 1 : 0}
}

export interface Scattered {
  /** Of each language the merged glossary without its entries. */
  readonly heads: ReadonlyMap<string, Glossary>
  /** Files of records; whatever is the same word lies in one. */
  readonly parts: readonly string[]
}

/**
 * Puts the records of a run apart, so that each part can be joined by itself.
 *
 * @param bytes of a part, unless a single word has more
 */
export async function scatter(spill: Spill, bytes: number): Promise<Scattered> {
  const found = new Map<string, Glossary[]>()
  for (const text of spill.heads) {
    const head = JSON.parse(text) as Glossary
    found.set(head.language, [...(found.get(head.language) ?? []), head])
  }
  const heads = new Map(Array.from(found, ([language, own]) => [language, mergeGlossaries(own)] as const))
  const isDiffering = [...found.values()].some((own) => new Set(own.map(({spelling}) => JSON.stringify(spelling))).size > 1)
  const keyed: Keyed = isDiffering ? await rekeyed(spill, heads) : spill
  const {partOf, count} = planned(keyed.components, keyed.sizes, bytes)
  const parts = Array.from({length: count}, (_, index) => join(spill.folder, `part-${index}`))
  const files = await Promise.all(parts.map(gathering))
  try {
    for await (const lines of records(keyed.path)) {
      for (const line of lines) {
        const out = files[partOf[keyed.components.rootOf(bucketAt(line))] as number]
        const written = out?.put(line.subarray(line.indexOf(0x09) + 1))
        if (written) await written
      }
    }
    await Promise.all(files.map(({end}) => end()))
  } finally {
    await Promise.all(files.map(({close}) => close()))
  }
  return {heads, parts}
}
