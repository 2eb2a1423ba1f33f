import {deflateSync, Gunzip, gzipSync, inflateSync} from 'fflate'
import type {ReadOptions} from '../types.js'
import {joined} from './bytes.js'
import {MOST_BYTES, wrong} from './input.js'

/**
 * gzip (RFC 1952) in chunks that programs inflate one by one, so that they can seek: dictzip(1), “Dictzip format”. To every other
 * program it is gzip.
 */

/** Bytes of text in a chunk. Of no more than this fflate always makes a single block. */
const CHUNK = 7000
/** The extra field counts its bytes in 16 bits, two for each chunk and ten for what stands before them. */
const MOST_CHUNKS = (0xffff - 10) >> 1

/** Ends a stream: an empty block, compressed with fixed codes (RFC 1951, section 3.2.6). */
const END = Uint8Array.of(3, 0)
/**
 * Fills up the last byte: the three zero bits and the lengths of an empty stored block (section 3.2.4). The bits begin in the last byte,
 * and where that has no room for them they go on in one of their own.
 */
const FILLS = [Uint8Array.of(0, 0, 0xff, 0xff), Uint8Array.of(0, 0, 0, 0xff, 0xff)]

/** Whether a stream inflates to just this. */
function inflatesTo(stream: Uint8Array, text: Uint8Array): boolean {
  try {
    const inflated = inflateSync(stream)
    return inflated.length === text.length && inflated.every((byte, i) => byte === text[i])
  } catch {
    return false
  }
}

/**
 * A chunk, deflated without looking back at the one before, up to a whole byte and without an end: zlib's “full flush”. fflate has none
 * that works (0.8.3 loses the bits of an unfinished byte), so its last block is made one among others, by its first bit, and filled up;
 * at which bit it ended is told by inflating.
 */
function deflated(text: Uint8Array): Uint8Array {
  const block = deflateSync(text, {level: 9})
  block[0] = (block[0] as number) & ~1
  const whole = FILLS.map((fill) => joined([block, fill])).find((stream) => inflatesTo(joined([stream, END]), text))
  if (!whole) throw new Error('dictzip: a chunk that does not inflate')
  return whole
}

const uint16 = (value: number): [number, number] => [value & 0xff, value >> 8]

/** RFC 1952, section 2.3.1: CRC-32 and length of the text, as fflate counts them. */
const trailerOf = (data: Uint8Array): Uint8Array => gzipSync(data, {level: 0}).subarray(-8)

/** @throws RangeError for more than 229 MB, which the format cannot hold */
export function dictzip(data: Uint8Array): Uint8Array {
  const count = Math.ceil(data.length / CHUNK)
  if (count > MOST_CHUNKS) throw new RangeError(`dictzip: expected at most ${MOST_CHUNKS * CHUNK} bytes, got ${data.length}`)
  const chunks = Array.from({length: count}, (_, i) => deflated(data.subarray(i * CHUNK, (i + 1) * CHUNK)))
  const field = [...uint16(1), ...uint16(CHUNK), ...uint16(count), ...chunks.flatMap(({length}) => uint16(length))]
  const extra = [0x52, 0x41, ...uint16(field.length), ...field]
  // Deflated, with an extra field, of no time and no system.
  const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 2, 255, ...uint16(extra.length), ...extra]
  return joined([Uint8Array.from(header), ...chunks, END, trailerOf(data)])
}

/** Bytes unpacked at once: a bomb is seen before it goes off. Deflate packs 1032 bytes into one at most. */
const STEP = 1 << 16

/**
 * What is packed in a gzip file of one member, dictzip or not.
 *
 * @param most bytes that may come out of it
 * @throws TypeError for files that are broken or too large
 */
export function gunzip(data: Uint8Array, options: ReadOptions, most = MOST_BYTES): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  if (data.length > MOST_BYTES) throw wrong(options, `expected at most ${MOST_BYTES} bytes, got ${data.length}`)
  const stream = new Gunzip((piece) => {
    pieces.push(piece)
    length += piece.length
  })
  try {
    for (let at = 0; at < data.length && length <= most; at += STEP) stream.push(data.subarray(at, at + STEP), at + STEP >= data.length)
  } catch {
    throw wrong(options, 'broken or cut off: not gzip to its end')
  }
  if (length > most) throw wrong(options, `expected at most ${most} bytes when unpacked`)
  const all = joined(pieces)
  const trailer = trailerOf(all)
  if (!data.subarray(-8).every((byte, i) => byte === trailer[i])) throw wrong(options, 'broken or cut off: its checksum is another')
  return all
}
