import {firstEndingAfter} from '../../prose/spans.js'
import {isCapitalized} from '../../prose/word-shape.js'
import type {Passage} from '../../source/types.js'
import {binOf} from '../chain/story-words.js'
import {OTHER_WORD, UNKNOWN_WORD} from '../chain/word-classes.js'
import type {Stretches} from '../find-stretches.js'
import {logOdds} from '../log-odds.js'
import type {Candidate, GlossCandidate} from '../types.js'
import {BY_CLUES, ELSEWHERE, GLOSSES, LOWEST, MEANS, PLACES, RUNS, SHARES, STRANGE, T} from './finding-templates.js'

/** Bounds of the bins: log-odds of the chain, log-odds of the clues, words of a story, words found elsewhere, log-odds of a gloss. */
const MEAN_BOUNDS = [-6, -4, -2, -0.5, 0.5, 2, 5]
const LOWEST_BOUNDS = [-1.5, 0.5, 2.5]
const CLUE_BOUNDS = [0, 1.5, 3.5]
const RUN_BOUNDS = [1, 2, 5]
const SHARE_BOUNDS = [0.1, 0.3, 0.6, 0.9]
const TIMES_BOUNDS = [3, 10]
const STORY_BOUNDS = [250, 1500]
const ELSEWHERE_BOUNDS = [1, 3, 10]
const GLOSS_BOUNDS = [0.01, 1, 2.2]
const STRANGE_BOUNDS = [0.01, 0.5, 1]
/** Log-odds from which a word is nearly sure. */
const SURE = 2.2

/** Code of what both sources say of the bounds of a finding. */
export const BOUNDS = {chain: 0, clues: 1, both: 2} as const

/** A stretch that may become a finding. */
export interface Proposal {
  readonly finding: Candidate
  /** Which source has these bounds. */
  readonly bounds: (typeof BOUNDS)[keyof typeof BOUNDS]
  /** Confidence of the clues in what overlaps it; undefined if they find nothing there. */
  readonly byClues: number | undefined
}

/** The gloss candidates by the place that they stand behind. */
function indexGlosses(glossCandidates: readonly GlossCandidate[]): (passage: number, end: number, kind: 'line' | 'word') => number {
  const byEnd = new Map<number, {readonly end: number; readonly odds: GlossCandidate['odds']}[]>()
  for (const {of, odds} of glossCandidates) {
    for (const {passage, end} of of) {
      const list = byEnd.get(passage)
      if (list) list.push({end, odds})
      else byEnd.set(passage, [{end, odds}])
    }
  }
  for (const list of byEnd.values()) list.sort((a, b) => a.end - b.end)
  return (passage, end, kind) => {
    const list = byEnd.get(passage)
    if (!list) return 0
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle]?.end as number) < end) low = middle + 1
      else high = middle
    }
    let best = 0
    for (let i = low; i < list.length && i < low + NEARBY && (list[i]?.end as number) <= end + NEAR; i++) best = Math.max(best, list[i]?.odds[kind] as number)
    return best
  }
}

/** A gloss candidate begins at most this far behind a finding, in UTF-16 code units; so many are looked at. */
const NEAR = 4
const NEARBY = 8

/** Creates the function that writes the numbers of a finding's features. */
export function createFindingFeatures(
  passages: readonly Passage[],
  {story, odds}: Pick<Stretches, 'story' | 'odds'>,
  glossCandidates: readonly GlossCandidate[],
): (proposal: Proposal) => number[] {
  const {tokens, keyOf, keys, words, forms} = story
  const glossAt = indexGlosses(glossCandidates)
  const sureTimes = new Int32Array(keys)
  const times = new Int32Array(keys)
  const inRuns = new Int32Array(keys)
  let sure = 0
  for (let token = 0; token < odds.length; token++) {
    const key = keyOf[tokens.forms[token] as number] as number
    times[key]!++
    if ((odds[token] as number) < SURE) continue
    if (sureTimes[key]!++ === 0) sure++
    const isInRun = (odds[token - 1] ?? 0) >= SURE || (odds[token + 1] ?? 0) >= SURE
    if (isInRun) inRuns[key]!++
  }
  const size = binOf(odds.length, STORY_BOUNDS)
  return ({finding, bounds, byClues}) => {
    const {kind, words: range, sentence, end} = finding
    const passage = passages[finding.passage] as Passage
    const first = passage.tokens.start + range.start
    const count = range.end - range.start
    let sum = 0
    let lowest = Number.POSITIVE_INFINITY
    let strange = 0
    let counted = 0
    const own = new Map<number, number>()
    for (let token = first; token < first + count; token++) {
      const form = tokens.forms[token] as number
      sum += odds[token] as number
      lowest = Math.min(lowest, odds[token] as number)
      const rough = words.coarse[form] as number
      if (rough !== OTHER_WORD) counted++
      if (rough >= 2 && rough !== OTHER_WORD) strange++
      if ((odds[token] as number) >= SURE) own.set(keyOf[form] as number, (own.get(keyOf[form] as number) ?? 0) + 1)
    }
    let elsewhere = sure
    for (const [key, count] of own) if (count === sureTimes[key]) elsewhere--
    // What the other places of its least known word say.
    let runs = Number.POSITIVE_INFINITY
    let share = 1
    let most = 0
    for (let token = first; token < first + count; token++) {
      const form = tokens.forms[token] as number
      const key = keyOf[form] as number
      if (words.coarse[form] === OTHER_WORD) continue
      const isSure = (odds[token] as number) >= SURE
      const isInRun = isSure && ((odds[token - 1] ?? 0) >= SURE || (odds[token + 1] ?? 0) >= SURE)
      runs = Math.min(runs, (inRuns[key] as number) - (isInRun ? 1 : 0))
      const others = (times[key] as number) - 1
      if (others > 0) share = Math.min(share, ((sureTimes[key] as number) - (isSure ? 1 : 0)) / others)
      most = Math.max(most, others)
    }
    const k = kind === 'line' ? 0 : 1
    const keysOf = new Set<number>()
    for (let token = first; token < first + count; token++) keysOf.add(keyOf[tokens.forms[token] as number] as number)
    const form = tokens.forms[first] as number
    const surface = forms[form]?.surface as string
    const whole = passage.sentences[sentence]?.words
    const isWhole = whole !== undefined && whole.start === range.start && whole.end === range.end
    const zone = passage.sentences[sentence]?.zone
    const emphasis = passage.emphases[firstEndingAfter(passage.emphases, finding.start)]
    const isEmphasised = emphasis !== undefined && emphasis.start <= finding.start && finding.end <= emphasis.end + 1
    const place = isEmphasised ? 0 : zone === 'narration' ? 1 : zone === 'bracket' ? 2 : passage.heading ? 3 : 4
    const length = count === 1 ? 0 : count === 2 ? 1 : count <= 5 ? 2 : 3
    const clue = byClues === undefined ? 0 : 1 + binOf(logOdds(byClues), CLUE_BOUNDS)
    const gloss = glossAt(finding.passage, end, kind)
    return [
      T.bias + k,
      T.mean + k * MEANS + binOf(sum / count, MEAN_BOUNDS),
      T.lowest + k * LOWEST + binOf(lowest, LOWEST_BOUNDS),
      T.clues + k * BY_CLUES + clue,
      T.bounds + k * 3 + bounds,
      T.length + (k * 4 + length) * 2 + (count > 1 && keysOf.size === 1 ? 1 : 0),
      T.strange + (k * STRANGE + binOf(counted === 0 ? 0 : strange / counted, STRANGE_BOUNDS)) * 4 + length,
      T.place + (k * PLACES + place) * 2 + (isWhole ? 1 : 0),
      T.story + (k * 3 + size) * ELSEWHERE + binOf(elsewhere, ELSEWHERE_BOUNDS),
      T.gloss + (k * GLOSSES + binOf(gloss, GLOSS_BOUNDS)) * 3 + size,
      T.capital + k * 3 + (!isCapitalized(surface) ? 0 : words.coarse[form] === UNKNOWN_WORD ? 1 : 2),
      T.vocabulary + (k * RUNS + binOf(runs, RUN_BOUNDS)) * 3 + size,
      ...(most > 0 ? [T.share + (k * SHARES + binOf(share, SHARE_BOUNDS)) * 3 + binOf(most, TIMES_BOUNDS)] : []),
      ...(count === 1 ? [T.wordClass + (words.wordClass[form] as number)] : []),
    ]
  }
}
