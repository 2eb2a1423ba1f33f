import {flatMap} from '../util/lists.js'
import {sensesOf} from './entry.js'
import type {Entry} from './types.js'

/** Letters by which words of definitions are compared: *gunner* is akin to *gun*, *fought* to *fight* not. */
const STEM = 5

const stemsOf = (entry: Entry): Set<string> =>
  new Set(flatMap(sensesOf(entry), ({definition}) => (definition.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((word) => word.slice(0, STEM))))

/**
 * How much two entries mean the same, by the words that their definitions share: the self-information of the rarest of them, in nats;
 * 0, where they share none. Whatever language the definitions are in, its words of grammar are in many of them and count little.
 */
export function sharedMeaning(entries: readonly Entry[]): (a: Entry, b: Entry) => number {
  const counts = new Map<string, number>()
  for (const entry of entries) for (const stem of stemsOf(entry)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (a, b) => {
    const own = stemsOf(a)
    let most = 0
    for (const stem of stemsOf(b)) if (own.has(stem)) most = Math.max(most, Math.log(entries.length / (counts.get(stem) ?? 1)))
    return most
  }
}
