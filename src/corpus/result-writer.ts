import {once} from 'node:events'
import {open} from 'node:fs/promises'
import type {Writable} from 'node:stream'
import {finished} from 'node:stream/promises'

/** Destination of the results. */
export interface ResultWriter {
  /** Waits until there is room. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Waits until everything is written. */
  readonly end: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Writes to a stream that the caller owns; does not end it. */
export function createStreamWriter(output: Writable): ResultWriter {
  let failure: Error | undefined
  const onError = (error: Error) => {
    failure ??= error
  }
  output.on('error', onError)
  return {
    write: async (bytes) => {
      if (failure) throw failure
      if (!output.write(bytes) && !failure) await once(output, 'drain')
      if (failure) throw failure
    },
    end: () =>
      new Promise((resolve, reject) => {
        if (failure) reject(failure)
        else output.write('', (error) => (error ? reject(error) : resolve()))
      }),
    // Keeps the error listener: a stream may emit its error after that of its last write.
    close: async () => {},
  }
}

/** Appends to a file, and syncs it to the disk at the end. */
export async function openAppendWriter(path: string): Promise<ResultWriter> {
  const file = await open(path, 'a')
  const stream = file.createWriteStream({autoClose: false})
  const {write} = createStreamWriter(stream)
  return {
    write,
    end: async () => {
      stream.end()
      await finished(stream)
      await file.sync()
    },
    close: async () => {
      stream.destroy()
      await file.close()
    },
  }
}
