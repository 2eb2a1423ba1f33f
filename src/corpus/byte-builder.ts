/** Concatenates text as UTF-8 bytes, without ever building one long string. */
export interface ByteBuilder {
  readonly append: (text: string) => void
  /** Bytes so far. */
  readonly size: () => number
  readonly toBytes: () => Uint8Array
}

export function createByteBuilder(): ByteBuilder {
  const pieces: Uint8Array[] = []
  let size = 0
  return {
    append: (text) => {
      const piece = Buffer.from(text)
      pieces.push(piece)
      size += piece.length
    },
    size: () => size,
    toBytes: () => Buffer.concat(pieces, size),
  }
}
