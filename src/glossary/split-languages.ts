/**
 * Decides whether utterances are of one language or of two, from their letters and shared words. They are split into two parts such that each
 * utterance is best predicted by the others of its part (classification EM, starting from the first principal axis of the letter frequencies). The
 * split is accepted only if it predicts each utterance far better than a single model does, and better than splits of utterances shuffled from the
 * same words. With these thresholds none of 2380 samples from 17 languages is split (tests/scripts/measure-languages.ts); the comparison with
 * shuffled utterances is a permutation test (Fisher 1935).
 */

import uniqBy from 'lodash-es/uniqBy.js'
import {map} from '../util/lists.js'
import {createRandom} from '../util/random-numbers.js'
import {letterAxis} from './letter-axis.js'
import {createEncoder, createUtteranceModel, type EncodedUtterance, type UtteranceModel, type VocabularySize} from './utterance-model.js'

/** A single word is as often an interjection or a name. */
const MIN_UTTERANCE_WORDS = 2

/** Minimum size of each part. */
const MIN_UTTERANCES = 4
const MIN_WORDS = 12

/** Gain in natural log-probability per letter, in total and beyond that of shuffled utterances; the required gain is higher for few utterances. */
const MIN_GAIN = 0.1
const GAIN_FOR_FEW = 0.5
const MIN_BEYOND_CHANCE = 0.055
const BEYOND_CHANCE_FOR_FEW = 0.5

/** Maximum share of the repeated words that occur in the wrong part. */
const MAX_SHARED = 0.1

const SHUFFLES = 4
const MAX_ROUNDS = 15

/** Maximum number of utterances to train on; the others are only assigned. */
const MAX_UTTERANCES = 200

/** Where the axis is cut: in the middle, and for one language that is rarer. */
const CUTS = [undefined, 0.2, 0.8] as const

export interface LanguageSplit {
  /** The language of each utterance: 0, that of the first, or 1. */
  readonly languages: Uint8Array
  /** Returns the log-odds that a word is of language 1. */
  readonly odds: (key: string) => number
}

type ModelPair = readonly [UtteranceModel, UtteranceModel]

function trainPair(utterances: readonly EncodedUtterance[], parts: Uint8Array, sizes: VocabularySize): ModelPair {
  const models: ModelPair = [createUtteranceModel(sizes), createUtteranceModel(sizes)]
  for (const [index, utterance] of utterances.entries()) (models[parts[index] as 0 | 1] as UtteranceModel).add(utterance, 1)
  return models
}

/** Log-odds that an utterance is of the second language. */
const utteranceOdds = ([first, second]: ModelPair, utterance: EncodedUtterance): number =>
  second.probability(utterance) - first.probability(utterance) + Math.log((second.size() + 1) / (first.size() + 1))

/** Moves every utterance to the part that predicts it best, until none moves. */
function refine(utterances: readonly EncodedUtterance[], guess: Uint8Array, sizes: VocabularySize): Uint8Array {
  const parts = Uint8Array.from(guess)
  const models = trainPair(utterances, parts, sizes)
  for (let round = 0, moved = true; moved && round < MAX_ROUNDS; round++) {
    moved = false
    for (const [index, utterance] of utterances.entries()) {
      const own = parts[index] as 0 | 1
      models[own].add(utterance, -1)
      const best = utteranceOdds(models, utterance) > 0 ? 1 : 0
      models[best].add(utterance, 1)
      parts[index] = best
      if (best !== own) moved = true
    }
  }
  return parts
}

/** Returns how much better utterances are predicted by their own part than by all, in natural log-probability per letter. */
function measureGain(utterances: readonly EncodedUtterance[], parts: Uint8Array, sizes: VocabularySize): number {
  const models = trainPair(utterances, parts, sizes)
  const all = createUtteranceModel(sizes)
  for (const utterance of utterances) all.add(utterance, 1)
  let gain = 0
  let letters = 0
  for (const [index, utterance] of utterances.entries()) {
    const own = models[parts[index] as 0 | 1]
    for (const model of [own, all]) model.add(utterance, -1)
    gain += own.probability(utterance) - all.probability(utterance)
    for (const model of [own, all]) model.add(utterance, 1)
    letters += utterance.reduce((sum, word) => sum + word.letters.length - 1, 0)
  }
  return gain / Math.max(1, letters)
}

interface Split {
  readonly parts: Uint8Array
  readonly gain: number
}

/** Returns splits that no single move improves. */
function proposeSplits(utterances: readonly EncodedUtterance[], sizes: VocabularySize): Uint8Array[] {
  const scores = letterAxis(utterances, sizes)
  const order = [...scores.keys()].sort((a, b) => (scores[a] as number) - (scores[b] as number))
  const splits = map(CUTS, (share) => {
    const guess = Uint8Array.from(scores, (place) => (place > 0 ? 1 : 0))
    if (share !== undefined) for (const [rank, index] of order.entries()) guess[index] = rank < share * order.length ? 0 : 1
    return refine(utterances, guess, sizes)
  })
  // Different starting points often lead to the same split.
  return uniqBy(splits, (parts) => parts.join(''))
}

function bestSplit(utterances: readonly EncodedUtterance[], splits: readonly Uint8Array[], sizes: VocabularySize): Split {
  const measured = map(splits, (parts): Split => ({parts, gain: measureGain(utterances, parts, sizes)}))
  return measured.reduce((best, next) => (next.gain > best.gain ? next : best))
}

/** Returns the mean gain for utterances of the same lengths that are shuffled from the same words, as if of one language. */
function gainByChance(utterances: readonly EncodedUtterance[], sizes: VocabularySize): number {
  const random = createRandom(utterances.length)
  const words = utterances.flat()
  let sum = 0
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    for (let i = words.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[words[i], words[j]] = [words[j] as (typeof words)[number], words[i] as (typeof words)[number]]
    }
    let from = 0
    const shuffled = map(utterances, (utterance) => words.slice(from, (from += utterance.length)))
    sum += bestSplit(shuffled, proposeSplits(shuffled, sizes), sizes).gain
  }
  return sum / SHUFFLES
}

/** Whether each part is large enough to be a language and shares almost no words with the other. */
function isValidSplit(utterances: readonly EncodedUtterance[], parts: Uint8Array, {words: wordCount}: VocabularySize): boolean {
  const count = [0, 0]
  const words = [0, 0]
  const wordCounts = [new Int32Array(wordCount), new Int32Array(wordCount)] as const
  for (const [index, utterance] of utterances.entries()) {
    const own = parts[index] as 0 | 1
    count[own]!++
    words[own]! += utterance.length
    for (const {word} of utterance) wordCounts[own][word]!++
  }
  if (Math.min(...count) < MIN_UTTERANCES || Math.min(...words) < MIN_WORDS) return false
  let repeated = 0
  let misplaced = 0
  for (let word = 0; word < wordCount; word++) {
    const [a, b] = [wordCounts[0][word] as number, wordCounts[1][word] as number]
    if (a + b < 2) continue
    repeated += a + b
    misplaced += Math.min(a, b)
  }
  return misplaced <= MAX_SHARED * repeated
}

/** Returns at most `most` evenly spaced items of a list. */
const sampleEvenly = <T>(list: readonly T[], most: number): readonly T[] =>
  list.length <= most ? list : Array.from({length: most}, (_, index) => list[Math.floor((index * list.length) / most)] as T)

/**
 * Splits utterances into two languages; `undefined` if there is no evidence for two.
 *
 * @param utterances the keys of each utterance's words
 */
export function splitLanguages(utterances: readonly (readonly string[])[]): LanguageSplit | undefined {
  // A repeated utterance adds no evidence.
  const distinct = [...new Map(map(utterances, (utterance) => [utterance.join(' '), utterance])).values()].filter(({length}) => length >= MIN_UTTERANCE_WORDS)
  if (distinct.length < 2 * MIN_UTTERANCES) return undefined
  const {encode, sizes} = createEncoder(utterances)
  const sample = map(sampleEvenly(distinct, MAX_UTTERANCES), encode)
  const splits = proposeSplits(sample, sizes)
  // A cheap test first: the words of one language are rarely separable.
  if (!splits.some((parts) => isValidSplit(sample, parts, sizes))) return undefined
  const {parts, gain} = bestSplit(sample, splits, sizes)
  if (gain <= MIN_GAIN + GAIN_FOR_FEW / sample.length || !isValidSplit(sample, parts, sizes)) return undefined
  if (gain - gainByChance(sample, sizes) <= MIN_BEYOND_CHANCE + BEYOND_CHANCE_FOR_FEW / sample.length) return undefined
  const models = trainPair(sample, parts, sizes)
  const assigned = Uint8Array.from(utterances, (utterance) => (utteranceOdds(models, encode(utterance)) > 0 ? 1 : 0))
  // The first utterance is of language 0.
  const isSwapped = assigned[0] === 1
  return {
    languages: isSwapped ? assigned.map((part) => 1 - part) : assigned,
    odds: (key) => (isSwapped ? -1 : 1) * utteranceOdds(models, encode([key])),
  }
}
