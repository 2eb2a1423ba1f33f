import {mkdir, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import memoize from 'lodash-es/memoize.js'
import {makeFolder} from '../files/make-folder.js'
import {BUCKET_COUNT} from './buckets.js'
import {type BufferedFile, openBufferedFile} from './buffered-file.js'
import {createDisjointSets, type DisjointSets} from './disjoint-sets.js'
import type {GlossaryContribution} from './glossary-contribution.js'

/** Glossary contributions stored on disk until all stories are done. */
export interface Spill {
  readonly folder: string
  /** File of all records, in the order of the stories. */
  readonly path: string
  /** JSON of the distinct glossaries without their entries, of all languages. */
  readonly heads: ReadonlySet<string>
  readonly sets: DisjointSets
  /** Bytes of the records in each bucket. */
  readonly sizes: Float64Array
  readonly add: (contribution: GlossaryContribution) => Promise<void>
  /** Closes the file of records. */
  readonly end: () => Promise<void>
  /** Deletes everything. */
  readonly remove: () => Promise<void>
}

/** Next to the glossary: on the same disk, and where a later run finds and deletes what a killed one left. */
const spillFolder = (glossary: string): string => join(dirname(glossary), `.${basename(glossary)}.parts`)

const SUFFIX = Buffer.from(']\n')

/**
 * Returns a function that writes one record a line: `bucket TAB [language, entry]`.
 *
 * @param sizes bytes of the records in each bucket; updated
 * @returns a function that returns what `BufferedFile.write` does
 */
export function createRecordWriter(
  {write}: BufferedFile,
  sizes: Float64Array,
): (bucket: number, language: string, entry: Uint8Array) => Promise<void> | undefined {
  const prefixFor = memoize((language: string) => `\t[${JSON.stringify(language)},`)
  return (bucket, language, entry) => {
    const prefix = Buffer.from(`${bucket}${prefixFor(language)}`)
    sizes[bucket]! += prefix.length + entry.length + SUFFIX.length
    return write(prefix, entry, SUFFIX)
  }
}

/** @param glossary path of the file or folder to be written */
export async function openSpill(glossary: string): Promise<Spill> {
  const folder = spillFolder(glossary)
  await rm(folder, {recursive: true, force: true})
  await makeFolder(dirname(folder))
  // A separate call: created together with its parents, its error would not name the cause.
  await mkdir(folder)
  const path = join(folder, 'records')
  const file = await openBufferedFile(path)
  const heads = new Set<string>()
  const sets = createDisjointSets()
  const sizes = new Float64Array(BUCKET_COUNT)
  const writeRecord = createRecordWriter(file, sizes)
  return {
    folder,
    path,
    heads,
    sets,
    sizes,
    add: async ({heads: added, languages, bytes, entries, bucketPairs}) => {
      for (const head of added) heads.add(head)
      for (let at = 0; at < bucketPairs.length; at += 2) sets.union(bucketPairs[at] as number, bucketPairs[at + 1] as number)
      for (let at = 0; at < entries.length; at += 4) {
        const [bucket, language, start, end] = entries.subarray(at, at + 4) as unknown as [number, number, number, number]
        const written = writeRecord(bucket, languages[language] as string, bytes.subarray(start, end))
        if (written) await written
      }
    },
    end: async () => {
      try {
        await file.flush()
      } finally {
        await file.close()
      }
    },
    remove: async () => {
      await file.close().catch(() => {})
      await rm(folder, {recursive: true, force: true})
    },
  }
}
