import type {Passage, Sentence, Word} from '../types.js'

/** Log-odds of its known words, each counted once, below which a sentence with a word of grammar is surely the host's. */
const SURE = -6

/** Rarer words may be met in such sentences by chance. */
const LEAST = 3
const SHARE = 0.33

/** What holds a story's sentences of the host language together. */
export interface Frames {
  /** Sentences with at least one word of the host's grammar: they teach no other language its words. */
  readonly withGrammar: ReadonlySet<Sentence>
  /**
   * Keys of words that keep standing in sentences that are surely the host's. The words of a foreign language have lines
   * of their own; those of a dialect (*de*, *gwyne*, *wuz*) stand among the host's grammar wherever they are.
   */
  readonly words: ReadonlySet<string>
}

/** Looks through a whole story for sentences that are the host's whatever strange words stand in them. */
export function framesOf(
  passages: readonly Passage[],
  {isGrammar, oddsIfKnown}: {isGrammar: (word: Word) => boolean; oddsIfKnown: (word: Word) => number},
): Frames {
  const withGrammar = new Set<Sentence>()
  const uses = new Map<string, {total: number; framed: number}>()
  for (const {words, sentences} of passages) {
    for (const sentence of sentences) {
      const inside = new Map(words.slice(sentence.words.start, sentence.words.end).map((word) => [word.key, word]))
      let grammar = false
      let odds = 0
      for (const word of inside.values()) {
        if (isGrammar(word)) grammar = true
        odds += oddsIfKnown(word)
      }
      if (grammar) withGrammar.add(sentence)
      const framed = grammar && odds < SURE ? 1 : 0
      for (const key of inside.keys()) {
        const use = uses.get(key)
        if (!use) uses.set(key, {total: 1, framed})
        else {
          use.total++
          use.framed += framed
        }
      }
    }
  }
  return {
    withGrammar,
    words: new Set([...uses].filter(([, {total, framed}]) => framed >= LEAST && framed >= SHARE * total).map(([key]) => key)),
  }
}
