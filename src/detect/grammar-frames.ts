import type {Flow} from './word-sequence.js'

/** Log-odds of its known words, each counted once, below which a sentence with a word of grammar is surely the host's. */
const SURE = -6

/** Rarer words may be met in such sentences by chance. */
const LEAST = 3
const SHARE = 0.33

/** What holds a story's sentences of the host language together. */
export interface Frames {
  /** By sentence: whether it has a word of the host's grammar. Such a one teaches no other language its words. */
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
 * @param said each key once a sentence
 * @param isGrammar by printed form
 * @param oddsIfKnown by printed form: log-odds of being foreign, 0 for words that the host does not know
 */
export function framesOf({tokens, starts, keyOf, keys}: Flow, {isGrammar, oddsIfKnown}: {isGrammar: Uint8Array; oddsIfKnown: Float64Array}): Frames {
  const withGrammar = new Uint8Array(starts.length - 1)
  const total = new Int32Array(keys)
  const inFrames = new Int32Array(keys)
  for (let sentence = 0; sentence < withGrammar.length; sentence++) {
    const from = starts[sentence] as number
    const end = starts[sentence + 1] as number
    let grammar = 0
    let odds = 0
    for (let i = from; i < end; i++) {
      grammar |= isGrammar[tokens[i] as number] as number
      odds += oddsIfKnown[tokens[i] as number] as number
    }
    withGrammar[sentence] = grammar
    const framed = grammar && odds < SURE ? 1 : 0
    for (let i = from; i < end; i++) {
      const key = keyOf[tokens[i] as number] as number
      total[key]!++
      inFrames[key]! += framed
    }
  }
  const framed = new Uint8Array(keys)
  for (let key = 0; key < keys; key++) {
    const times = inFrames[key] as number
    if (times >= LEAST && times >= SHARE * (total[key] as number)) framed[key] = 1
  }
  return {withGrammar, framed}
}
