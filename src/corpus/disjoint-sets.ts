import {BUCKET_COUNT} from './buckets.js'

export interface DisjointSets {
  readonly union: (a: number, b: number) => void
  /** The representative of a bucket's set: its smallest bucket. */
  readonly find: (bucket: number) => number
}

/**
 * Sets of buckets whose entries share spellings and may be the same word: union-find with path halving (Tarjan and van Leeuwen 1984).
 * Memory use does not depend on the number of unions.
 */
export function createDisjointSets(): DisjointSets {
  // Stores parent + 1, and 0 for a root, so that untouched pages take no memory.
  const parents = new Int32Array(BUCKET_COUNT)
  const parentOf = (bucket: number): number => (parents[bucket] || bucket + 1) - 1
  const find = (bucket: number): number => {
    let at = bucket
    for (let parent = parentOf(at); parent !== at; parent = parentOf(at)) {
      parents[at] = parentOf(parent) + 1
      at = parentOf(at)
    }
    return at
  }
  return {
    find,
    union: (a, b) => {
      const [one, other] = [find(a), find(b)]
      // The smaller number is the root, which makes the result independent of the order of unions.
      if (one !== other) parents[Math.max(one, other)] = Math.min(one, other) + 1
    },
  }
}
