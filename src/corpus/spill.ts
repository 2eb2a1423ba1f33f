import {mkdir, open, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {makeFolder} from '../make-folder.js'
import {BUCKETS, type Components, components} from './components.js'
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

/** Records are written when so many bytes have come together. */
const BLOCK = 4 * 1024 * 1024

/** Beside the glossary that will be made of it: on the same disk, and where a later run finds and clears what a killed one left. */
const spillFolder = (glossary: string): string => join(dirname(glossary), `.${basename(glossary)}.parts`)

/** @param glossary path of the file or folder that will be written */
export async function openSpill(glossary: string): Promise<Spill> {
  const folder = spillFolder(glossary)
  await rm(folder, {recursive: true, force: true})
  await makeFolder(dirname(folder))
  // By itself: made with those above it, it would not tell why it cannot be.
  await mkdir(folder)
  const path = join(folder, 'records')
  const file = await open(path, 'wx')
  const heads = new Set<string>()
  const joined = components()
  const sizes = new Float64Array(BUCKETS)
  let held: Uint8Array[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    const block = held
    held = []
    size = 0
    if (block.length > 0) await file.writeFile(Buffer.concat(block))
  }
  return {
    folder,
    path,
    heads,
    components: joined,
    sizes,
    add: async (portion) => {
      for (const head of portion.heads) heads.add(head)
      for (let at = 0; at < portion.ties.length; at += 2) joined.join(portion.ties[at] as number, portion.ties[at + 1] as number)
      for (let at = 0; at < portion.lengths.length; at += 2) sizes[portion.lengths[at] as number]! += portion.lengths[at + 1] as number
      held.push(portion.records)
      size += portion.records.length
      if (size >= BLOCK) await flush()
    },
    end: async () => {
      try {
        await flush()
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
