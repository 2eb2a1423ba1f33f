import {mergeKeys} from '../glossary/merge-entries.js'
import type {Entry} from '../lexicon/types.js'
import {map} from '../util/lists.js'

/** Entries are partitioned by 20 bits of their keys' hashes; two keys in one bucket are joined in the same part, not merged. */
export const BUCKET_COUNT = 2 ** 20

/** FNV-1a over UTF-16 code units (Fowler, Noll and Vo) with the finalizer of MurmurHash3. */
export function hashToBucket(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % BUCKET_COUNT
}

/** The distinct buckets of an entry's spellings, the headword's first. */
export function bucketsOfEntry(language: string, entry: Entry, keyOf: (spelling: string) => string): number[] {
  const buckets = map(mergeKeys(entry, keyOf), (key) => hashToBucket(`${language}\0${key}`))
  return buckets.length < 2 ? buckets : [...new Set(buckets)]
}
