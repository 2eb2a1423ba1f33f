import {rm} from 'node:fs/promises'
import {gather} from './gather.js'
import type {EvidenceKept} from './join-part.js'
import type {Pool} from './pool.js'
import {scatter} from './scatter.js'
import type {Spill} from './spill.js'
import {writeGlossaries} from './write-glossaries.js'

export interface MergeSpillOptions {
  /** Where the glossaries go: a file, or a folder. */
  readonly path: string
  readonly evidence: EvidenceKept
  /** The language of a glossary without entries, if there is nothing else to write. */
  readonly lang: string
  readonly pool: Pool
  /** Bytes of records that are joined at one time. Default 4 MiB. */
  readonly part?: number | undefined
}

const PART = 4 * 1024 * 1024

/**
 * Joins what the stories of a run have put aside: `mergeGlossaries` of all of them, byte for byte, without ever holding more than some
 * words of it. What is the same word is brought together on the disk; parts are joined by the workers, each for itself, and merged in order.
 *
 * @returns the paths written
 */
export async function mergeSpill(spill: Spill, {path, evidence, lang, pool, part: bytes = PART}: MergeSpillOptions): Promise<readonly string[]> {
  await spill.end()
  // Those who join get ready while the records are put apart.
  const renewed = pool.renew(Math.ceil(spill.sizes.reduce((sum, size) => sum + size, 0) / bytes))
  renewed.catch(() => {})
  const {heads, parts} = await scatter(spill, bytes)
  await rm(spill.path)
  await renewed
  const spellings = new Map(
    Array.from(heads, ([language, {spelling}]) => [language, spelling] as const).flatMap(([language, own]) => (own ? [[language, own]] : [])),
  )
  const languages = new Set<string>()
  const join = async (part: string): Promise<void> => {
    for (const language of await pool.join({part, spellings, evidence})) languages.add(language)
    await rm(part)
  }
  const left = [...parts]
  // As many at a time as there are workers.
  await Promise.all(
    Array.from({length: pool.size}, async () => {
      for (let part = left.shift(); part !== undefined; part = left.shift()) await join(part)
    }),
  )
  return writeGlossaries(path, gather(parts), {heads, languages: [...languages].sort(), lang, folder: spill.folder})
}
