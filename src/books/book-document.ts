import {decodeWindows1252} from '../util/decode-windows-1252.js'

/** A text file of a book: its bytes, and what they say. */
export interface BookDocument {
  readonly bytes: Uint8Array
  /** Without the byte order mark; offsets count in it, in UTF-16 code units. */
  readonly text: string
  /** As `TextDecoder` names it. */
  readonly encoding: string
  /** Whether the file begins with a byte order mark. */
  readonly bom: boolean
}

/** A piece of a text, and what stands there instead. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const DECLARED = /^(?:\xef\xbb\xbf)?<\?xml\b[^?>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/u

/**
 * The encoding of an XML file (XML 1.0, appendix F): by its byte order mark, by how its first character is written, else as it declares. A
 * declaration that can be read byte by byte is not in UTF-16, whatever it says.
 *
 * @throws RangeError for an encoding that is not known
 */
function encodingOf(bytes: Uint8Array): {readonly encoding: string; readonly bom: boolean} {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {encoding: 'utf-16le', bom: true}
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {encoding: 'utf-16be', bom: true}
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return {encoding: 'utf-8', bom: true}
  if (bytes[0] === 0x3c && bytes[1] === 0) return {encoding: 'utf-16le', bom: false}
  if (bytes[0] === 0 && bytes[1] === 0x3c) return {encoding: 'utf-16be', bom: false}
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const {encoding} = new TextDecoder(DECLARED.exec(head)?.[1] ?? 'utf-8')
  return {encoding: encoding.startsWith('utf-16') ? 'utf-8' : encoding, bom: false}
}

/** Decodes a file; undefined if its bytes are not of its encoding. */
export function openDocument(bytes: Uint8Array): BookDocument | undefined {
  try {
    const {encoding, bom} = encodingOf(bytes)
    const decoder = new TextDecoder(encoding, {fatal: true})
    const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes)
    return {bytes, text, encoding, bom}
  } catch {
    return undefined
  }
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length))
  for (let index = 0; index < text.length; index++) view.setUint16(2 * index, text.charCodeAt(index), isLittleEndian)
  return new Uint8Array(view.buffer)
}

/** Characters that only some encodings have, as references. */
const toAscii = (text: string): string => text.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`)

/** Puts edits, which must be in order and not overlap, into a text. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const {start, end, text: inserted} of edits) {
    pieces.push(text.slice(at, start), inserted)
    at = end
  }
  return [...pieces, text.slice(at)].join('')
}

/**
 * Changes a file, in its own encoding; what is not edited keeps its bytes.
 *
 * @param edits in order, without overlaps
 * @returns undefined if the encoding is one of those that cannot be written: East Asian ones before Unicode
 */
export function editDocument(document: BookDocument, edits: readonly Edit[]): BookDocument | undefined {
  if (edits.length === 0) return document
  const {bytes, text, encoding, bom} = document
  const isUnicode = encoding.startsWith('utf-')
  const own = isUnicode ? edits : edits.map((edit) => ({...edit, text: toAscii(edit.text)}))
  const edited = applyEdits(text, own)
  const marked = bom ? `\ufeff${edited}` : edited
  if (encoding === 'utf-8') return {...document, text: edited, bytes: new TextEncoder().encode(marked)}
  if (isUnicode) return {...document, text: edited, bytes: encodeUtf16(marked, encoding !== 'utf-16be')}
  // One byte for each character.
  if (bytes.length !== text.length) return undefined
  const latin = applyEdits(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''), own)
  return {...document, text: edited, bytes: Uint8Array.from(latin, (character) => character.charCodeAt(0))}
}
