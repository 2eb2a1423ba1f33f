import {open} from 'node:fs/promises'
import type {Glossary} from '../lexicon/types.js'
import type {StoryReference} from './input-story.js'
import {readLineBatches} from './read-line-batches.js'

/** A line of results written by an earlier run. */
export interface EarlierResult extends StoryReference {
  readonly error?: string | undefined
  readonly glossaries?: readonly Glossary[] | undefined
}

const decoder = new TextDecoder('utf-8', {fatal: true})
const hasReference = ({id, line}: StoryReference): boolean => typeof id === 'string' || Number.isSafeInteger(id) || Number.isSafeInteger(line)

/** @returns nothing for a line that `corpus` did not write */
export function parseResult(bytes: Uint8Array): EarlierResult | undefined {
  try {
    const value = JSON.parse(decoder.decode(bytes)) as unknown
    return typeof value === 'object' && value !== null && hasReference(value as EarlierResult) ? (value as EarlierResult) : undefined
  } catch {
    return undefined
  }
}

/** Bytes read at once when searching backward for the last line ending. */
const CHUNK = 64 * 1024

/** Every line of results begins with one of these. */
const PREFIXES = ['{"id":', '{"line":']
const isPartialResult = (tail: string): boolean => PREFIXES.some((prefix) => prefix.startsWith(tail) || tail.startsWith(prefix))

/**
 * Truncates a partial line that a killed run left at the end of the file; creates the file if it does not exist.
 *
 * @returns the remaining size in bytes
 * @throws TypeError if the tail is not the beginning of a result; the file is then left unchanged
 */
export async function truncatePartialLine(path: string): Promise<number> {
  const file = await open(path, 'a+').then(async (created) => {
    await created.close()
    return open(path, 'r+')
  })
  try {
    const {size} = await file.stat()
    const chunk = Buffer.allocUnsafe(CHUNK)
    let complete = 0
    for (let end = size; end > 0 && complete === 0; end -= CHUNK) {
      const start = Math.max(0, end - CHUNK)
      const {bytesRead} = await file.read(chunk, 0, end - start, start)
      const at = chunk.subarray(0, bytesRead).lastIndexOf(0x0a)
      if (at >= 0) complete = start + at + 1
    }
    if (complete === size) return size
    const {bytesRead} = await file.read(chunk, 0, Math.min(8, size - complete), complete)
    if (!isPartialResult(chunk.toString('latin1', 0, bytesRead))) {
      throw new TypeError(`${path}: the last line is not a result written by \`corpus\`, complete or partial; choose another file, or delete that line`)
    }
    await file.truncate(complete)
    return complete
  } finally {
    await file.close()
  }
}

/** Yields every line of a result file, without its line ending. */
export async function* readResultLines(path: string): AsyncGenerator<Uint8Array> {
  for await (const lines of readLineBatches(path)) for (const line of lines) yield line.slice(0, line.at(-1) === 0x0a ? -1 : undefined)
}
