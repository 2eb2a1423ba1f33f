import {open} from 'node:fs/promises'

/** Bytes collected before a write. */
const BLOCK = 128 * 1024

export interface BufferedFile {
  /** Copies what it is given. @returns a promise to wait for, or nothing if the buffer had room: awaiting every call would cost more */
  readonly write: (...pieces: readonly Uint8Array[]) => Promise<void> | undefined
  /** Writes what is buffered. */
  readonly flush: () => Promise<void>
  /** Flushes down to the disk itself, so that a file renamed afterwards is complete even after a power failure. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Creates a file for many small writes. */
export async function openBufferedFile(path: string): Promise<BufferedFile> {
  const file = await open(path, 'w')
  const block = Buffer.allocUnsafe(BLOCK)
  let held = 0
  const flush = async (): Promise<void> => {
    if (held > 0) await file.writeFile(block.subarray(0, held))
    held = 0
  }
  const buffer = (bytes: Uint8Array): void => {
    block.set(bytes, held)
    held += bytes.length
  }
  const writeThrough = async (pieces: readonly Uint8Array[]): Promise<void> => {
    for (const bytes of pieces) {
      if (held + bytes.length > BLOCK) await flush()
      if (bytes.length > BLOCK) await file.writeFile(bytes)
      else buffer(bytes)
    }
  }
  return {
    write: (...pieces) => {
      let size = held
      for (const {length} of pieces) size += length
      if (size > BLOCK) return writeThrough(pieces)
      for (const bytes of pieces) buffer(bytes)
      return undefined
    },
    flush,
    sync: async () => {
      await flush()
      await file.sync()
    },
    close: () => file.close(),
  }
}
