import {open} from 'node:fs/promises'
import type {Glossary} from '../types.js'
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

/** Cuts what a killed run has left half written: all behind the last end of a line. @returns how many bytes stay */
export async function cutHalfLine(path: string): Promise<number> {
  const file = await open(path, 'a+').then(async (made) => {
    await made.close()
    return open(path, 'r+')
  })
  try {
    const {size} = await file.stat()
    const chunk = Buffer.allocUnsafe(CHUNK)
    for (let end = size; end > 0; ) {
      const start = Math.max(0, end - CHUNK)
      const {bytesRead} = await file.read(chunk, 0, end - start, start)
      const at = chunk.subarray(0, bytesRead).lastIndexOf(0x0a)
      if (at >= 0) {
        if (start + at + 1 < size) await file.truncate(start + at + 1)
        return start + at + 1
      }
      end = start
    }
    if (size > 0) await file.truncate(0)
    return 0
  } finally {
    await file.close()
  }
}

/** Every line of a file of results, without its end. */
export async function* oldLines(path: string): AsyncGenerator<Uint8Array> {
  for await (const lines of records(path)) for (const line of lines) yield line.slice(0, line.at(-1) === 0x0a ? -1 : undefined)
}
