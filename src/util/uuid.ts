import {sha1} from './sha1.js'

/** Returns a version 8 UUID (RFC 9562, section 5.8) with 122 bits of the text's hash. */
export function uuidOf(text: string): string {
  const digits = sha1(text)
  const variant = ((Number.parseInt(digits[16] as string, 16) & 3) | 8).toString(16)
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}
