import {flatMap} from '../util/lists.js'
import {sensesOf} from './entry.js'
import type {Entry} from './types.js'

/** Number of letters by which words of definitions are compared: *gunner* matches *gun*, *fought* does not match *fight*. */
const STEM_LENGTH = 5

const definitionStems = (entry: Entry): Set<string> =>
  new Set(flatMap(sensesOf(entry), ({definition}) => (definition.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((word) => word.slice(0, STEM_LENGTH))))

/**
 * Creates a function that measures how similar the definitions of two entries are: the self-information of the rarest word that they share, in nats;
 * 0 if they share none. Function words are frequent in any language of definitions, so they count little.
 */
export function createDefinitionOverlap(entries: readonly Entry[]): (a: Entry, b: Entry) => number {
  const counts = new Map<string, number>()
  for (const entry of entries) for (const stem of definitionStems(entry)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (a, b) => {
    const stems = definitionStems(a)
    let most = 0
    for (const stem of definitionStems(b)) if (stems.has(stem)) most = Math.max(most, Math.log(entries.length / (counts.get(stem) ?? 1)))
    return most
  }
}
