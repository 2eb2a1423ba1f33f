import {type FileHandle, open} from 'node:fs/promises'
import type {IndexRecord} from './join-part.js'
import {readLineBatches} from './read-line-batches.js'

/** A joined part, positioned at its next entry. */
interface PartCursor {
  readonly text: FileHandle
  readonly next: () => Promise<IndexRecord | undefined>
  head: IndexRecord | undefined
}

/** Small, because the indexes of all parts are open at the same time. */
const CHUNK = 32 * 1024
const decoder = new TextDecoder()

async function* readIndex(part: string): AsyncGenerator<IndexRecord> {
  for await (const lines of readLineBatches(`${part}.index`, CHUNK)) for (const line of lines) yield JSON.parse(decoder.decode(line)) as IndexRecord
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By language, then by the sort keys of glossaries; absent keys come last. */
function compareRecords([a, keysOfA]: IndexRecord, [b, keysOfB]: IndexRecord): number {
  if (a !== b) return compareText(a, b)
  for (const [index, one] of keysOfA.entries()) {
    const other = keysOfB[index] as string | null
    if (one === other) continue
    return one === null ? 1 : other === null ? -1 : compareText(one, other)
  }
  return 0
}

export interface MergedEntry {
  readonly language: string
  /** The entry's text; each block is valid until the next is requested. */
  readonly blocks: AsyncIterable<Uint8Array>
}

/** Yields the entries of all joined parts in order: a k-way merge (Knuth, The Art of Computer Programming 3, 5.4.1). */
export async function* mergeParts(parts: readonly string[]): AsyncGenerator<MergedEntry> {
  const block = Buffer.allocUnsafe(1024 * 1024)
  async function* readBlocks({text}: PartCursor, bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; ) {
      const {bytesRead} = await text.read(block, 0, Math.min(left, block.length))
      if (bytesRead === 0) throw new Error('A temporary file of the glossary is shorter than its index: another program changed it; run the command again')
      left -= bytesRead
      yield block.subarray(0, bytesRead)
    }
  }
  const cursors: PartCursor[] = []
  try {
    for (const part of parts) {
      const records = readIndex(part)
      const next = async () => (await records.next()).value as IndexRecord | undefined
      cursors.push({text: await open(`${part}.text`), next, head: await next()})
    }
    for (;;) {
      let first: PartCursor | undefined
      for (const cursor of cursors) if (cursor.head && (!first?.head || compareRecords(cursor.head, first.head) < 0)) first = cursor
      if (!first?.head) return
      const [language, , bytes] = first.head
      yield {language, blocks: readBlocks(first, bytes)}
      first.head = await first.next()
    }
  } finally {
    await Promise.all(cursors.map(({text}) => text.close()))
  }
}
