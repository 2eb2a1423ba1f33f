import {flatMap, map} from '../util/lists.js'

/**
 * A model of a few utterances of one language: the frequency of each word and, for unknown words, a spelling model (letter bigrams with Dirichlet
 * back-off). Utterances can be removed again, so that each is scored by the others.
 */

/** A word as its number and its letters as numbers, with the boundary (0) at both ends. */
export interface EncodedWord {
  readonly word: number
  readonly letters: readonly number[]
}
export type EncodedUtterance = readonly EncodedWord[]

/** Number of distinct letters and words. */
export interface VocabularySize {
  readonly letters: number
  readonly words: number
}

const BOUNDARY = 0

/** Further letters share one number, which bounds the size of the tables. */
const MAX_LETTERS = 96

/** Maximum number of words per utterance and of letters per word that count. */
const MAX_WORDS = 40
const MAX_SYMBOLS = 40

/** Pseudo-counts of the letter alphabet, of single letters for unknown pairs, and of spellings for unknown words. */
const LETTER_PRIOR = 20
const PAIR_PRIOR = 8
const WORD_PRIOR = 30

/**
 * Creates an encoder of words and letters as numbers.
 *
 * @returns `encode` also encodes other words, as far as their letters are known
 */
export function createEncoder(utterances: readonly (readonly string[])[]): {encode: (keys: readonly string[]) => EncodedUtterance; sizes: VocabularySize} {
  const letters = new Map<string, number>()
  const words = new Map<string, EncodedWord>()
  const lettersOf = (key: string): string[] => Array.from(key.slice(0, MAX_SYMBOLS))
  for (const key of utterances.flat()) {
    if (words.has(key)) continue
    const own = lettersOf(key)
    for (const letter of own) if (!letters.has(letter)) letters.set(letter, Math.min(letters.size + 1, MAX_LETTERS - 1))
    words.set(key, {word: words.size, letters: [BOUNDARY, ...map(own, (letter) => letters.get(letter) as number), BOUNDARY]})
  }
  const wordOf = (key: string): EncodedWord =>
    words.get(key) ?? {word: -1, letters: [BOUNDARY, ...flatMap(lettersOf(key), (letter) => letters.get(letter) ?? []), BOUNDARY]}
  return {
    encode: (keys) => map([...new Set(keys)].slice(0, MAX_WORDS), wordOf),
    sizes: {letters: Math.min(letters.size + 1, MAX_LETTERS), words: words.size},
  }
}

/** The logarithm of a product of probabilities is taken once it falls below this value. A word is hardly less likely, so the product cannot underflow. */
const MIN_PRODUCT = 1e-150

export interface UtteranceModel {
  /** Number of words in the model. */
  readonly size: () => number
  /** Adds an utterance; with -1, removes it. */
  readonly add: (utterance: EncodedUtterance, times: 1 | -1) => void
  /** Natural log-probability of an utterance. */
  readonly probability: (utterance: EncodedUtterance) => number
}

export function createUtteranceModel({letters: width, words: wordCount}: VocabularySize): UtteranceModel {
  // One table: pairs by first letter, letters, letters followed by another, words.
  const letters = width * width
  const before = letters + width
  const words = before + width
  const counts = new Float64Array(words + wordCount)
  let wordTotal = 0
  let letterTotal = 0
  const add = (utterance: EncodedUtterance, times: 1 | -1) => {
    wordTotal += times * utterance.length
    for (const {word, letters: letterIds} of utterance) {
      if (word >= 0) counts[words + word]! += times
      letterTotal += times * (letterIds.length - 1)
      for (let i = 1; i < letterIds.length; i++) {
        const last = letterIds[i - 1] as number
        const next = letterIds[i] as number
        counts[letters + next]! += times
        counts[before + last]! += times
        counts[last * width + next]! += times
      }
    }
  }
  const probability = (utterance: EncodedUtterance): number => {
    let sum = 0
    let product = 1
    const share = PAIR_PRIOR / (letterTotal + LETTER_PRIOR)
    const unseen = (share * LETTER_PRIOR) / width
    for (const {word, letters: letterIds} of utterance) {
      // One division per word; the factors of a word are too few to overflow.
      let spelling = 1
      let divisor = 1
      for (let i = 1; i < letterIds.length; i++) {
        const last = letterIds[i - 1] as number
        const next = letterIds[i] as number
        spelling *= counts[last * width + next]! + share * counts[letters + next]! + unseen
        divisor *= counts[before + last]! + PAIR_PRIOR
      }
      product *= ((word < 0 ? 0 : counts[words + word]!) + (WORD_PRIOR * spelling) / divisor) / (wordTotal + WORD_PRIOR)
      // One logarithm per utterance, unless the product becomes too small.
      if (product > MIN_PRODUCT) continue
      sum += Math.log(product)
      product = 1
    }
    return sum + Math.log(product)
  }
  return {size: () => wordTotal, add, probability}
}
