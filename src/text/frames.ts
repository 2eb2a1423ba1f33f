import type {Passage} from '../types.js'

/** Log-odds of its known words, each counted once, below which a sentence with a word of grammar is surely the host's. */
const SURE = -6

/** Rarer words may be met in such sentences by chance. */
const LEAST = 3
const SHARE = 0.33

/** What holds a story's sentences of the host language together. */
export interface Frames {
  /** By sentence, counted through the story: whether it has a word of the host's grammar. Such a one teaches no other language its words. */
  readonly withGrammar: Uint8Array
  /**
   * By key: whether it keeps standing in sentences that are surely the host's. The words of a foreign language have lines
   * of their own; those of a dialect (*de*, *gwyne*, *wuz*) stand among the host's grammar wherever they are.
   */
  readonly framed: Uint8Array
}

/**
 * Looks through a whole story for sentences that are the host's whatever strange words stand in them.
 *
 * @param isGrammar by printed form
 * @param oddsIfKnown by printed form: log-odds of being foreign, 0 for words that the host does not know
 */
export function framesOf(passages: readonly Passage[], keys: number, {isGrammar, oddsIfKnown}: {isGrammar: Uint8Array; oddsIfKnown: Float64Array}): Frames {
  const sentenceCount = passages.reduce((sum, {sentences}) => sum + sentences.length, 0)
  const withGrammar = new Uint8Array(sentenceCount)
  const total = new Int32Array(keys)
  const inFrames = new Int32Array(keys)
  /** The last sentence that each key was met in, counted from 1. */
  const met = new Int32Array(keys)
  const inside: number[] = []
  let number = 0
  for (const {words, sentences} of passages) {
    for (const {words: range} of sentences) {
      number++
      inside.length = 0
      let grammar = 0
      let odds = 0
      for (let i = range.start; i < range.end; i++) {
        const {form, keyIndex} = words[i] as (typeof words)[number]
        if (met[keyIndex] === number) continue
        met[keyIndex] = number
        inside.push(keyIndex)
        grammar |= isGrammar[form] as number
        odds += oddsIfKnown[form] as number
      }
      withGrammar[number - 1] = grammar
      const framed = grammar && odds < SURE ? 1 : 0
      for (const key of inside) {
        total[key]!++
        inFrames[key]! += framed
      }
    }
  }
  const framed = Uint8Array.from(total, (sum, key) => ((inFrames[key] as number) >= LEAST && (inFrames[key] as number) >= SHARE * sum ? 1 : 0))
  return {withGrammar, framed}
}
