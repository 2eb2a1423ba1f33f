import type {Host, Passage} from '../types.js'
import type {Forms} from './forms.js'
import {isCapitalised, isShouted} from './words.js'

/** How a story uses its words, by key. */
export interface Uses {
  readonly total: Int32Array
  readonly capitalised: Int32Array
  /** In narration. */
  readonly told: Int32Array
  /** In narration that is most likely of the host language, capitalised; and not only because it begins a sentence or is shouted. */
  readonly titled: Int32Array
  readonly named: Int32Array
}

/** @param plainOdds by printed form: log-odds of being foreign */
export function countUses(passages: readonly Passage[], {list}: Pick<Forms, 'list'>, keys: number, plainOdds: Float64Array): Uses {
  const counts = () => new Int32Array(keys)
  const uses: Uses = {total: counts(), capitalised: counts(), told: counts(), titled: counts(), named: counts()}
  const capitals = Uint8Array.from(list, ({surface}) => (isCapitalised(surface) ? (isShouted(surface) ? 2 : 1) : 0))
  for (const {words, sentences} of passages) {
    for (const {zone, words: range} of sentences) {
      let odds = 0
      for (let i = range.start; i < range.end; i++) odds += plainOdds[(words[i] as (typeof words)[number]).form] as number
      const told = zone === 'narration'
      for (let i = range.start; i < range.end; i++) {
        const {form, keyIndex} = words[i] as (typeof words)[number]
        uses.total[keyIndex]!++
        if (told) uses.told[keyIndex]!++
        if (capitals[form] === 0) continue
        uses.capitalised[keyIndex]!++
        if (!told || odds >= 0) continue
        uses.titled[keyIndex]!++
        if (i > range.start && capitals[form] === 1) uses.named[keyIndex]!++
      }
    }
  }
  return uses
}

/** Both parts of a hyphenated word capitalised: *Kal-El*, *Jean-Luc*. */
const DOUBLE_NAME = /^\p{Lu}[\p{L}\p{M}'’]*(?:-\p{Lu}[\p{L}\p{M}'’]*)+$/u

/** Names: words capitalised nearly wherever they stand, which narration uses inside its sentences or keeps coming back to. */
export function namesOf({list}: Pick<Forms, 'list'>, {total, capitalised, named, titled}: Uses, {possessor}: Pick<Host, 'possessor'>): Set<string> {
  const names = new Set<string>()
  for (const {surface, key, keyIndex: at} of list) {
    const often = (capitalised[at] as number) >= 0.9 * (total[at] as number) && ((named[at] as number) > 0 || (titled[at] as number) > 1)
    if (often || (DOUBLE_NAME.test(surface) && capitalised[at] === total[at])) names.add(key)
  }
  for (const {key} of list) if (names.has(possessor(key))) names.add(key)
  return names
}
