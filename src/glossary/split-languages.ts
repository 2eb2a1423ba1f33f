/**
 * Whether lines are of one language or of two, from their letters and from the words that they share. The lines are split in two so
 * that each is best told by the others of its part (classification EM, from the first axis of their letters' frequencies); the split
 * counts only if it tells each line far better than all the others together do, and better than lines shuffled from the same
 * words could be split. The thresholds are such that none of 2380 samples from 17 languages falls apart
 * (tests/measure-languages.ts); the test against shuffled lines is a permutation test (Fisher 1935).
 */

import uniqBy from 'lodash-es/uniqBy.js'
import {map} from '../util/lists.js'
import {type Alphabet, type LineModel, lineModel, type SpeltLine, speller} from './line-model.js'

/** A word alone is a call or a name as often as a line. */
const SHORTEST = 2

/** Each part must have so many lines and words to be a language. */
const LEAST_LINES = 4
const LEAST_WORDS = 12

/** Natural log-probability gained for each letter: at all, and beyond what shuffled lines gain; more is asked of few lines. */
const GAIN = 0.1
const GAIN_OF_FEW = 0.5
const BEYOND_CHANCE = 0.055
const BEYOND_CHANCE_OF_FEW = 0.5

/** Of the words said in several lines, what may be said in the other part's. */
const SHARED = 0.1

const SHUFFLES = 4
const ROUNDS = 15

/** Lines that are learnt from; all others are told by them. */
const MOST_LINES = 200

/** Where the axis is cut: in the middle, and where one language is rarer. */
const CUTS = [undefined, 0.2, 0.8] as const

export interface LanguageSplit {
  /** For each line 0, the language of the first of them, or 1. */
  readonly of: Uint8Array
  /** Log-odds that a word is of language 1. */
  readonly odds: (key: string) => number
}

/** Pseudo-random numbers, 0..1, the same in every run (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * How often letters and pairs of letters stand in lines: square roots of shares, so that differences are of distributions. A sparse matrix
 * by rows, the lines: what each has is from `begins` of it to `begins` of the next; its columns are the letters and pairs that occur.
 */
interface Profiles {
  readonly features: Int32Array
  readonly values: Float64Array
  readonly begins: Int32Array
  readonly columns: number
}

function profilesOf(lines: readonly SpeltLine[], {letters: width}: Alphabet): Profiles {
  const counts = new Float64Array(width * (width + 1))
  const columns = new Int32Array(counts.length)
  const features: number[] = []
  const values: number[] = []
  const begins = new Int32Array(lines.length + 1)
  const count = (feature: number) => {
    if (counts[feature]!++ === 0) features.push(feature)
  }
  for (let row = 0; row < lines.length; row++) {
    let sum = 0
    for (const {letters} of lines[row] as SpeltLine) {
      for (let i = 1; i < letters.length; i++) {
        const next = letters[i] as number
        count(next)
        count(width + (letters[i - 1] as number) * width + next)
        sum += 2
      }
    }
    for (let i = values.length; i < features.length; i++) {
      const feature = features[i] as number
      values.push(Math.sqrt((counts[feature] as number) / sum))
      counts[feature] = 0
      columns[feature] = 1
    }
    begins[row + 1] = features.length
  }
  let column = 0
  for (let feature = 0; feature < columns.length; feature++) if (columns[feature] !== 0) columns[feature] = column++
  for (let i = 0; i < features.length; i++) features[i] = columns[features[i] as number] as number
  return {features: new Int32Array(features), values: new Float64Array(values), begins, columns: column}
}

/** Steps of the iteration, fewer where no line moves any further: two languages part at once, and lines of one have no axis to come to. */
const POWER_STEPS = 12
const AT_REST = 0.001

/** Where lines stand on the axis along which their letters differ most (first principal component, by power iteration). */
function axis(lines: readonly SpeltLine[], alphabet: Alphabet): Float64Array {
  const {features, values, begins, columns} = profilesOf(lines, alphabet)
  const mean = new Float64Array(columns)
  for (let i = 0; i < features.length; i++) mean[features[i] as number]! += (values[i] as number) / lines.length
  const places = new Float64Array(lines.length)
  for (let row = 0; row < places.length; row++) places[row] = Math.sin(1.7 * row + 1)
  const next = new Float64Array(lines.length)
  const direction = new Float64Array(mean.length)
  for (let step = 0, moved = 1; step < POWER_STEPS && moved > AT_REST; step++) {
    let sum = 0
    for (let row = 0; row < places.length; row++) sum += places[row] as number
    for (let i = 0; i < direction.length; i++) direction[i] = -sum * (mean[i] as number)
    for (let row = 0; row < places.length; row++) {
      const place = places[row] as number
      for (let i = begins[row] as number; i < (begins[row + 1] as number); i++) direction[features[i] as number]! += (values[i] as number) * place
    }
    let centre = 0
    for (let i = 0; i < direction.length; i++) centre += (mean[i] as number) * (direction[i] as number)
    let squares = 0
    for (let row = 0; row < places.length; row++) {
      let place = -centre
      for (let i = begins[row] as number; i < (begins[row + 1] as number); i++) place += (values[i] as number) * (direction[features[i] as number] as number)
      next[row] = place
      squares += place * place
    }
    const length = Math.sqrt(squares) || 1
    moved = 0
    for (let row = 0; row < places.length; row++) {
      const place = (next[row] as number) / length
      moved = Math.max(moved, Math.abs(place - (places[row] as number)))
      places[row] = place
    }
  }
  return places
}

type Pair = readonly [LineModel, LineModel]

function pairOf(lines: readonly SpeltLine[], of: Uint8Array, alphabet: Alphabet): Pair {
  const models: Pair = [lineModel(alphabet), lineModel(alphabet)]
  for (const [index, line] of lines.entries()) (models[of[index] as 0 | 1] as LineModel).learn(line, 1)
  return models
}

/** Log-odds that a line is of the second language. */
const oddsOf = ([first, second]: Pair, line: SpeltLine): number =>
  second.probability(line) - first.probability(line) + Math.log((second.size() + 1) / (first.size() + 1))

/** Moves every line to the part whose other lines tell it best, until none moves. */
function refine(lines: readonly SpeltLine[], guess: Uint8Array, alphabet: Alphabet): Uint8Array {
  const of = Uint8Array.from(guess)
  const models = pairOf(lines, of, alphabet)
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false
    for (const [index, line] of lines.entries()) {
      const own = of[index] as 0 | 1
      models[own].learn(line, -1)
      const best = oddsOf(models, line) > 0 ? 1 : 0
      models[best].learn(line, 1)
      of[index] = best
      if (best !== own) moved = true
    }
  }
  return of
}

/** How much better lines are told by the others of their part than by all others, in natural log-probability for each letter. */
function gainOf(lines: readonly SpeltLine[], of: Uint8Array, alphabet: Alphabet): number {
  const models = pairOf(lines, of, alphabet)
  const all = lineModel(alphabet)
  for (const line of lines) all.learn(line, 1)
  let gain = 0
  let letters = 0
  for (const [index, line] of lines.entries()) {
    const own = models[of[index] as 0 | 1]
    for (const model of [own, all]) model.learn(line, -1)
    gain += own.probability(line) - all.probability(line)
    for (const model of [own, all]) model.learn(line, 1)
    letters += line.reduce((sum, word) => sum + word.letters.length - 1, 0)
  }
  return gain / Math.max(1, letters)
}

interface Split {
  readonly of: Uint8Array
  readonly gain: number
}

/** Ways to split lines in two, none of which any line makes better by changing sides. */
function partings(lines: readonly SpeltLine[], alphabet: Alphabet): Uint8Array[] {
  const places = axis(lines, alphabet)
  const order = [...places.keys()].sort((a, b) => (places[a] as number) - (places[b] as number))
  const parted = map(CUTS, (share) => {
    const guess = Uint8Array.from(places, (place) => (place > 0 ? 1 : 0))
    if (share !== undefined) for (const [rank, index] of order.entries()) guess[index] = rank < share * order.length ? 0 : 1
    return refine(lines, guess, alphabet)
  })
  // Different beginnings often come to the same end.
  return uniqBy(parted, (of) => of.join(''))
}

function best(lines: readonly SpeltLine[], parted: readonly Uint8Array[], alphabet: Alphabet): Split {
  const splits = map(parted, (of): Split => ({of, gain: gainOf(lines, of, alphabet)}))
  return splits.reduce((best, next) => (next.gain > best.gain ? next : best))
}

/** What lines of the same lengths gain that are shuffled from the same words: of one language, as it were. */
function chance(lines: readonly SpeltLine[], alphabet: Alphabet): number {
  const random = randoms(lines.length)
  const words = lines.flat()
  let sum = 0
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    for (let i = words.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[words[i], words[j]] = [words[j] as (typeof words)[number], words[i] as (typeof words)[number]]
    }
    let from = 0
    const shuffled = map(lines, (line) => words.slice(from, (from += line.length)))
    sum += best(shuffled, partings(shuffled, alphabet), alphabet).gain
  }
  return sum / SHUFFLES
}

/** Whether each part has enough to be a language, and next to none of the other's words. */
function isParted(lines: readonly SpeltLine[], of: Uint8Array, {words: number}: Alphabet): boolean {
  const count = [0, 0]
  const words = [0, 0]
  const said = [new Int32Array(number), new Int32Array(number)] as const
  for (const [index, line] of lines.entries()) {
    const own = of[index] as 0 | 1
    count[own]!++
    words[own]! += line.length
    for (const {word} of line) said[own][word]!++
  }
  if (Math.min(...count) < LEAST_LINES || Math.min(...words) < LEAST_WORDS) return false
  let repeated = 0
  let strayed = 0
  for (let word = 0; word < number; word++) {
    const [a, b] = [said[0][word] as number, said[1][word] as number]
    if (a + b < 2) continue
    repeated += a + b
    strayed += Math.min(a, b)
  }
  return strayed <= SHARED * repeated
}

/** Evenly spaced items of a list, no more than so many. */
const thinned = <T>(list: readonly T[], most: number): readonly T[] =>
  list.length <= most ? list : Array.from({length: most}, (_, index) => list[Math.floor((index * list.length) / most)] as T)

/**
 * Tells two languages apart, or finds that there is no reason to: then nothing.
 *
 * @param lines the keys of each line's words
 */
export function splitLanguages(lines: readonly (readonly string[])[]): LanguageSplit | undefined {
  // A line said again says no more.
  const distinct = [...new Map(map(lines, (line) => [line.join(' '), line])).values()].filter(({length}) => length >= SHORTEST)
  if (distinct.length < 2 * LEAST_LINES) return undefined
  const {spell, alphabet} = speller(lines)
  const learnt = map(thinned(distinct, MOST_LINES), spell)
  const parted = partings(learnt, alphabet)
  // Lines of one language are seldom parted by their words: nothing more need be asked of most stories.
  if (!parted.some((of) => isParted(learnt, of, alphabet))) return undefined
  const {of, gain} = best(learnt, parted, alphabet)
  if (gain <= GAIN + GAIN_OF_FEW / learnt.length || !isParted(learnt, of, alphabet)) return undefined
  if (gain - chance(learnt, alphabet) <= BEYOND_CHANCE + BEYOND_CHANCE_OF_FEW / learnt.length) return undefined
  const models = pairOf(learnt, of, alphabet)
  const told = Uint8Array.from(lines, (line) => (oddsOf(models, spell(line)) > 0 ? 1 : 0))
  // The first line's is the first language.
  const turned = told[0] === 1
  return {
    of: turned ? told.map((part) => 1 - part) : told,
    odds: (key) => (turned ? -1 : 1) * oddsOf(models, spell([key])),
  }
}
