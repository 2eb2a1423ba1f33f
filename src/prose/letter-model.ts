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

/** By UTF-16 code unit its symbol, plus one; 0 where nobody has asked yet. */
const symbols = new Uint8Array(0x10000)

function symbolNamed(character: string): number {
  const code = character.charCodeAt(0)
  if (code >= 97 && code <= 122) return code - 96
  if (character === "'") return APOSTROPHE
  if (code >= 48 && code <= 57) return DIGIT
  return /\p{L}|\p{M}/u.test(character) ? OTHER : JOINER
}

function symbolOf(unit: number): number {
  if (symbols[unit] === 0) symbols[unit] = symbolNamed(String.fromCharCode(unit)) + 1
  return (symbols[unit] as number) - 1
}

/** Calls `each` with every symbol of a key and the two before it; the last is the boundary. */
function walk(key: string, each: (before: number, last: number, next: number) => void): void {
  let before = BOUNDARY
  let last = BOUNDARY
  for (let i = 0; i < key.length; i++) {
    const point = key.codePointAt(i) as number
    const next = point < 0x10000 ? symbolOf(point) : symbolNamed(String.fromCodePoint(point))
    if (point >= 0x10000) i++
    each(before, last, next)
    before = last
    last = next
  }
  each(before, last, BOUNDARY)
}

/** Probability of a symbol after two others. */
export type LetterModel = (before: number, last: number, next: number) => number

/** Natural log-probability of a whole spelling under a model. */
export function logProbability(model: LetterModel, key: string): number {
  let sum = 0
  walk(key, (before, last, next) => {
    sum += Math.log(model(before, last, next))
  })
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

/** The same by symbol, since every letter of every strange word is asked: rows and columns as above. */
const ANY = Float64Array.from({length: SIZE * SIZE}, (_, pair) => {
  const next = kind(pair % SIZE)
  return ((FOLLOW[kind(Math.floor(pair / SIZE))] as readonly number[])[next] as number) / (MEMBERS[next] as number) + 1e-6
})

/** The model of a language of which nothing is known yet. */
export const anyLanguage: LetterModel = (_, last, next) => ANY[last * SIZE + next] as number

/** What followed a context: how often each symbol did, all together, and how many different ones. */
interface Successors {
  readonly of: number[]
  sum: number
  kinds: number
}

/** What letter models learn: what follows each symbol, and each two; nothing of those that were never met. */
export interface LetterCounts {
  readonly pairs: (Successors | undefined)[]
  readonly triples: (Successors | undefined)[]
}

export const letterCounts = (): LetterCounts => ({pairs: new Array(SIZE), triples: new Array(SIZE * SIZE)})

function add(contexts: (Successors | undefined)[], context: number, next: number, weight: number): void {
  let found = contexts[context]
  if (!found) contexts[context] = found = {of: new Array<number>(SIZE).fill(0), sum: 0, kinds: 0}
  if (found.of[next] === 0) found.kinds++
  found.of[next]! += weight
  found.sum += weight
}

function count({pairs, triples}: LetterCounts, before: number, last: number, next: number, weight: number): void {
  add(pairs, last, next, weight)
  add(triples, before * SIZE + last, next, weight)
}

/** Learns a word that stands in a list, by its code units. */
export function learnUnits(counts: LetterCounts, units: Uint16Array, start: number, end: number): void {
  let before = BOUNDARY
  let last = BOUNDARY
  for (let i = start; i < end; i++) {
    const next = symbolOf(units[i] as number)
    count(counts, before, last, next, 1)
    before = last
    last = next
  }
  count(counts, before, last, BOUNDARY, 1)
}

const mix = (found: Successors | undefined, next: number, shorter: number): number =>
  found ? ((found.of[next] as number) + found.kinds * shorter) / (found.sum + found.kinds) : shorter

/**
 * The model of what was counted, backing off from two symbols of context to one, to none, to `prior`
 * (Witten and Bell 1991: the weight of the shorter context is the share of distinct successors seen).
 */
export const letterModel =
  ({pairs, triples}: LetterCounts, prior: LetterModel): LetterModel =>
  (before, last, next) =>
    mix(triples[before * SIZE + last], next, mix(pairs[last], next, prior(before, last, next)))

/** A model learnt from weighted spellings. */
export function learnLetters(spellings: Iterable<readonly [key: string, weight: number]>, prior: LetterModel): LetterModel {
  const counts = letterCounts()
  for (const [key, weight] of spellings) walk(key, (before, last, next) => count(counts, before, last, next, weight))
  return letterModel(counts, prior)
}
