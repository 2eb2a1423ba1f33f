/** Text that is put together as bytes, piece by piece: what comes of it is never one long string. */
export interface Utf8 {
  readonly put: (text: string) => void
  /** Bytes so far. */
  readonly size: () => number
  readonly bytes: () => Uint8Array
}

const ROOM = 64 * 1024

/** No UTF-16 code unit takes more bytes. */
const WIDEST = 3

export function utf8(): Utf8 {
  let buffer = Buffer.allocUnsafe(ROOM)
  let held = 0
  return {
    put: (text) => {
      const most = held + WIDEST * text.length
      if (most > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(most, 2 * buffer.length))
        larger.set(buffer.subarray(0, held))
        buffer = larger
      }
      held += buffer.write(text, held)
    },
    size: () => held,
    bytes: () => Uint8Array.prototype.slice.call(buffer, 0, held),
  }
}
