import type {Host, Passage, Word} from '../types.js'
import {isCapitalised, isShouted} from './words.js'

/** How a story uses a word. */
export interface Uses {
  total: number
  capitalised: number
  /** In narration. */
  told: number
  /** In narration that is most likely of the host language, capitalised; and not only because it begins a sentence or is shouted. */
  titled: number
  named: number
}

/** How a story uses each word, by key. */
export function countUses(passages: readonly Passage[], plainOdds: (word: Word) => number): Map<string, Uses> {
  const uses = new Map<string, Uses>()
  for (const {words, sentences} of passages) {
    for (const sentence of sentences) {
      const inside = words.slice(sentence.words.start, sentence.words.end)
      const hostly = inside.reduce((sum, word) => sum + plainOdds(word), 0) < 0
      inside.forEach((word, index) => {
        let use = uses.get(word.key)
        if (!use) uses.set(word.key, (use = {total: 0, capitalised: 0, told: 0, titled: 0, named: 0}))
        use.total++
        if (sentence.zone === 'narration') use.told++
        if (!isCapitalised(word.surface)) return
        use.capitalised++
        if (sentence.zone !== 'narration' || !hostly) return
        use.titled++
        if (index > 0 && !isShouted(word.surface)) use.named++
      })
    }
  }
  return uses
}

/** Both parts of a hyphenated word capitalised: *Kal-El*, *Jean-Luc*. */
const DOUBLE_NAME = /^\p{Lu}[\p{L}\p{M}'’]*(?:-\p{Lu}[\p{L}\p{M}'’]*)+$/u

/** Names: words capitalised nearly wherever they stand, which narration uses inside its sentences or keeps coming back to. */
export function namesOf(passages: readonly Passage[], uses: ReadonlyMap<string, Uses>, {possessor}: Pick<Host, 'possessor'>): Set<string> {
  const names = new Set<string>()
  for (const [key, {total, capitalised, named, titled}] of uses) {
    if (capitalised >= 0.9 * total && (named > 0 || titled > 1)) names.add(key)
  }
  for (const {words} of passages) {
    for (const {surface, key} of words) if (DOUBLE_NAME.test(surface) && (uses.get(key)?.capitalised ?? 0) === uses.get(key)?.total) names.add(key)
  }
  for (const key of uses.keys()) if (names.has(possessor(key))) names.add(key)
  return names
}
