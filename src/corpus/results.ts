import {open} from 'node:fs/promises'
import type {Glossary} from '../lexicon/types.js'
import type {Named} from './jobs.js'
import {records} from './records.js'

/** A line of the results, as an earlier run wrote it. */
export interface OldResult extends Named {
  readonly error?: string | undefined
  readonly glossaries?: readonly Glossary[] | undefined
}

const decoder = new TextDecoder('utf-8', {fatal: true})
const isNamed = ({id, line}: Named): boolean => typeof id === 'string' || Number.isSafeInteger(id) || Number.isSafeInteger(line)

/** @returns nothing for what no run has written */
export function readResult(bytes: Uint8Array): OldResult | undefined {
  try {
    const value = JSON.parse(decoder.decode(bytes)) as unknown
    return typeof value === 'object' && value !== null && isNamed(value as OldResult) ? (value as OldResult) : undefined
  } catch {
    return undefined
  }
}

/** Bytes that are looked through at once for the end of the last whole line. */
const CHUNK = 64 * 1024

/** How a line of results begins, or half of one. */
const BEGINNINGS = ['{"id":', '{"line":']
const isOurs = (tail: string): boolean => BEGINNINGS.some((own) => own.startsWith(tail) || tail.startsWith(own))

/**
 * Cuts what a killed run has left half written: all behind the last end of a line.
 *
 * @returns how many bytes stay
 * @throws TypeError where that is no beginning of a result: then the file is somebody's, and stays as it is
 */
export async function cutHalfLine(path: string): Promise<number> {
  const file = await open(path, 'a+').then(async (made) => {
    await made.close()
    return open(path, 'r+')
  })
  try {
    const {size} = await file.stat()
    const chunk = Buffer.allocUnsafe(CHUNK)
    let whole = 0
    for (let end = size; end > 0 && whole === 0; end -= CHUNK) {
      const start = Math.max(0, end - CHUNK)
      const {bytesRead} = await file.read(chunk, 0, end - start, start)
      const at = chunk.subarray(0, bytesRead).lastIndexOf(0x0a)
      if (at >= 0) whole = start + at + 1
    }
    if (whole === size) return size
    const {bytesRead} = await file.read(chunk, 0, Math.min(8, size - whole), whole)
    if (!isOurs(chunk.toString('latin1', 0, bytesRead))) {
      throw new TypeError(`${path}: its last line is no result, whole or half, that \`corpus\` has written; name another file, or take that line away`)
    }
    await file.truncate(whole)
    return whole
  } finally {
    await file.close()
  }
}

/** Every line of a file of results, without its end. */
export async function* oldLines(path: string): AsyncGenerator<Uint8Array> {
  for await (const lines of records(path)) for (const line of lines) yield line.slice(0, line.at(-1) === 0x0a ? -1 : undefined)
}
