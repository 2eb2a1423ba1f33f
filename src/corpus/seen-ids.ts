import {createHash} from 'node:crypto'

/**
 * A set of ids that stores 64 bits of each one's SHA-1, at most 24 bytes of memory. Among ten million ids the probability that two collide is
 * three in a million.
 */
export function createSeenIds(): {/** @returns whether the id is new */ readonly add: (id: string | number) => boolean} {
  // Open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4); 0 is an empty slot.
  let slots = new BigUint64Array(1024)
  let count = 0
  const insert = (hash: bigint): boolean => {
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
    for (const hash of old) if (hash !== 0n) insert(hash)
  }
  return {
    add: (id) => {
      const isNew = insert(createHash('sha1').update(String(id)).digest().readBigUInt64LE() || 1n)
      if (isNew && ++count > slots.length * 0.75) grow()
      return isNew
    },
  }
}
