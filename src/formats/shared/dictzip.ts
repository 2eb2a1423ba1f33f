import {deflateSync, Gunzip, gzipSync, inflateSync} from 'fflate'
import type {ReadOptions} from '../types.js'
import {concatBytes} from './bytes.js'
import {fileError, MAX_BYTES} from './input.js'

/**
 * gzip (RFC 1952) in chunks that can be inflated one by one, for random access: dictzip(1), “Dictzip format”. Other programs read it as
 * ordinary gzip.
 */

/** Bytes of text in a chunk. fflate deflates up to this many into a single block. */
const CHUNK = 7000
/** The extra field states its length in 16 bits: ten bytes, and two for each chunk. */
const MAX_CHUNKS = (0xffff - 10) >> 1

/** Ends a stream: an empty block with fixed codes (RFC 1951, section 3.2.6). */
const END = Uint8Array.of(3, 0)
/**
 * Pads the last byte: the three zero bits and the lengths of an empty stored block (section 3.2.4). The second suffix is for a last byte
 * without room for the three bits.
 */
const FLUSH_SUFFIXES = [Uint8Array.of(0, 0, 0xff, 0xff), Uint8Array.of(0, 0, 0, 0xff, 0xff)]

/** Whether a stream inflates to exactly this text. */
function inflatesTo(stream: Uint8Array, text: Uint8Array): boolean {
  try {
    const inflated = inflateSync(stream)
    return inflated.length === text.length && inflated.every((byte, i) => byte === text[i])
  } catch {
    return false
  }
}

/**
 * Deflates a chunk independently of the one before, padded to a whole byte and without an end: zlib's “full flush”. fflate's own flush
 * fails (0.8.3 loses the bits of an unfinished byte). So this clears the bit that marks fflate's block as the last one, and inflates to
 * find the suffix that fits the bit at which the block ends.
 */
function deflateChunk(text: Uint8Array): Uint8Array {
  const block = deflateSync(text, {level: 9})
  block[0] = (block[0] as number) & ~1
  const whole = FLUSH_SUFFIXES.map((fill) => concatBytes([block, fill])).find((stream) => inflatesTo(concatBytes([stream, END]), text))
  if (!whole) throw new Error('dictzip: a chunk does not inflate')
  return whole
}

const uint16 = (value: number): [number, number] => [value & 0xff, value >> 8]

/** CRC-32 and length of the data (RFC 1952, section 2.3.1), computed by fflate. */
const trailerOf = (data: Uint8Array): Uint8Array => gzipSync(data, {level: 0}).subarray(-8)

/**
 * Compresses data.
 *
 * @throws RangeError for more than 229 MB, the limit of the format
 */
export function dictzip(data: Uint8Array): Uint8Array {
  const count = Math.ceil(data.length / CHUNK)
  if (count > MAX_CHUNKS) throw new RangeError(`dictzip: expected at most ${MAX_CHUNKS * CHUNK} bytes, got ${data.length}`)
  const chunks = Array.from({length: count}, (_, i) => deflateChunk(data.subarray(i * CHUNK, (i + 1) * CHUNK)))
  const field = [...uint16(1), ...uint16(CHUNK), ...uint16(count), ...chunks.flatMap(({length}) => uint16(length))]
  const extra = [0x52, 0x41, ...uint16(field.length), ...field]
  // Deflated, with an extra field, without a time or an operating system.
  const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 2, 255, ...uint16(extra.length), ...extra]
  return concatBytes([Uint8Array.from(header), ...chunks, END, trailerOf(data)])
}

/** Packed bytes inflated at once, to detect decompression bombs early: deflate packs at most 1032 bytes into one. */
const GUNZIP_STEP = 1 << 16

/**
 * Decompresses a gzip file with one member, dictzip or not.
 *
 * @param most maximum number of decompressed bytes
 * @throws TypeError for files that are damaged or too large
 */
export function gunzip(data: Uint8Array, options: ReadOptions, most = MAX_BYTES): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  if (data.length > MAX_BYTES) throw fileError(options, `expected at most ${MAX_BYTES} bytes, got ${data.length}`)
  const stream = new Gunzip((piece) => {
    pieces.push(piece)
    length += piece.length
  })
  try {
    for (let at = 0; at < data.length && length <= most; at += GUNZIP_STEP) stream.push(data.subarray(at, at + GUNZIP_STEP), at + GUNZIP_STEP >= data.length)
  } catch {
    throw fileError(options, 'damaged or truncated: invalid gzip data')
  }
  if (length > most) throw fileError(options, `expected at most ${most} bytes when unpacked`)
  const all = concatBytes(pieces)
  const trailer = trailerOf(all)
  if (!data.subarray(-8).every((byte, i) => byte === trailer[i])) throw fileError(options, 'damaged or truncated: wrong checksum')
  return all
}
