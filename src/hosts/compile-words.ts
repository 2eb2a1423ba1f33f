import {encodeFront} from '../util/front-coding.js'
import {map} from '../util/lists.js'
import {CODING_VERSION} from './compiled-words.js'
import type {CompiledWords} from './host-data.js'

/**
 * Compiles the words of a host language; what it gives can be written to a file as JSON.
 *
 * @param lists words by how rare they are, on SCOWL's scale from 10 for the commonest to 70: `{10: ['the'], 35: ['lamp']}`. Words are in lower case,
 *   with straight apostrophes; of a word in several lists the last counts
 */
export function compileWords(lists: Readonly<Record<number, readonly string[]>>): CompiledWords {
  const tiers = Object.keys(lists).map(Number)
  const own = map(tiers, (tier) => lists[tier] as readonly string[])
  const lines = map(own, encodeFront).join('\n')
  return {version: CODING_VERSION, tiers, count: new Set(own.flat()).size, length: lines.length, lines}
}
