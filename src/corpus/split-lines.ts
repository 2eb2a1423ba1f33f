import type {RejectedStory, StoryLine} from './input-story.js'

const NEWLINE = 0x0a
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)

/**
 * Splits bytes into lines and drops blank ones. A line longer than `maxBytes` is refused without being buffered.
 *
 * @param chunks of any size; items that are not bytes are passed through
 */
export async function* splitLines<T = never>(chunks: AsyncIterable<Uint8Array | T>, maxBytes: number): AsyncGenerator<StoryLine | RejectedStory | T> {
  let held: Uint8Array[] = []
  let size = 0
  let line = 1
  // Copies each line into its own buffer: sending a slice to a worker would send the whole chunk.
  const endLine = (): StoryLine | RejectedStory | undefined => {
    const [number, length, parts] = [line++, size, held]
    held = []
    size = 0
    if (length > maxBytes) return {line: number, error: `expected a line of at most ${maxBytes} bytes, got ${length}`}
    const bytes = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return isBlank(bytes) ? undefined : {line: number, bytes}
  }
  const append = (part: Uint8Array): void => {
    size += part.length
    if (size > maxBytes) held = []
    else if (part.length > 0) held.push(part)
  }
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) {
      yield chunk
      continue
    }
    let from = 0
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      append(chunk.subarray(from, to))
      const complete = endLine()
      if (complete) yield complete
      from = to + 1
    }
    append(chunk.subarray(from))
  }
  const last = size > 0 ? endLine() : undefined
  if (last) yield last
}
