/** Keys are told apart by 20 bits: two that share a bucket are only joined side by side. */
export const BUCKETS = 2 ** 20

/** FNV-1a over UTF-16 code units (Fowler, Noll and Vo), its bits mixed as MurmurHash3 ends. */
export function bucketOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % BUCKETS
}

export interface Components {
  readonly join: (a: number, b: number) => void
  readonly rootOf: (bucket: number) => number
}

/**
 * Which buckets hold entries that are the same word, by way of the spellings that they share: union-find with path halving (Tarjan and van
 * Leeuwen 1984). Its memory does not depend on how much is joined.
 */
export function components(): Components {
  // One more than the parent's number, and 0 for a root: pages that nobody touches take no memory.
  const parents = new Int32Array(BUCKETS)
  const parentOf = (bucket: number): number => (parents[bucket] || bucket + 1) - 1
  const rootOf = (bucket: number): number => {
    let at = bucket
    for (let parent = parentOf(at); parent !== at; parent = parentOf(at)) {
      parents[at] = parentOf(parent) + 1
      at = parentOf(at)
    }
    return at
  }
  return {
    rootOf,
    join: (a, b) => {
      const [one, other] = [rootOf(a), rootOf(b)]
      // The smaller number stands for both, so that no order of joining shows.
      if (one !== other) parents[Math.max(one, other)] = Math.min(one, other) + 1
    },
  }
}
