import {byForm} from '../text/forms.js'
import {anyLanguage, logProbability} from '../text/letters.js'
import {isCapitalised} from '../text/words.js'
import type {ClueMaker, Evidence} from '../types.js'

/** Each doubling of the uses says as much again: six uses of a word that is spelt as any language may spell it make a loan. */
const DOUBLING = 2.5
const LIMIT = 10

/** What the host's way of spelling says against it, for each letter. */
const PER_LETTER = 3
const SPELLING_LIMIT = 3

interface Uses {
  told: number
  spoken: number
  /** In small letters. */
  low: number
  /** Before a capital letter or a number: *von*, *del*, *lat*. */
  before: number
}

function countUses({passages, host}: Evidence, family: (key: string) => string): Map<string, Uses> {
  const uses = new Map<string, Uses>()
  const isUnknown = byForm(({surface}) => host.familiarity(surface).tier === undefined)
  for (const {words, sentences} of passages) {
    for (const {zone, words: range} of sentences) {
      for (let i = range.start; i < range.end; i++) {
        const word = words[i]
        if (!word || !isUnknown(word)) continue
        const key = family(word.key)
        let use = uses.get(key)
        if (!use) uses.set(key, (use = {told: 0, spoken: 0, low: 0, before: 0}))
        if (zone === 'speech') use.spoken++
        else use.told++
        if (!isCapitalised(word.surface)) use.low++
        const next = i + 1 < range.end ? words[i + 1] : undefined
        if (next && /^[\p{Lu}\p{N}]/u.test(next.surface)) use.before++
      }
    }
  }
  return uses
}

/** A word that narration keeps using as the story's own, in small letters, though the host language does not know it. */
export const custom: ClueMaker = {
  name: 'custom',
  of: ['word'],
  prepare: (evidence) => {
    const {passages, host} = evidence
    const family = (key: string): string => host.stem(host.possessor(key))
    const uses = countUses(evidence, family)
    return ({passage, words: {start}}) => {
      const word = passages[passage]?.words[start]
      const use = word && uses.get(family(word.key))
      if (!word || !use || use.told < use.spoken) return 0
      const sum = use.told + use.spoken
      if (2 * use.low < sum || 2 * use.before > sum) return 0
      const gap = (logProbability(anyLanguage, word.key) - host.spelling(word.key)) / (word.key.length + 1)
      return Math.max(0, Math.min(LIMIT, DOUBLING * Math.log2(sum)) + Math.max(-SPELLING_LIMIT, Math.min(0, PER_LETTER * gap)))
    }
  },
}
