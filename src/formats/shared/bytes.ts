/** Byte arrays, and the sort orders of word indices. */

/** Concatenates byte arrays. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Converts text to a string with one character per UTF-8 byte, so that strings sort by bytes. */
export function toByteString(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let written = ''
  for (let at = 0; at < bytes.length; at += 4096) written += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return written
}

/** Sorts items by their keys: the first different key decides, compared by code units. The sort is stable. */
export function sortByKeys<T>(list: readonly T[], keysOf: (item: T) => readonly string[]): T[] {
  const keyed = list.map((item) => ({item, keys: keysOf(item)}))
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, i) => key !== b.keys[i])
    return at < 0 ? 0 : (a.keys[at] as string) < (b.keys[at] as string) ? -1 : 1
  })
  return keyed.map(({item}) => item)
}
