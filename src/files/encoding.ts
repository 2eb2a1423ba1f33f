import {isUtf8} from 'node:buffer'

/** The encoding of a text file: UTF-8, unless it has the byte order mark of UTF-16. */
export interface TextEncoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** Whether the file begins with a byte order mark. */
  readonly bom: boolean
}

/** A NUL in this many first bytes means that a file is binary, as in git. */
const BINARY_CHECK_BYTES = 8000

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {name: 'utf-16le', bom: true}
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {name: 'utf-16be', bom: true}
  return {name: 'utf-8', bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf}
}

/** Returns the offset of the first invalid byte, or the length if the end is truncated. */
function firstInvalidByte(bytes: Uint8Array, encoding: string): number {
  const fits = (end: number): boolean => {
    try {
      new TextDecoder(encoding, {fatal: true}).decode(bytes.subarray(0, end), {stream: true})
      return true
    } catch {
      return false
    }
  }
  let [low, high] = [0, bytes.length]
  if (fits(high)) return high
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

/**
 * Decodes text and removes the byte order mark.
 *
 * @throws RangeError that states the problem and its offset, without the file name
 */
export function decodeStory(bytes: Uint8Array): {readonly text: string; readonly encoding: TextEncoding} {
  const encoding = encodingOf(bytes)
  if (encoding.name === 'utf-8' && bytes.subarray(0, BINARY_CHECK_BYTES).includes(0))
    throw new RangeError('binary file; expected a story as text, Markdown or HTML')
  if (encoding.name === 'utf-8' && !isUtf8(bytes)) {
    const at = firstInvalidByte(bytes, 'utf-8')
    throw new RangeError(`invalid UTF-8 at byte ${at}; save the file as UTF-8 (or as UTF-16 with a byte order mark)`)
  }
  try {
    return {text: new TextDecoder(encoding.name, {fatal: true}).decode(bytes), encoding}
  } catch {
    throw new RangeError(`invalid ${encoding.name.toUpperCase()} at byte ${firstInvalidByte(bytes, encoding.name)}; save the file as UTF-8`)
  }
}

/** Encodes text in the encoding of the original file. */
export function encodeStory(text: string, {name, bom}: TextEncoding): Uint8Array {
  const whole = bom ? `\ufeff${text}` : text
  if (name === 'utf-8') return Buffer.from(whole, 'utf8')
  const bytes = Buffer.from(whole, 'utf16le')
  return name === 'utf-16be' ? bytes.swap16() : bytes
}
