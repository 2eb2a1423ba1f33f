import {createHash} from 'node:crypto'

/**
 * Recognises ids that were met before, by 64 bits of their SHA-1: at most 24 bytes of memory for each. Of ten million ids two are taken for
 * one with a probability of three in a million.
 */
export function seenIds(): {readonly isNew: (id: string | number) => boolean} {
  // Open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4); 0 is an empty slot.
  let slots = new BigUint64Array(1024)
  let count = 0
  const put = (hash: bigint): boolean => {
    const last = slots.length - 1
    for (let at = Number(hash & BigInt(last)); ; at = (at + 1) & last) {
      if (slots[at] === hash) return false
      if (slots[at] === 0n) {
        slots[at] = hash
        return true
      }
    }
  }
  const grow = (): void => {
    const old = slots
    slots = new BigUint64Array(old.length * 2)
    for (const hash of old) if (hash !== 0n) put(hash)
  }
  return {
    isNew: (id) => {
      const isNew = put(createHash('sha1').update(String(id)).digest().readBigUInt64LE() || 1n)
      if (isNew && ++count > slots.length * 0.75) grow()
      return isNew
    },
  }
}
