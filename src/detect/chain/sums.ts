import type {WordOrder} from '../../hosts/types.js'
import type {Tokens} from '../../prose/types.js'
import {GAP, type Layout} from './layout.js'
import type {StoryWords} from './story-words.js'
import {CAPITAL_WORD, HOST_WORD, LISTED_WORD, RARE_WORD, UNKNOWN_WORD} from './word-classes.js'

/** Running sums over the words of a passage, so that any stretch is asked in constant time. */
export interface Sums {
  /** Words that the host does not know; that it knows; log-odds; letters' worth of evidence found by the first reading. */
  unknown: Int32Array
  known: Int32Array
  odds: Float64Array
  found: Float64Array
  /** How many words repeat the one before. */
  repeats: Int32Array
  /** How much the order of words is not the host's, and of how many pairs that is said. */
  disorder: Float64Array
  pairs: Int32Array
  /** By word: level of the pair that it makes with the word before; 4 where there is none. */
  levels: Uint8Array
}

export const emptySums = (): Sums => ({
  unknown: new Int32Array(65),
  known: new Int32Array(65),
  odds: new Float64Array(65),
  found: new Float64Array(65),
  repeats: new Int32Array(65),
  disorder: new Float64Array(65),
  pairs: new Int32Array(65),
  levels: new Uint8Array(66),
})

/** One word says no more than this of the stretch around it, in log-odds. */
const LIMIT = 6

export function sumUp(
  sums: Sums,
  {coarse, odds, orderKind, keyOf}: StoryWords,
  {forms}: Pick<Tokens, 'forms'>,
  layout: Layout,
  order: WordOrder | undefined,
  found: Float64Array | undefined,
): void {
  const {first, count, gaps, sentence} = layout
  if (sums.unknown.length <= count) {
    sums.disorder = new Float64Array(2 * count)
    sums.pairs = new Int32Array(2 * count)
    sums.levels = new Uint8Array(2 * count + 2)
    sums.unknown = new Int32Array(2 * count)
    sums.known = new Int32Array(2 * count)
    sums.odds = new Float64Array(2 * count)
    sums.found = new Float64Array(2 * count)
    sums.repeats = new Int32Array(2 * count)
  }
  for (let i = 0; i < count; i++) {
    const form = forms[first + i] as number
    const rough = coarse[form] as number
    const isUnknown = rough === UNKNOWN_WORD || rough === LISTED_WORD || rough === CAPITAL_WORD
    sums.unknown[i + 1] = (sums.unknown[i] as number) + (isUnknown ? 1 : 0)
    sums.known[i + 1] = (sums.known[i] as number) + (rough === HOST_WORD || rough === RARE_WORD ? 1 : 0)
    sums.odds[i + 1] = (sums.odds[i] as number) + Math.max(-LIMIT, Math.min(LIMIT, odds[form] as number))
    const again = i > 0 && keyOf[form] === keyOf[forms[first + i - 1] as number]
    sums.repeats[i + 1] = (sums.repeats[i] as number) + (again ? 1 : 0)
    let level = 4
    if (order && orderKind && i > 0 && gaps[i] === GAP.space && sentence[i] === sentence[i - 1])
      level = order.levelOf(orderKind[forms[first + i - 1] as number] as number, orderKind[form] as number)
    sums.levels[i] = level
    sums.disorder[i + 1] = (sums.disorder[i] as number) + (DISORDER[level] as number)
    sums.pairs[i + 1] = (sums.pairs[i] as number) + (level === 4 ? 0 : 1)
  }
  sums.levels[count] = 4
  if (found) sumFound(sums, first, count, found)
}

/** The same for what a reading has found, which may come later. */
export function sumFound({found: sums}: Sums, first: number, count: number, found: Float64Array): void {
  for (let i = 0; i < count; i++) sums[i + 1] = (sums[i] as number) + (found[first + i] as number)
}

/** Share of unknown words among those that are known or not, in six bins; 0 where there are neither. */
export function shareBin({unknown, known}: Sums, from: number, to: number): number {
  const strange = (unknown[to] as number) - (unknown[from] as number)
  if (strange === 0) return 0
  const share = strange / (strange + (known[to] as number) - (known[from] as number))
  return share <= 0.2 ? 1 : share <= 0.4 ? 2 : share <= 0.65 ? 3 : share < 1 ? 4 : 5
}

/** What a pair of words of each level says against the host's order. */
const DISORDER = [2, 0.7, 0, -0.5, 0]

const MEANS = [-0.3, -0.1, 0.1, 0.35, 0.8]

/** Mean disorder of a stretch, in six bins. */
export function disorderBin({disorder, pairs}: Sums, from: number, to: number): number {
  const count = (pairs[to] as number) - (pairs[Math.min(to, from + 1)] as number)
  if (count === 0) return 0
  const mean = ((disorder[to] as number) - (disorder[Math.min(to, from + 1)] as number)) / count
  let bin = 0
  while (bin < MEANS.length && mean >= (MEANS[bin] as number)) bin++
  return bin
}

const ODDS = [-12, -6, -3, 0, 3, 7, 14]

export function oddsBin({odds}: Sums, from: number, to: number): number {
  const sum = (odds[to] as number) - (odds[from] as number)
  let bin = 0
  while (bin < ODDS.length && sum >= (ODDS[bin] as number)) bin++
  return bin
}
