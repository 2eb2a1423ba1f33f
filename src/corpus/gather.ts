import {type FileHandle, open} from 'node:fs/promises'
import type {Indexed} from './join-part.js'
import {records} from './records.js'

/** A joined part, at the entry that comes next. */
interface Cursor {
  readonly text: FileHandle
  readonly next: () => Promise<Indexed | undefined>
  head: Indexed | undefined
}

/** A part's index is read in small pieces: all parts are open at the same time. */
const CHUNK = 32 * 1024
const decoder = new TextDecoder()

async function* indexed(part: string): AsyncGenerator<Indexed> {
  for await (const lines of records(`${part}.index`, CHUNK)) for (const line of lines) yield JSON.parse(decoder.decode(line)) as Indexed
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of the languages, then as glossaries are ordered; what is absent comes last. */
function compare([a, inA]: Indexed, [b, inB]: Indexed): number {
  if (a !== b) return byText(a, b)
  for (const [index, one] of inA.entries()) {
    const other = inB[index] as string | null
    if (one === other) continue
    return one === null ? 1 : other === null ? -1 : byText(one, other)
  }
  return 0
}

export interface Gathered {
  readonly language: string
  /** The entry's text, in blocks that hold until the next is asked for. */
  readonly blocks: AsyncIterable<Uint8Array>
}

/** Joined parts → all entries, in order: a merge of as many ways as there are parts (Knuth, The Art of Computer Programming 3, 5.4.1). */
export async function* gather(parts: readonly string[]): AsyncGenerator<Gathered> {
  const block = Buffer.allocUnsafe(1024 * 1024)
  async function* blocksOf({text}: Cursor, bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; ) {
      const {bytesRead} = await text.read(block, 0, Math.min(left, block.length))
      if (bytesRead === 0) throw new Error('A part of the glossary is shorter than its index says: another program has changed it; run it again')
      left -= bytesRead
      yield block.subarray(0, bytesRead)
    }
  }
  const cursors: Cursor[] = []
  try {
    for (const part of parts) {
      const entries = indexed(part)
      const next = async () => (await entries.next()).value as Indexed | undefined
      cursors.push({text: await open(`${part}.text`), next, head: await next()})
    }
    for (;;) {
      let first: Cursor | undefined
      for (const cursor of cursors) if (cursor.head && (!first?.head || compare(cursor.head, first.head) < 0)) first = cursor
      if (!first?.head) return
      const [language, , bytes] = first.head
      yield {language, blocks: blocksOf(first, bytes)}
      first.head = await first.next()
    }
  } finally {
    await Promise.all(cursors.map(({text}) => text.close()))
  }
}
