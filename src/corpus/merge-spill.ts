import {rm} from 'node:fs/promises'
import type {EvidenceLimit} from './join-part.js'
import {mergeParts} from './merge-parts.js'
import {partitionRecords} from './partition-records.js'
import type {Spill} from './spill.js'
import type {WorkerPool} from './worker-pool.js'
import {writeGlossaries} from './write-glossaries.js'

export interface MergeSpillOptions {
  /** Where the glossaries go: a file or a folder. */
  readonly path: string
  readonly evidence: EvidenceLimit
  /** Language of the empty glossary that is written if there are no entries. */
  readonly lang: string
  readonly pool: WorkerPool
  /** Bytes of records joined at once. Default 4 MiB. */
  readonly partBytes?: number | undefined
}

const PART_BYTES = 4 * 1024 * 1024

/**
 * Merges the spilled contributions: the same bytes as `mergeGlossaries` of all of them, without holding more than a few entries in memory.
 * Partitions the records on disk by word, joins the parts in the workers, and merges the sorted parts.
 *
 * @returns the paths written
 */
export async function mergeSpill(spill: Spill, {path, evidence, lang, pool, partBytes = PART_BYTES}: MergeSpillOptions): Promise<readonly string[]> {
  await spill.end()
  // The joining workers start while the records are partitioned.
  const ready = pool.switchToJoining(Math.ceil(spill.sizes.reduce((sum, size) => sum + size, 0) / partBytes))
  ready.catch(() => {})
  const {heads, parts} = await partitionRecords(spill, partBytes)
  await rm(spill.path)
  await ready
  const spellings = new Map(
    Array.from(heads, ([language, {spelling}]) => [language, spelling] as const).flatMap(([language, own]) => (own ? [[language, own]] : [])),
  )
  const languages = new Set<string>()
  const join = async (part: string): Promise<void> => {
    for (const language of await pool.join({part, spellings, evidence})) languages.add(language)
    await rm(part)
  }
  const remaining = [...parts]
  // One loop for each worker.
  await Promise.all(
    Array.from({length: pool.size}, async () => {
      for (let part = remaining.shift(); part !== undefined; part = remaining.shift()) await join(part)
    }),
  )
  return writeGlossaries(path, mergeParts(parts), {heads, languages: [...languages].sort(), lang, folder: spill.folder})
}
