import {flatMap, map} from '../util/lists.js'

/**
 * A model of a few lines of one language: how often each word is said, and for words not met yet how words are spelt (letters given the
 * letter before; backed off with Dirichlet priors). Lines can be taken out again, so that each is judged by the others.
 */

/** A word that is counted, by its number, and its letters as numbers, the boundary (0) at both ends. */
export interface SpeltWord {
  readonly word: number
  readonly letters: readonly number[]
}
export type SpeltLine = readonly SpeltWord[]

/** Lines as numbers: how many letters and words there are. */
export interface Alphabet {
  readonly letters: number
  readonly words: number
}

const BOUNDARY = 0

/** Further letters count as one: tables stay small whatever a story is written in. */
const MOST_LETTERS = 96

/** Words of a line, and letters of a word, that count; further ones say no more of its language. */
const MOST_WORDS = 40
const MOST_SYMBOLS = 40

/** Pseudo-counts: letters of the alphabet, the letter alone when the pair is new, the spelling when the word is. */
const LETTER_PRIOR = 20
const PAIR_PRIOR = 8
const WORD_PRIOR = 30

/**
 * Numbers the letters and words of some lines.
 *
 * @returns `spell` spells other words too, as far as their letters are known
 */
export function speller(lines: readonly (readonly string[])[]): {spell: (keys: readonly string[]) => SpeltLine; alphabet: Alphabet} {
  const letters = new Map<string, number>()
  const words = new Map<string, SpeltWord>()
  const lettersOf = (key: string): string[] => Array.from(key.slice(0, MOST_SYMBOLS))
  for (const key of lines.flat()) {
    if (words.has(key)) continue
    const own = lettersOf(key)
    for (const letter of own) if (!letters.has(letter)) letters.set(letter, Math.min(letters.size + 1, MOST_LETTERS - 1))
    words.set(key, {word: words.size, letters: [BOUNDARY, ...map(own, (letter) => letters.get(letter) as number), BOUNDARY]})
  }
  const wordOf = (key: string): SpeltWord =>
    words.get(key) ?? {word: -1, letters: [BOUNDARY, ...flatMap(lettersOf(key), (letter) => letters.get(letter) ?? []), BOUNDARY]}
  return {
    spell: (keys) => map([...new Set(keys)].slice(0, MOST_WORDS), wordOf),
    alphabet: {letters: Math.min(letters.size + 1, MOST_LETTERS), words: words.size},
  }
}

/** What a product of probabilities falls to before its logarithm is taken: hardly a word is less likely, so the product of both is a number. */
const LEAST = 1e-150

export interface LineModel {
  /** How many words it has learnt. */
  readonly size: () => number
  /** Learns a line; with -1, forgets it. */
  readonly learn: (line: SpeltLine, times: 1 | -1) => void
  /** Natural log-probability of a line. */
  readonly probability: (line: SpeltLine) => number
}

export function lineModel({letters: width, words: number}: Alphabet): LineModel {
  // One table: of pairs by their first letter, of letters, of letters that another follows, of words.
  const letters = width * width
  const before = letters + width
  const words = before + width
  const counts = new Float64Array(words + number)
  let said = 0
  let spelt = 0
  const learn = (line: SpeltLine, times: 1 | -1) => {
    said += times * line.length
    for (const {word, letters: symbols} of line) {
      if (word >= 0) counts[words + word]! += times
      spelt += times * (symbols.length - 1)
      for (let i = 1; i < symbols.length; i++) {
        const last = symbols[i - 1] as number
        const next = symbols[i] as number
        counts[letters + next]! += times
        counts[before + last]! += times
        counts[last * width + next]! += times
      }
    }
  }
  const probability = (line: SpeltLine): number => {
    let sum = 0
    let product = 1
    const share = PAIR_PRIOR / (spelt + LETTER_PRIOR)
    const unseen = (share * LETTER_PRIOR) / width
    for (const {word, letters: symbols} of line) {
      // All divisions of a word are one: no word is so long that its factors would leave what a number holds.
      let spelling = 1
      let of = 1
      for (let i = 1; i < symbols.length; i++) {
        const last = symbols[i - 1] as number
        const next = symbols[i] as number
        spelling *= counts[last * width + next]! + share * counts[letters + next]! + unseen
        of *= counts[before + last]! + PAIR_PRIOR
      }
      product *= ((word < 0 ? 0 : counts[words + word]!) + (WORD_PRIOR * spelling) / of) / (said + WORD_PRIOR)
      // Of a whole line there is one logarithm, unless it is so unlikely that no number would hold it.
      if (product > LEAST) continue
      sum += Math.log(product)
      product = 1
    }
    return sum + Math.log(product)
  }
  return {size: () => said, learn, probability}
}
