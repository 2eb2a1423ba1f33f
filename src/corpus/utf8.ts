/** Text that is put together as bytes, piece by piece: what comes of it is never one long string. */
export interface Utf8 {
  readonly put: (text: string) => void
  /** Bytes so far. */
  readonly size: () => number
  readonly bytes: () => Uint8Array
}

export function utf8(): Utf8 {
  const pieces: Uint8Array[] = []
  let size = 0
  return {
    put: (text) => {
      const piece = Buffer.from(text)
      pieces.push(piece)
      size += piece.length
    },
    size: () => size,
    bytes: () => Buffer.concat(pieces, size),
  }
}
