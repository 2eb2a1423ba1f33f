/** SHA-1 (FIPS 180-4, section 6.1.2), because browsers only offer it asynchronously. For identifiers, not for security. */

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** The function of a round, plus its constant (4.1.1, 4.2.1). */
function mix(round: number, x: number, y: number, z: number): number {
  if (round < 20) return ((x & y) ^ (~x & z)) + 0x5a827999
  if (round < 40) return (x ^ y ^ z) + 0x6ed9eba1
  if (round < 60) return ((x & y) ^ (x & z) ^ (y & z)) + 0x8f1bbcdc
  return (x ^ y ^ z) + 0xca62c1d6
}

/** Pads a message to whole blocks: a one bit, zeros, and the length in bits (5.1.1). */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0)
  return view
}

/** Returns the SHA-1 digest of the UTF-8 text as forty hexadecimal digits. */
export function sha1(text: string): string {
  const view = padded(new TextEncoder().encode(text))
  const hash = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const schedule = new Int32Array(80)
  const earlier = (at: number): number => schedule[at] as number
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) schedule[at] = view.getInt32(block + at * 4)
    for (let at = 16; at < 80; at++) schedule[at] = rotate(earlier(at - 3) ^ earlier(at - 8) ^ earlier(at - 14) ^ earlier(at - 16), 1)
    let [a, b, c, d, e] = hash as unknown as [number, number, number, number, number]
    for (let at = 0; at < 80; at++) {
      const next = (rotate(a, 5) + mix(at, b, c, d) + e + earlier(at)) | 0
      e = d
      d = c
      c = rotate(b, 30)
      b = a
      a = next
    }
    hash.set([(hash[0] as number) + a, (hash[1] as number) + b, (hash[2] as number) + c, (hash[3] as number) + d, (hash[4] as number) + e])
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
