import {mkdir, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import memoize from 'lodash-es/memoize.js'
import {makeFolder} from '../files/make-folder.js'
import {BUCKETS, type Components, components} from './components.js'
import {type Gathering, gathering} from './gathering.js'
import type {Portion} from './portion.js'

/** Portions put aside on the disk until all are there. */
export interface Spill {
  readonly folder: string
  /** File of all records, in the order of the stories. */
  readonly path: string
  /** Of every language met, the different glossaries without their entries, as JSON. */
  readonly heads: ReadonlySet<string>
  readonly components: Components
  /** Bytes of the records of each bucket. */
  readonly sizes: Float64Array
  readonly add: (portion: Portion) => Promise<void>
  /** Nothing more comes. */
  readonly end: () => Promise<void>
  /** Takes everything away again. */
  readonly remove: () => Promise<void>
}

/** Beside the glossary that will be made of it: on the same disk, and where a later run finds and clears what a killed one left. */
const spillFolder = (glossary: string): string => join(dirname(glossary), `.${basename(glossary)}.parts`)

const END = Buffer.from(']\n')

/**
 * Writes records, one a line: `bucket TAB [language, entry]`.
 *
 * @param sizes bytes of the records of each bucket; goes on counting
 * @returns as `put` of a gathering does
 */
export function recorder({put}: Gathering, sizes: Float64Array): (bucket: number, language: string, entry: Uint8Array) => Promise<void> | undefined {
  const before = memoize((language: string) => `\t[${JSON.stringify(language)},`)
  return (bucket, language, entry) => {
    const head = Buffer.from(`${bucket}${before(language)}`)
    sizes[bucket]! += head.length + entry.length + END.length
    return put(head, entry, END)
  }
}

/** @param glossary path of the file or folder that will be written */
export async function openSpill(glossary: string): Promise<Spill> {
  const folder = spillFolder(glossary)
  await rm(folder, {recursive: true, force: true})
  await makeFolder(dirname(folder))
  // By itself: made with those above it, it would not tell why it cannot be.
  await mkdir(folder)
  const path = join(folder, 'records')
  const file = await gathering(path)
  const heads = new Set<string>()
  const joined = components()
  const sizes = new Float64Array(BUCKETS)
  const record = recorder(file, sizes)
  return {
    folder,
    path,
    heads,
    components: joined,
    sizes,
    add: async ({heads: own, languages, text, entries, ties}) => {
      for (const head of own) heads.add(head)
      for (let at = 0; at < ties.length; at += 2) joined.join(ties[at] as number, ties[at + 1] as number)
      for (let at = 0; at < entries.length; at += 4) {
        const [bucket, language, start, end] = entries.subarray(at, at + 4) as unknown as [number, number, number, number]
        const written = record(bucket, languages[language] as string, text.subarray(start, end))
        if (written) await written
      }
    },
    end: async () => {
      try {
        await file.end()
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
