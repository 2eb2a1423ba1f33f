import {open} from 'node:fs/promises'

const CHUNK = 1024 * 1024

/** In bytes: V8 strings hold at most twice as many, and no result is that long. */
const MAX_LINE = 256 * 1024 * 1024

/**
 * Yields the lines of a file, including their line endings, in batches. The lines are views of one buffer, valid until the next batch.
 *
 * @throws TypeError for a line too long to be a result
 */
export async function* readLineBatches(path: string, chunk = CHUNK): AsyncGenerator<Uint8Array[]> {
  const file = await open(path)
  try {
    let buffer = new Uint8Array(chunk)
    let held = 0
    for (;;) {
      const {bytesRead} = await file.read(buffer, held, buffer.length - held)
      const end = held + bytesRead
      const lines: Uint8Array[] = []
      let from = 0
      for (let to = buffer.indexOf(0x0a, from); to >= 0 && to < end; to = buffer.indexOf(0x0a, from)) {
        lines.push(buffer.subarray(from, to + 1))
        from = to + 1
      }
      if (bytesRead === 0) {
        if (end > 0) lines.push(buffer.subarray(from, end))
        if (lines.length > 0) yield lines
        return
      }
      if (lines.length > 0) yield lines
      held = end - from
      if (held > MAX_LINE) throw new TypeError(`${path}: a line is longer than ${MAX_LINE} bytes, which \`corpus\` never writes; choose another file`)
      const next = held === buffer.length ? new Uint8Array(buffer.length * 2) : buffer
      if (next === buffer) buffer.copyWithin(0, from, end)
      else next.set(buffer.subarray(from, end))
      buffer = next
    }
  } finally {
    await file.close()
  }
}
