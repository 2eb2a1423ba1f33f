import {Inflate, type Zippable, zipSync} from 'fflate'
import type {FileMap, ReadOptions} from '../types.js'
import {fileError, MAX_BYTES} from './input.js'

/**
 * Zip archives (PKWARE APPNOTE 6.3.10). fflate inflates and writes. This file reads the directory, because archives are untrusted and fflate
 * neither verifies the sizes in headers nor checksums.
 */

/** Signatures, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** Bytes of the end record without the comment, and of the longest comment (4.3.16). */
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

/** Packed bytes inflated at once; deflate expands them at most 1032 times. */
const CHUNK = 16 * 1024

/** An archive that unpacks to more than this many bytes, and to more than this many times its own size, is refused: text packs ten to one. */
const BOMB_BYTES = 32 * 1024 * 1024
const BOMB_RATIO = 200

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

/** The upper half of code page 437, in which names are written that are not marked as UTF-8 (appendix D). */
const CODE_PAGE_437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** Decodes a name; many programs write UTF-8 without marking it. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_437[byte - 0x80])).join('')
  }
}

/** Stands for sizes and offsets that are stated elsewhere, in the form for archives of more than 4 GB (4.5.3). */
const IN_ZIP64 = 0xffffffff

/** A file, as the central directory describes it. */
interface ArchiveMember {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Whether a name leads out of the target folder, differs between systems, or is none that an object can have. */
const isUnsafe = (name: string): boolean => name === '' || name === '__proto__' || /[\\\0]|^\/|^[A-Za-z]:|(?:^|\/)\.\.?(?:\/|$)/u.test(name)

/** Reads the central directory (4.3.12). Throws a `RangeError` at the end of the bytes. */
function* readDirectory(view: DataView, options: ReadOptions): Generator<ArchiveMember, void> {
  const require32Bits = (...values: readonly number[]): void => {
    if (values.includes(IN_ZIP64)) throw fileError(options, 'a zip archive in the form for more than 4 GB (Zip64), which is not read; pack it again')
  }
  let end = view.byteLength - END_SIZE
  for (const last = end - LONGEST_COMMENT; view.getUint32(end, true) !== END; end--) if (end <= Math.max(0, last)) throw new RangeError()
  const count = view.getUint16(end + 10, true)
  require32Bits(view.getUint32(end + 16, true))
  for (let index = 0, at = view.getUint32(end + 16, true); index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError()
    const length = view.getUint16(at + 28, true)
    require32Bits(view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true))
    yield {
      name: decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, length)),
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

/** The names in an archive; undefined if it has no directory that can be read. */
export function archiveNames(archive: Uint8Array): string[] | undefined {
  try {
    return Array.from(readDirectory(new DataView(archive.buffer, archive.byteOffset, archive.byteLength), {}), ({name}) => name)
  } catch {
    return undefined
  }
}

/** Inflates a file. Throws as soon as it exceeds the stated size. */
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

function unpackMember({name, method, crc, packed, size, offset}: ArchiveMember, archive: Uint8Array, view: DataView, options: ReadOptions): Uint8Array {
  if (view.getUint32(offset, true) !== LOCAL) throw new RangeError()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > archive.length) throw new RangeError()
  const bytes = archive.subarray(start, start + packed)
  let content: Uint8Array
  try {
    content = method === 0 ? bytes : inflate(bytes, size)
  } catch {
    throw fileError(options, name, 'damaged, or its stated size is wrong')
  }
  if (content.length !== size || crc32(content) !== crc) throw fileError(options, name, 'damaged: wrong checksum')
  return content
}

/**
 * Unpacks the wanted files of an archive, at most `MAX_BYTES` in total. Does not open archives inside it.
 *
 * @throws TypeError if the archive is not a zip file, truncated, damaged, encrypted, too large or a bomb, compressed by another method than
 * deflate, or contains unsafe or duplicate names
 */
export function unzip(archive: Uint8Array, options: ReadOptions, isWanted: (name: string) => boolean): FileMap {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const names = new Set<string>()
  const wanted: ArchiveMember[] = []
  let [packed, unpacked] = [0, 0]
  try {
    for (const file of readDirectory(view, options)) {
      if (isUnsafe(file.name)) throw fileError(options, JSON.stringify(file.name), 'unsafe file name')
      if (names.has(file.name)) throw fileError(options, file.name, 'duplicate name in the archive')
      names.add(file.name)
      // Files that share bytes could unpack to far more than the archive can hold.
      if ((packed += file.packed) > archive.length) throw fileError(options, file.name, 'overlaps another file, or exceeds the archive')
      if (file.name.endsWith('/') || !isWanted(file.name)) continue
      if (file.flags & 1) throw fileError(options, file.name, 'encrypted')
      if (file.method !== 0 && file.method !== 8) throw fileError(options, file.name, `expected deflate, got compression method ${file.method}`)
      if ((unpacked += file.size) > MAX_BYTES) throw fileError(options, `expected at most ${MAX_BYTES} bytes when unpacked`)
      wanted.push(file)
    }
    if (unpacked > BOMB_BYTES && unpacked > BOMB_RATIO * archive.length)
      throw fileError(options, `unpacks to more than ${BOMB_RATIO} times its size, as archives do that are meant to exhaust memory`)
    return Object.fromEntries(wanted.map((file) => [file.name, unpackMember(file, archive, view, options)]))
  } catch (error) {
    if (error instanceof RangeError) throw fileError(options, 'not a zip archive, or truncated')
    throw error
  }
}

/**
 * Creates an archive of files in the given order, with the same bytes on every machine and in every time zone.
 *
 * @param stored names of files that are not compressed
 */
export function zip(files: FileMap, stored: readonly string[] = []): Uint8Array {
  // Zip archives use local time (4.4.6), as does this constructor, so the bytes do not depend on the time zone.
  const mtime = new Date(2000, 0, 1)
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, [bytes, {mtime, level: stored.includes(name) ? 0 : 9}] as const]),
  ) as Zippable
  return zipSync(zippable)
}
