/** Fits the trees that judge findings as wholes, on what the chain proposes for stories that it was not fitted on. */
import type {ChainWeights} from '../../detect/chain/readings.js'
import {findByClues} from '../../detect/find-by-clues.js'
import {findStretches} from '../../detect/find-stretches.js'
import {createFindingFeatures} from '../../detect/findings/finding-features.js'
import {propose} from '../../detect/findings/merge-findings.js'
import {recognizeWord} from '../../languages/recognize-word.js'
import {readForest, scoreByForest, type Tree} from '../../util/boosted-trees.js'
import {type BoostOptions, boostTrees, type Point} from '../boost-trees.js'
import {type Example, OWN} from './labelled-stories.js'

/** A made story says little about real ones; pages have all their words tagged but few findings that are hard. */
const WEIGHT = {passage: 1, snippet: 0.35, made: 0.3, book: 0.15} as const

/** Chosen by cross-validation. */
const BOOSTING: BoostOptions = {rounds: 300, depth: 3, rate: 0.05, penalty: 3, least: 4, share: 0.5}

/** A proposal of a story; its label is the share of its words that are foreign. */
interface ProposedPoint extends Point {
  readonly words: number
  readonly one: Example
}

function pointsOf(one: Example, weights: {first: ChainWeights; second: ChainWeights}): ProposedPoint[] {
  const {prepared, settings, kind, labels} = one
  const {passages, survey, glossCandidates} = prepared
  const {host, ignore, languages} = settings
  const stretches = findStretches(passages, {survey, host, given: [], listed: [], glossCandidates, ignore, clues: [], weights})
  const byClues = findByClues(passages, {...settings, survey, glossCandidates, lexicons: [], lowest: 0.2})
  const featuresOf = createFindingFeatures(stretches, {passages, survey, host, glossCandidates, recognize: (key) => recognizeWord(key, languages)})
  return propose(passages, stretches, byClues).flatMap((proposal): ProposedPoint[] => {
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
    return [{features: featuresOf(proposal).slice(), label: foreign / known, weight: WEIGHT[kind], words: known, one}]
  })
}

/** Scores of points by trees that were fitted on other parts. */
type Scores = ReadonlyMap<ProposedPoint, number>

/** Prints how right the words of findings are, by kind of story. */
function reportFindings(points: readonly ProposedPoint[], scores: Scores): void {
  const isOwn = ({one: {group}}: ProposedPoint): boolean => group.startsWith(OWN)
  const kinds: readonly (readonly [string, (point: ProposedPoint) => boolean])[] = [
    ['passages', (point) => point.one.kind === 'passage' && !isOwn(point)],
    ['our own', (point) => point.one.kind === 'passage' && isOwn(point)],
    ['snippets', ({one}) => one.kind === 'snippet'],
    ['made', ({one}) => one.kind === 'made'],
    ['books', ({one}) => one.kind === 'book'],
  ]
  const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1)
  for (const [name, isKind] of kinds) {
    const own = points.filter(isKind)
    for (const threshold of [0.4, 0.5, 0.6]) {
      let [hit, claimed, foreign, quiet, loanHit, loanClaimed, error, shown] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (const point of own) {
        foreign += point.words * point.label
        const p = 1 / (1 + Math.exp(-(scores.get(point) as number)))
        if (p < threshold) continue
        claimed += point.words
        hit += point.words * point.label
        error += p - point.label
        shown++
        if (point.words === 1) {
          loanClaimed++
          loanHit += point.label
        }
        if (!point.one.labels.includes(1)) quiet += point.words
      }
      console.log(
        `   ${name.padEnd(8)} at ${threshold}: P ${percent(hit, claimed)} R of proposed ${percent(hit, foreign)} F1 ${percent(2 * hit, claimed + foreign)}  single words P ${percent(loanHit, loanClaimed)} (${loanHit.toFixed(0)})  quiet words ${quiet}  bias ${(error / Math.max(1, shown)).toFixed(3)}`,
      )
    }
  }
}

/** The trees that judge findings; prints how right they are on parts that they were not fitted on. */
export function fitFindings(
  examples: readonly Example[],
  foldOf: (example: Example) => number,
  weightsFor: (example: Example) => {first: ChainWeights; second: ChainWeights},
): Tree[] {
  const points = examples.flatMap((one) => (one.isRead ? pointsOf(one, weightsFor(one)) : []))
  const folds = [...new Set(points.map(({one}) => foldOf(one)))].sort()
  const scores = new Map<ProposedPoint, number>()
  for (const fold of folds) {
    const forest = readForest(
      boostTrees(
        points.filter(({one}) => foldOf(one) !== fold),
        BOOSTING,
      ),
    )
    for (const point of points) if (foldOf(point.one) === fold) scores.set(point, scoreByForest(forest, point.features))
  }
  reportFindings(points, scores)
  return boostTrees(points, BOOSTING)
}
