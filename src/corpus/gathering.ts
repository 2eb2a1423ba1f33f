import {open} from 'node:fs/promises'

/** Bytes that come together before they are written. */
const BLOCK = 128 * 1024

export interface Gathering {
  /** Of what it is given nothing is held. @returns what must be waited for; nothing, where there was room: to wait for that as well costs more */
  readonly put: (...pieces: readonly Uint8Array[]) => Promise<void> | undefined
  /** Writes what is held. */
  readonly end: () => Promise<void>
  /** Writes it down to the disk itself: a file that is to be renamed must not stand for half of it when the power fails. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A new file into which many small writes go. */
export async function gathering(path: string): Promise<Gathering> {
  const file = await open(path, 'w')
  const block = Buffer.allocUnsafe(BLOCK)
  let held = 0
  const flush = async (): Promise<void> => {
    if (held > 0) await file.writeFile(block.subarray(0, held))
    held = 0
  }
  const hold = (bytes: Uint8Array): void => {
    block.set(bytes, held)
    held += bytes.length
  }
  const putSlowly = async (pieces: readonly Uint8Array[]): Promise<void> => {
    for (const bytes of pieces) {
      if (held + bytes.length > BLOCK) await flush()
      if (bytes.length > BLOCK) await file.writeFile(bytes)
      else hold(bytes)
    }
  }
  return {
    put: (...pieces) => {
      let size = held
      for (const {length} of pieces) size += length
      if (size > BLOCK) return putSlowly(pieces)
      for (const bytes of pieces) hold(bytes)
      return undefined
    },
    end: flush,
    sync: async () => {
      await flush()
      await file.sync()
    },
    close: () => file.close(),
  }
}
