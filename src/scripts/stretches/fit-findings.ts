/** Fits the weights of findings as wholes, on what the chain proposes for stories that it was not fitted on. */
import type {ChainWeights} from '../../detect/chain/readings.js'
import {findByClues} from '../../detect/find-by-clues.js'
import {findStretches} from '../../detect/find-stretches.js'
import {createFindingFeatures} from '../../detect/findings/finding-features.js'
import {FINDING_COUNT} from '../../detect/findings/finding-templates.js'
import {propose} from '../../detect/findings/merge-findings.js'
import {minimise} from '../minimise.js'
import type {Example} from './labelled-stories.js'

/** A made story says little about real ones; pages have all their words tagged but few findings that are hard. */
const WEIGHT = {passage: 1, snippet: 0.35, made: 0.3, book: 0.15} as const

/** L2. */
const PENALTY = 1

interface Point {
  readonly features: readonly number[]
  /** Share of its words that are foreign. */
  readonly share: number
  readonly weight: number
  readonly words: number
  readonly one: Example
}

function pointsOf(one: Example, weights: {first: ChainWeights; second: ChainWeights}): Point[] {
  const {prepared, settings, kind, labels} = one
  const {passages, survey, glossCandidates} = prepared
  const {host, ignore} = settings
  const stretches = findStretches(passages, {survey, host, given: [], listed: [], glossCandidates, ignore, clues: [], weights})
  const byClues = findByClues(passages, {...settings, survey, glossCandidates, lexicons: [], lowest: 0.2})
  const featuresOf = createFindingFeatures(passages, stretches, glossCandidates)
  return propose(passages, stretches, byClues).flatMap((proposal): Point[] => {
    const {passage, words} = proposal.finding
    const first = passages[passage]?.tokens.start as number
    let foreign = 0
    let known = 0
    for (let token = first + words.start; token < first + words.end; token++) {
      if ((labels[token] as number) < 0) continue
      known++
      if (labels[token] === 1) foreign++
    }
    if (known === 0) return []
    return [{features: featuresOf(proposal), share: foreign / known, weight: WEIGHT[kind], words: known, one}]
  })
}

/** Logistic regression by L-BFGS; the share of foreign words is the label. */
function regress(points: readonly Point[]): Float64Array {
  return minimise(
    new Float64Array(FINDING_COUNT),
    (point, gradient) => {
      let value = 0
      for (const {features, share, weight} of points) {
        const p = probability(point, features)
        value -= weight * (share * Math.log(p + 1e-12) + (1 - share) * Math.log(1 - p + 1e-12))
        const slope = weight * ((1 - share) * p - share * (1 - p))
        for (const feature of features) gradient[feature]! += slope
      }
      for (let i = 0; i < point.length; i++) {
        value += (PENALTY / 2) * (point[i] as number) ** 2
        gradient[i]! += PENALTY * (point[i] as number)
      }
      return value
    },
    {steps: 200},
  )
}

function probability(weights: Float64Array, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += weights[feature] as number
  return 1 / (1 + Math.exp(-sum))
}

/** Prints how right the words of findings are in passages, by weights that were fitted on other parts. */
function reportFindings(points: readonly Point[], weightsFor: (point: Point) => Float64Array): void {
  for (const kind of ['passage', 'snippet', 'made', 'book'] as const) {
    for (const threshold of [0.4, 0.5, 0.6]) {
      let [hit, claimed, foreign, quiet, loanHit, loanClaimed] = [0, 0, 0, 0, 0, 0]
      let error = 0
      let shown = 0
      for (const point of points) {
        if (point.one.kind !== kind) continue
        foreign += point.words * point.share
        const p = probability(weightsFor(point), point.features)
        if (p < threshold) continue
        claimed += point.words
        hit += point.words * point.share
        error += p - point.share
        shown++
        if (point.words === 1) {
          loanClaimed++
          loanHit += point.share
        }
        if (!point.one.labels.includes(1)) quiet += point.words
      }
      const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1)
      console.log(
        `   ${kind.padEnd(8)} at ${threshold}: P ${percent(hit, claimed)} R of proposed ${percent(hit, foreign)}  single words P ${percent(loanHit, loanClaimed)} (${loanHit})  quiet words ${quiet}  bias ${(error / Math.max(1, shown)).toFixed(3)}`,
      )
    }
  }
}

/** The weights of findings; prints how right they are on parts that they were not fitted on. */
export function fitFindings(
  examples: readonly Example[],
  foldOf: (example: Example) => number,
  weightsFor: (example: Example) => {first: ChainWeights; second: ChainWeights},
): Float64Array {
  const points = examples.flatMap((one) => (one.isRead ? pointsOf(one, weightsFor(one)) : []))
  const folds = [...new Set(points.map(({one}) => foldOf(one)))].sort()
  const byFold = new Map(folds.map((fold) => [fold, regress(points.filter(({one}) => foldOf(one) !== fold))]))
  reportFindings(points, ({one}) => byFold.get(foldOf(one)) as Float64Array)
  return regress(points)
}
