/**
 * Letter models: how probable a spelling is, as a sequence of symbols of an alphabet of 31 (a–z, joiner apostrophe,
 * other joiners, digits, any other letter, and the boundary of a word), each given the two before it.
 */

const BOUNDARY = 0
const APOSTROPHE = 27
const JOINER = 28
const DIGIT = 29
const OTHER = 30
const SIZE = 31

/** The symbols of a key, boundaries at both ends included. */
function symbolsOf(key: string): number[] {
  const symbols = [BOUNDARY]
  for (const character of key) {
    const code = character.charCodeAt(0)
    if (code >= 97 && code <= 122) symbols.push(code - 96)
    else if (character === "'") symbols.push(APOSTROPHE)
    else if (code >= 48 && code <= 57) symbols.push(DIGIT)
    else symbols.push(/\p{L}|\p{M}/u.test(character) ? OTHER : JOINER)
  }
  symbols.push(BOUNDARY)
  return symbols
}

/** Probability of a symbol after two others. */
export type LetterModel = (before: number, last: number, next: number) => number

/** Natural log-probability of a whole spelling under a model. */
export function logProbability(model: LetterModel, key: string): number {
  const symbols = symbolsOf(key)
  let sum = 0
  for (let i = 1; i < symbols.length; i++) {
    sum += Math.log(model(symbols[i - 2] ?? BOUNDARY, symbols[i - 1] as number, symbols[i] as number))
  }
  return sum
}

const VOWELS = new Set([1, 5, 9, 15, 21, 25])
const kind = (symbol: number): number =>
  symbol === BOUNDARY ? 0 : VOWELS.has(symbol) || symbol === OTHER ? 1 : symbol === APOSTROPHE || symbol === JOINER ? 3 : symbol === DIGIT ? 4 : 2

/**
 * How the kinds of symbol follow each other (rows: last; columns: end, vowel, consonant, joiner, digit) when nothing is known
 * of a language but that it is written in Latin letters: the mean over the 17 languages of the development data.
 */
const FOLLOW: readonly (readonly number[])[] = [
  [0, 0.27, 0.72, 0.005, 0.005],
  [0.28, 0.11, 0.58, 0.025, 0.005],
  [0.15, 0.64, 0.19, 0.015, 0.005],
  [0.29, 0.3, 0.38, 0.01, 0.02],
  [0.36, 0.01, 0.02, 0.01, 0.6],
]
const MEMBERS = [1, 7, 20, 2, 1]

/** The model of a language of which nothing is known yet. */
export const anyLanguage: LetterModel = (_, last, next) =>
  ((FOLLOW[kind(last)] as readonly number[])[kind(next)] as number) / (MEMBERS[kind(next)] as number) + 1e-6

/** What followed which context, and for each context the sum and the number of different symbols. */
interface Counts {
  readonly of: Float64Array
  readonly sums: Float64Array
  readonly kinds: Float64Array
}

const counts = (contexts: number): Counts => ({
  of: new Float64Array(contexts * SIZE),
  sums: new Float64Array(contexts),
  kinds: new Float64Array(contexts),
})

function add({of, sums, kinds}: Counts, context: number, next: number, weight: number): void {
  const at = context * SIZE + next
  if (of[at] === 0) kinds[context]!++
  of[at]! += weight
  sums[context]! += weight
}

/**
 * A model learnt from weighted spellings, backing off from two symbols of context to one, to none, to `prior`
 * (Witten and Bell 1991: the weight of the shorter context is the share of distinct successors seen).
 */
export function learnLetters(spellings: Iterable<readonly [key: string, weight: number]>, prior: LetterModel): LetterModel {
  const pairs = counts(SIZE)
  const triples = counts(SIZE * SIZE)
  for (const [key, weight] of spellings) {
    const symbols = symbolsOf(key)
    for (let i = 1; i < symbols.length; i++) {
      const last = symbols[i - 1] as number
      const next = symbols[i] as number
      add(pairs, last, next, weight)
      add(triples, (symbols[i - 2] ?? BOUNDARY) * SIZE + last, next, weight)
    }
  }
  const mix = (count: number, sum: number, kinds: number, shorter: number) => (sum === 0 ? shorter : (count + kinds * shorter) / (sum + kinds))
  return (before, last, next) => {
    const pair = last * SIZE + next
    const context = before * SIZE + last
    const short = mix(pairs.of[pair] as number, pairs.sums[last] as number, pairs.kinds[last] as number, prior(before, last, next))
    return mix(triples.of[context * SIZE + next] as number, triples.sums[context] as number, triples.kinds[context] as number, short)
  }
}
