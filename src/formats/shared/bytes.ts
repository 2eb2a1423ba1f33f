/** Bytes in a row, and the orders that indices of words stand in. */

/** All of them, one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Text as one character for each byte of its UTF-8: such strings stand in the order of their bytes. */
export function byteString(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let written = ''
  for (let at = 0; at < bytes.length; at += 4096) written += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return written
}

/** In the order of their keys, which are compared one after the other, unit by unit; what is equal stays in order. */
export function byKeys<T>(list: readonly T[], keysOf: (item: T) => readonly string[]): T[] {
  const keyed = list.map((item) => ({item, keys: keysOf(item)}))
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, i) => key !== b.keys[i])
    return at < 0 ? 0 : (a.keys[at] as string) < (b.keys[at] as string) ? -1 : 1
  })
  return keyed.map(({item}) => item)
}
