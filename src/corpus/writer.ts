import {once} from 'node:events'
import {open} from 'node:fs/promises'
import type {Writable} from 'node:stream'
import {finished} from 'node:stream/promises'

/** Where results go. */
export interface Writer {
  /** Waits until there is room. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Waits until everything is written. */
  readonly end: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Into a stream that is somebody else's: it is not ended. */
export function writerTo(output: Writable): Writer {
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
    // The error of a stream may come after that of its last writing, so somebody goes on listening.
    close: async () => {},
  }
}

/** Behind what a file has, down to the disk itself. */
export async function writerBehind(path: string): Promise<Writer> {
  const file = await open(path, 'a')
  const stream = file.createWriteStream({autoClose: false})
  const {write} = writerTo(stream)
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
