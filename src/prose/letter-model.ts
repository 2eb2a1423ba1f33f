/**
 * Letter models: the probability of a spelling as a sequence of symbols, each given the two before it (trigrams). The alphabet has 63
 * symbols: a–z, apostrophe, other joiners, digits, а–я (with ё as е), any other letter, and the word boundary.
 */

const BOUNDARY = 0
const APOSTROPHE = 27
const JOINER = 28
const DIGIT = 29
const OTHER = 30
const FIRST_CYRILLIC = 31
const SIZE = 63

/** For each UTF-16 code unit, its symbol plus one; 0 if not yet computed. */
const symbolsOfUnits = new Uint8Array(0x10000)

function classifyCharacter(character: string): number {
  const code = character.charCodeAt(0)
  if (code >= 97 && code <= 122) return code - 96
  if (character === "'") return APOSTROPHE
  if (code >= 48 && code <= 57) return DIGIT
  if (code >= 0x430 && code <= 0x44f) return FIRST_CYRILLIC + code - 0x430
  if (code === 0x451) return FIRST_CYRILLIC + 5
  return /\p{L}|\p{M}/u.test(character) ? OTHER : JOINER
}

function getSymbol(unit: number): number {
  if (symbolsOfUnits[unit] === 0) symbolsOfUnits[unit] = classifyCharacter(String.fromCharCode(unit)) + 1
  return (symbolsOfUnits[unit] as number) - 1
}

/** Calls `visit` with every symbol of a key and the two before it; the last symbol is the boundary. */
function visitTrigrams(key: string, visit: (before: number, last: number, next: number) => void): void {
  let before = BOUNDARY
  let last = BOUNDARY
  for (let i = 0; i < key.length; i++) {
    const codePoint = key.codePointAt(i) as number
    const next = codePoint < 0x10000 ? getSymbol(codePoint) : classifyCharacter(String.fromCodePoint(codePoint))
    if (codePoint >= 0x10000) i++
    visit(before, last, next)
    before = last
    last = next
  }
  visit(before, last, BOUNDARY)
}

/** Probability (0..1) of a symbol after two others. */
export type LetterModel = (before: number, last: number, next: number) => number

/** Returns the natural log-probability of a whole spelling under a model. */
export function logProbability(model: LetterModel, key: string): number {
  let sum = 0
  visitTrigrams(key, (before, last, next) => {
    sum += Math.log(model(before, last, next))
  })
  return sum
}

const VOWELS = new Set([1, 5, 9, 15, 21, 25, ...Array.from('аеиоуыэюя', (letter) => FIRST_CYRILLIC + letter.charCodeAt(0) - 0x430)])
/** Returns the class of a symbol: 0 boundary, 1 vowel or other letter, 2 consonant, 3 joiner, 4 digit. */
const getSymbolClass = (symbol: number): number =>
  symbol === BOUNDARY ? 0 : VOWELS.has(symbol) || symbol === OTHER ? 1 : symbol === APOSTROPHE || symbol === JOINER ? 3 : symbol === DIGIT ? 4 : 2

/**
 * Transition probabilities between symbol classes (rows: last; columns: end, vowel, consonant, joiner, digit) for an unknown language in
 * Latin letters: the mean over the 17 languages of the development data.
 */
const CLASS_TRANSITIONS: readonly (readonly number[])[] = [
  [0, 0.27, 0.72, 0.005, 0.005],
  [0.28, 0.11, 0.58, 0.025, 0.005],
  [0.15, 0.64, 0.19, 0.015, 0.005],
  [0.29, 0.3, 0.38, 0.01, 0.02],
  [0.36, 0.01, 0.02, 0.01, 0.6],
]
const CLASS_SIZES = [1, 7, 20, 2, 1]
/** Of Cyrillic letters: a word has letters of one script. */
const CYRILLIC_CLASS_SIZES = [1, 9, 23, 2, 1]

/** The same by symbol, precomputed because it is read for every letter of every unknown word. */
const TRANSITIONS = Float64Array.from({length: SIZE * SIZE}, (_, pair) => {
  const next = getSymbolClass(pair % SIZE)
  const sizes = pair % SIZE >= FIRST_CYRILLIC ? CYRILLIC_CLASS_SIZES : CLASS_SIZES
  return ((CLASS_TRANSITIONS[getSymbolClass(Math.floor(pair / SIZE))] as readonly number[])[next] as number) / (sizes[next] as number) + 1e-6
})

/** The model of a language before any of its words are known. */
export const genericLetterModel: LetterModel = (_, last, next) => TRANSITIONS[last * SIZE + next] as number

/** What followed a context: the weight of each symbol, their sum, and the number of distinct symbols. */
interface SuccessorCounts {
  readonly weights: number[]
  sum: number
  distinct: number
}

/** Training counts: the successors of each symbol and of each pair; absent for contexts that did not occur. */
export interface LetterCounts {
  readonly pairs: (SuccessorCounts | undefined)[]
  readonly triples: (SuccessorCounts | undefined)[]
}

export const createLetterCounts = (): LetterCounts => ({pairs: new Array(SIZE), triples: new Array(SIZE * SIZE)})

function addSuccessor(contexts: (SuccessorCounts | undefined)[], context: number, next: number, weight: number): void {
  let counts = contexts[context]
  if (!counts) contexts[context] = counts = {weights: new Array<number>(SIZE).fill(0), sum: 0, distinct: 0}
  if (counts.weights[next] === 0) counts.distinct++
  counts.weights[next]! += weight
  counts.sum += weight
}

function addTrigram({pairs, triples}: LetterCounts, before: number, last: number, next: number, weight: number): void {
  addSuccessor(pairs, last, next, weight)
  addSuccessor(triples, before * SIZE + last, next, weight)
}

/** Adds the word at a range of UTF-16 code units to the counts, with weight 1. */
export function countUnits(counts: LetterCounts, units: Uint16Array, start: number, end: number): void {
  let before = BOUNDARY
  let last = BOUNDARY
  for (let i = start; i < end; i++) {
    const next = getSymbol(units[i] as number)
    addTrigram(counts, before, last, next, 1)
    before = last
    last = next
  }
  addTrigram(counts, before, last, BOUNDARY, 1)
}

const interpolate = (counts: SuccessorCounts | undefined, next: number, shorter: number): number =>
  counts ? ((counts.weights[next] as number) + counts.distinct * shorter) / (counts.sum + counts.distinct) : shorter

/**
 * Creates a model from counts, which backs off from two symbols of context to one, to none, to `prior` (Witten and Bell 1991: the weight
 * of the shorter context is the share of distinct successors seen).
 */
export const createLetterModel =
  ({pairs, triples}: LetterCounts, prior: LetterModel): LetterModel =>
  (before, last, next) =>
    interpolate(triples[before * SIZE + last], next, interpolate(pairs[last], next, prior(before, last, next)))

/** Trains a model on weighted spellings. */
export function trainLetterModel(spellings: Iterable<readonly [key: string, weight: number]>, prior: LetterModel): LetterModel {
  const counts = createLetterCounts()
  for (const [key, weight] of spellings) visitTrigrams(key, (before, last, next) => addTrigram(counts, before, last, next, weight))
  return createLetterModel(counts, prior)
}
