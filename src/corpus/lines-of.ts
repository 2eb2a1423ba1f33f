import type {Refused, StoryLine} from './jobs.js'

const NEWLINE = 0x0a
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)

/**
 * Bytes → lines, blank ones left out. A line longer than `most` bytes is passed over without being held.
 *
 * @param given chunks of any size; what is no bytes is handed on as it is
 */
export async function* linesOf<T = never>(given: AsyncIterable<Uint8Array | T>, most: number): AsyncGenerator<StoryLine | Refused | T> {
  let held: Uint8Array[] = []
  let size = 0
  let line = 1
  // Each line has a buffer of its own: a slice sent to a worker would take its whole chunk with it.
  const end = (): StoryLine | Refused | undefined => {
    const [of, length, parts] = [line++, size, held]
    held = []
    size = 0
    if (length > most) return {line: of, error: `expected a line of at most ${most} bytes, got ${length}`}
    const bytes = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return isBlank(bytes) ? undefined : {line: of, bytes}
  }
  const take = (part: Uint8Array): void => {
    size += part.length
    if (size > most) held = []
    else if (part.length > 0) held.push(part)
  }
  for await (const chunk of given) {
    if (!(chunk instanceof Uint8Array)) {
      yield chunk
      continue
    }
    let from = 0
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, to))
      const whole = end()
      if (whole) yield whole
      from = to + 1
    }
    take(chunk.subarray(from))
  }
  const last = size > 0 ? end() : undefined
  if (last) yield last
}
