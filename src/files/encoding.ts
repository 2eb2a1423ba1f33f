import {isUtf8} from 'node:buffer'

/** How a file says its text; UTF-8, unless its first bytes say UTF-16. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** Whether it begins with a byte order mark. */
  readonly bom: boolean
}

/** Bytes in which no text has a NUL, if it is text at all: as git looks. */
const LOOKED_AT = 8000

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {name: 'utf-16le', bom: true}
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {name: 'utf-16be', bom: true}
  return {name: 'utf-8', bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf}
}

/** The first byte, from 0, that cannot stand where it does; the end, where something is cut off there. */
function brokenAt(bytes: Uint8Array, encoding: string): number {
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
 * Bytes → text, without the byte order mark.
 *
 * @throws RangeError that says what is wrong and where, without the name of the file
 */
export function decode(bytes: Uint8Array): {readonly text: string; readonly encoding: Encoding} {
  const encoding = encodingOf(bytes)
  if (encoding.name === 'utf-8' && bytes.subarray(0, LOOKED_AT).includes(0))
    throw new RangeError('it is no text: there are zero bytes in it; give a story as text, Markdown or HTML')
  if (encoding.name === 'utf-8' && !isUtf8(bytes)) {
    const at = brokenAt(bytes, 'utf-8')
    throw new RangeError(`it is no valid UTF-8 at byte ${at}; save it as UTF-8 (or as UTF-16 with a byte order mark)`)
  }
  try {
    return {text: new TextDecoder(encoding.name, {fatal: true}).decode(bytes), encoding}
  } catch {
    throw new RangeError(`it is no valid ${encoding.name.toUpperCase()} at byte ${brokenAt(bytes, encoding.name)}; save it as UTF-8`)
  }
}

/** Text → bytes, as they were. */
export function encode(text: string, {name, bom}: Encoding): Uint8Array {
  const whole = bom ? `\ufeff${text}` : text
  if (name === 'utf-8') return Buffer.from(whole, 'utf8')
  const bytes = Buffer.from(whole, 'utf16le')
  return name === 'utf-16be' ? bytes.swap16() : bytes
}
