import {Inflate, type Zippable, zipSync} from 'fflate'
import type {Files, ReadOptions} from '../types.js'
import {MOST_BYTES, wrong} from './input.js'

/**
 * Zip archives (PKWARE APPNOTE 6.3.10). fflate inflates and writes; the directory is read here, because archives come from strangers:
 * fflate believes the sizes that headers state, and does not compare checksums.
 */

/** Signatures, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** Bytes of the end record without the comment, and the longest comment (4.3.16). */
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

/** Packed bytes that are inflated at once; deflate makes at most 1032 times as many of them. */
const CHUNK = 16 * 1024

const CRC = Uint32Array.from({length: 256}, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** CRC-32 (4.4.7). */
function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC[(crc ^ byte) & 0xff] as number)
  return ~crc >>> 0
}

/** One file as the central directory tells of it. */
interface Packed {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Names that lead out of the folder that an archive is unpacked to, or that systems understand differently. */
const isUnsafe = (name: string): boolean => name === '' || /[\\\0]|^\/|^[A-Za-z]:|(?:^|\/)\.\.?(?:\/|$)/u.test(name)

/** The central directory, 4.3.12. Reading beyond the end of the bytes is a `RangeError`. */
function* directory(view: DataView): Generator<Packed, void> {
  let end = view.byteLength - END_SIZE
  for (const last = end - LONGEST_COMMENT; view.getUint32(end, true) !== END; end--) if (end <= Math.max(0, last)) throw new RangeError()
  const count = view.getUint16(end + 10, true)
  for (let index = 0, at = view.getUint32(end + 16, true); index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError()
    const length = view.getUint16(at + 28, true)
    yield {
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, length)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

/** Stops as soon as there is more than was stated. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  const stream = new Inflate((chunk) => {
    bytes.set(chunk, at)
    at += chunk.length
  })
  for (let start = 0; start < packed.length; start += CHUNK) stream.push(packed.subarray(start, start + CHUNK), start + CHUNK >= packed.length)
  if (at !== size) throw new RangeError()
  return bytes
}

function contentOf({name, method, crc, packed, size, offset}: Packed, archive: Uint8Array, view: DataView, options: ReadOptions): Uint8Array {
  if (view.getUint32(offset, true) !== LOCAL) throw new RangeError()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > archive.length) throw new RangeError()
  const bytes = archive.subarray(start, start + packed)
  let content: Uint8Array
  try {
    content = method === 0 ? bytes : inflate(bytes, size)
  } catch {
    throw wrong(options, name, 'damaged, or not of the size that it states')
  }
  if (content.length !== size || crc32(content) !== crc) throw wrong(options, name, 'damaged: its checksum is another')
  return content
}

/**
 * The files of an archive that are wanted, by name; no other is inflated, and none that is an archive itself is opened. At most
 * `MOST_BYTES` in all.
 *
 * @throws TypeError for what is no zip archive, is cut off or damaged, is encrypted, is packed by another method than deflate, or has
 * files whose names lead elsewhere or stand twice
 */
export function unzip(archive: Uint8Array, options: ReadOptions, isWanted: (name: string) => boolean): Files {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const names = new Set<string>()
  const wanted: Packed[] = []
  let [packed, unpacked] = [0, 0]
  try {
    for (const file of directory(view)) {
      if (isUnsafe(file.name)) throw wrong(options, JSON.stringify(file.name), 'not a name for a file in an archive')
      if (names.has(file.name)) throw wrong(options, file.name, 'stands twice in the archive')
      names.add(file.name)
      // Files that share bytes unpack to far more than the archive could hold, and take as long.
      if ((packed += file.packed) > archive.length) throw wrong(options, file.name, 'overlaps another file, or is larger than the archive')
      if (file.name.endsWith('/') || !isWanted(file.name)) continue
      if (file.flags & 1) throw wrong(options, file.name, 'encrypted')
      if (file.method !== 0 && file.method !== 8) throw wrong(options, file.name, `packed by method ${file.method}; expected deflate`)
      if ((unpacked += file.size) > MOST_BYTES) throw wrong(options, `expected at most ${MOST_BYTES} bytes when unpacked`)
      wanted.push(file)
    }
    return Object.fromEntries(wanted.map((file) => [file.name, contentOf(file, archive, view, options)]))
  } catch (error) {
    if (error instanceof RangeError) throw wrong(options, 'not a zip archive, or cut off')
    throw error
  }
}

/**
 * An archive of files, in their order; the same bytes on every machine and in every time zone. What is `stored` is not compressed.
 */
export function zip(files: Files, stored: readonly string[] = []): Uint8Array {
  // A zip archive states local time (4.4.6), and so does this constructor: the same bytes wherever it runs.
  const mtime = new Date(2000, 0, 1)
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, [bytes, {mtime, level: stored.includes(name) ? 0 : 9}] as const]),
  ) as Zippable
  return zipSync(zippable)
}
