import type {WordSequence} from './word-sequence.js'

/** Sum of a sentence's `oddsIfKnown` below which a sentence with a function word is surely of the host language. */
const SURELY_HOST = -6

/** A key must stand in this many such sentences, and in this share of its sentences, to count as framed. */
const MIN_SENTENCES = 3
const MIN_SHARE = 0.33

/** Words that the host's grammar surrounds. */
export interface GrammarFrames {
  /** By sentence: whether it has a function word of the host. Such a sentence is no training data for a foreign language. */
  readonly hasGrammar: Uint8Array
  /**
   * By key: whether it often stands in sentences that are surely of the host language. Words of a foreign language have sentences of
   * their own; those of a dialect (*de*, *gwyne*, *wuz*) stand among the host's function words everywhere.
   */
  readonly isFramed: Uint8Array
}

/**
 * Finds the words that stand in sentences of the host language, known or not.
 *
 * @param sequence each key once in a sentence
 * @param flags `isGrammar`: by printed form; `oddsIfKnown`: by printed form, log-odds of being foreign, 0 if the host does not know the word
 */
export function findGrammarFrames(
  {tokens, starts, keyOf, keys}: WordSequence,
  {isGrammar, oddsIfKnown}: {isGrammar: Uint8Array; oddsIfKnown: Float64Array},
): GrammarFrames {
  const hasGrammar = new Uint8Array(starts.length - 1)
  const total = new Int32Array(keys)
  const inFrames = new Int32Array(keys)
  for (let sentence = 0; sentence < hasGrammar.length; sentence++) {
    const from = starts[sentence] as number
    const end = starts[sentence + 1] as number
    let grammar = 0
    let odds = 0
    for (let i = from; i < end; i++) {
      grammar |= isGrammar[tokens[i] as number] as number
      odds += oddsIfKnown[tokens[i] as number] as number
    }
    hasGrammar[sentence] = grammar
    const isFrame = grammar && odds < SURELY_HOST ? 1 : 0
    for (let i = from; i < end; i++) {
      const key = keyOf[tokens[i] as number] as number
      total[key]!++
      inFrames[key]! += isFrame
    }
  }
  const isFramed = new Uint8Array(keys)
  for (let key = 0; key < keys; key++) {
    const count = inFrames[key] as number
    if (count >= MIN_SENTENCES && count >= MIN_SHARE * (total[key] as number)) isFramed[key] = 1
  }
  return {hasGrammar, isFramed}
}
