/** Compares the output of formats. */
import type {FileMap, FormatOutput} from '../../src/formats/types.js'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Returns output with bytes as Latin-1 strings, because `toEqual` compares byte arrays a hundred times slower than formats write them. */
export function toComparable(written: FormatOutput): unknown {
  if (typeof written === 'string') return written
  if (written instanceof Uint8Array) return {bytes: latin(written)}
  return Object.fromEntries(Object.entries(written as FileMap).map(([path, bytes]) => [path, latin(bytes)]))
}
