import {open} from 'node:fs/promises'

const CHUNK = 1024 * 1024

/** In bytes: V8 holds no text of twice as many, and no result of a story has them. */
const LONGEST = 256 * 1024 * 1024

/**
 * The lines of a file, their ends included, many at a time. They are parts of one buffer, which holds until the next are asked for.
 *
 * @throws TypeError for a line that is too long to be one of ours
 */
export async function* records(path: string, chunk = CHUNK): AsyncGenerator<Uint8Array[]> {
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
      if (held > LONGEST) throw new TypeError(`${path}: a line of it is longer than ${LONGEST} bytes, which \`corpus\` has not written; name another file`)
      const next = held === buffer.length ? new Uint8Array(buffer.length * 2) : buffer
      if (next === buffer) buffer.copyWithin(0, from, end)
      else next.set(buffer.subarray(from, end))
      buffer = next
    }
  } finally {
    await file.close()
  }
}
