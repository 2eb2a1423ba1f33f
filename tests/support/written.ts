/** What formats write, for comparison. */
import type {Files, Written} from '../../src/formats/types.js'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** The same, each of its bytes a character: `toEqual` looks at bytes one by one, which takes a hundred times as long as writing them. */
export function inLatin(written: Written): unknown {
  if (typeof written === 'string') return written
  if (written instanceof Uint8Array) return {bytes: latin(written)}
  return Object.fromEntries(Object.entries(written as Files).map(([path, bytes]) => [path, latin(bytes)]))
}
