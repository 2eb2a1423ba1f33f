import {firstEndingAfter} from '../../prose/spans.js'
import type {Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {readForest, scoreByForest} from '../../util/boosted-trees.js'
import {lazy} from '../../util/lazy.js'
import {groupBy, map} from '../../util/lists.js'
import {cluesOfWords} from '../chain/clues-of-words.js'
import {chainWeights} from '../chain/weights.js'
import {HOST_WORD, OTHER_WORD} from '../chain/word-classes.js'
import type {Stretches} from '../find-stretches.js'
import {logOdds} from '../log-odds.js'
import type {Candidate, Finding} from '../types.js'
import {FINDING_FEATURES} from './finding-feature-names.js'
import {BOUNDS, createFindingFeatures, type Proposal} from './finding-features.js'
import {FITTED_TREES} from './fitted-trees.js'
import {addSameWords, dropNamesCalledOut, type MergeContext} from './score-adjustments.js'

/** Log-odds of outside evidence from which a finding needs no more. */
const ENOUGH = 2
/** The chain's log-odds overstate: this share of them counts. */
const TEMPER = 0.6

/** Log-odds of the chain from which a stretch is sure, and of a gloss behind it that says what it is. */
const CERTAIN = 5
const EXPLICIT = 2.2
const GLOSS = FINDING_FEATURES.indexOf('gloss')

/** A story of more words is long. */
const LONG_STORY = 1500
/**
 * Log-odds, of the chain and the clues together, from which a finding of the clues is kept in a long story without emphasis. The chain is seldom
 * wrong about books; in a chapter the clues count for more.
 */
const LONG_ODDS = {sure: {line: 1.5, word: 0}, unsure: {line: -2, word: -4}}
/** A story of more words is a book. */
const BOOK = 30_000
/** Weight of the clue `gloss` of what has its translation right behind it. */
const EXPLAINED = {line: 2, word: 6}
/** Log-odds from which a source is clear. */
const CLEAR = 2.2
/** The same for a part of a line. */
const LIKELY = 1.5
/** Log-odds that a stretch of a long story loses if the clues do not find it. */
const UNCONFIRMED = {line: 0.6, word: 0.6}
/** Share of the log-odds of the clues that it gains if they do. */
const CONFIRMED = 0.3
/** Share of the log-odds of an unknown word that every finding loses where the host's lists are poorer than those that the weights were fitted with. */
const DOUBT = 0.4
/** Log-odds of what the sources together reject. */
const REJECTED = -2

/** Creates a function that returns those of some candidates that share a word with another. */
function createOverlapFinder<T extends Candidate>(candidates: readonly T[]): (candidate: Candidate) => readonly T[] {
  const byPassage = new Map(
    Array.from(
      groupBy(candidates, ({passage}) => passage),
      ([passage, group]) => [passage, {group, spans: map(group, ({words}) => words)}] as const,
    ),
  )
  return ({passage, words}) => {
    const own = byPassage.get(passage)
    if (!own) return []
    const found: T[] = []
    for (let i = firstEndingAfter(own.spans, words.start); i < own.group.length; i++) {
      const other = own.group[i] as T
      if (other.words.start >= words.end) break
      found.push(other)
    }
    return found
  }
}

/** A stretch, and the shorter ones that it may replace. */
export interface Alternative extends Proposal {
  readonly instead: readonly Candidate[]
}

/** The words of a line beside the stretches inside it, as tokens. */
function* wordsBeside({passage, words}: Candidate, inside: readonly Candidate[], passages: readonly Passage[]): Generator<number> {
  const {start} = (passages[passage] as Passage).tokens
  for (let word = words.start; word < words.end; word++) {
    if (!inside.some(({words: own}) => own.start <= word && word < own.end)) yield start + word
  }
}

/** Words of the host's, exclamations among them, by their coarse class. */
const isOwn = (coarse: number | undefined): boolean => coarse === HOST_WORD || coarse === OTHER_WORD

/** A line without the words of the host's at its ends that stand outside the emphasis of the others: an author leaves his own words plain. */
function withoutPlainEnds(finding: Finding, passages: readonly Passage[], isOwnWord: (token: number) => boolean): Finding {
  const {emphases, words, tokens} = passages[finding.passage] as Passage
  const isPlain = (index: number): boolean => {
    const {start, end} = words[index] as Span
    const around = emphases[firstEndingAfter(emphases, start)]
    return around === undefined || around.start > start || end > around.end
  }
  let {start, end} = finding.words
  if (finding.kind === 'word' || emphases.length === 0) return finding
  const isLeft = (index: number): boolean => isOwnWord(tokens.start + index) && isPlain(index)
  while (start < end && isLeft(start)) start++
  while (end > start && isLeft(end - 1)) end--
  if (start === end || isPlain(start) || isPlain(end - 1) || end - start === finding.words.end - finding.words.start) return finding
  const [from, to] = [(words[start] as Span).start, (words[end - 1] as Span).end]
  const bounds = {start: start === finding.words.start ? finding.start : from, end: end === finding.words.end ? finding.end : to}
  return {...finding, ...bounds, words: {start, end}}
}

/** Joins what the chain proposes and what the clues find: a line of the clues may replace shorter stretches of the chain inside it. */
export function propose(
  passages: readonly Passage[],
  {
    candidates,
    story: {
      tokens,
      words: {grammar, coarse},
    },
  }: Stretches,
  cluesFound: readonly Finding[],
): Alternative[] {
  const isFunctionWord = (token: number): boolean => grammar[tokens.forms[token] as number] !== 0
  const isOwnWord = (token: number): boolean => isOwn(coarse[tokens.forms[token] as number])
  const byClues = map(cluesFound, (finding) => withoutPlainEnds(finding, passages, isOwnWord))
  const cluesAt = createOverlapFinder(byClues)
  const stretchesAt = createOverlapFinder(candidates)
  const proposals = map(candidates, (finding): Alternative => {
    const overlapping = cluesAt(finding)
    const isSame = overlapping.some(({words}) => words.start === finding.words.start && words.end === finding.words.end)
    const confidence = overlapping.length === 0 ? undefined : Math.max(...map(overlapping, (other) => other.confidence))
    return {finding, bounds: isSame ? BOUNDS.both : BOUNDS.chain, byClues: confidence, instead: []}
  })
  for (const finding of byClues) {
    const {kind, words, confidence} = finding
    const instead = stretchesAt(finding)
    const isShorter = ({words: other}: Candidate): boolean =>
      words.start <= other.start && other.end <= words.end && other.end - other.start < words.end - words.start
    if (instead.length > 0 && (kind === 'word' || !instead.every(isShorter) || [...wordsBeside(finding, instead, passages)].every(isFunctionWord))) continue
    proposals.push({finding, bounds: BOUNDS.clues, byClues: confidence, instead})
  }
  return proposals
}

/** The mean of what some array says of the words of a finding. */
function meanOver({passage, words}: Candidate, passages: readonly Passage[], odds: Float64Array): number {
  const {start} = (passages[passage] as Passage).tokens
  let sum = 0
  for (let i = words.start; i < words.end; i++) sum += odds[start + i] as number
  return sum / (words.end - words.start)
}

/** Stories of an odd kind have emphasis. */
const hasEmphasis = ({story}: Stretches): boolean => story.words.kind % 2 === 1

type Score = (proposal: Alternative) => number

/** As `fit-stretches.ts` wrote them. */
const findingTrees = lazy(() => readForest(FITTED_TREES))

/** Scores by learned trees what a stretch is as a whole, in log-odds. */
function scoreByTrees(stretches: Stretches, context: MergeContext): Score {
  const {passages} = context
  const {odds, evidence} = stretches
  const trees = findingTrees()
  const featuresOf = createFindingFeatures(stretches, context)
  return (proposal) => {
    const features = featuresOf(proposal)
    const sum = scoreByForest(trees, features)
    const mean = meanOver(proposal.finding, passages, odds)
    const isSupported = evidence.odds !== undefined && meanOver(proposal.finding, passages, evidence.odds) >= ENOUGH
    // Trees know no more than the stories that they were fitted on: what the chain is sure of and the author explains needs nothing else.
    const isExplicit = mean >= CERTAIN && (features[GLOSS] as number) >= EXPLICIT
    return isSupported || isExplicit ? Math.max(sum, TEMPER * mean) : sum
  }
}

/** Scores in a long story with emphasis: the trees know what authors set in italics, the sources what this story is like. */
function scoreByBoth(stretches: Stretches, context: MergeContext): Score {
  const [ofTrees, ofSources] = [scoreByTrees(stretches, context), scoreBySources(stretches, context)]
  return (proposal) => (ofTrees(proposal) + ofSources(proposal)) / 2
}

const isExplained = ({kind, clues}: Finding): boolean => clues.some(({name, weight}) => name === 'gloss' && weight >= EXPLAINED[kind])

/** Scores in a long story without emphasis, from which the clues learn what the chain, fitted on other stories, cannot know: in log-odds. */
function scoreBySources({odds}: Stretches, {passages, threshold}: MergeContext): Score {
  const least = odds.length < BOOK ? LONG_ODDS.unsure : LONG_ODDS.sure
  return ({finding, byClues, bounds, instead}) => {
    const mean = meanOver(finding, passages, odds)
    const ofClues = byClues === undefined ? undefined : logOdds(byClues)
    if (bounds !== BOUNDS.clues)
      return TEMPER * mean + (ofClues !== undefined && ofClues >= logOdds(threshold) ? CONFIRMED * ofClues : -UNCONFIRMED[finding.kind])
    if (ofClues === undefined) return REJECTED
    const isSure = finding.kind === 'word' || ofClues >= CLEAR
    if (isSure && isExplained(finding as Finding)) return ofClues
    // The chain is sure of a part of it.
    if (isSure && instead.some((part) => meanOver(part, passages, odds) >= LIKELY)) return ofClues
    return ofClues + mean >= least[finding.kind] ? ofClues : REJECTED
  }
}

/** Decides which of the stretches that the chain or the clues propose are foreign. */
export function mergeFindings(stretches: Stretches, byClues: readonly Finding[], knowledge: MergeContext): Finding[] {
  const {story, odds, before, first, evidence} = stretches
  const {passages, threshold} = knowledge
  const isDeclared = ({passage, words}: Candidate): boolean => evidence.declared[(passages[passage] as Passage).tokens.start + words.start] === 1
  /** Whether all words are the host's by what an author says, or parts of addresses and names of speakers. */
  const isExcluded = ({passage, words}: Candidate): boolean => {
    const {start} = (passages[passage] as Passage).tokens
    return evidence.declared.subarray(start + words.start, start + words.end).every((said) => said < 0)
  }
  const score = odds.length < LONG_STORY ? scoreByTrees : hasEmphasis(stretches) ? scoreByBoth : scoreBySources
  const scoreOf = score(stretches, knowledge)
  const proposals = propose(
    passages,
    stretches,
    byClues.filter((finding) => !isExcluded(finding)),
  )
  const scored = map(proposals, (proposal) => ({
    ...proposal,
    score: isDeclared(proposal.finding) ? Number.POSITIVE_INFINITY : scoreOf(proposal) + DOUBT * knowledge.unknownOdds,
  }))
  addSameWords(scored, passages, stretches)
  const replaced = new Set<Candidate>()
  const isHostWord = (token: number): boolean => story.words.coarse[story.tokens.forms[token] as number] === HOST_WORD
  const scores = new Map(map(scored, ({finding, score}): [Candidate, number] => [finding, score]))
  for (const {finding, instead, score} of scored) {
    if (score < logOdds(threshold)) continue
    // Words of the host's must earn their place beside the stretches that would do without them.
    if (![...wordsBeside(finding, instead, passages)].some(isHostWord) || instead.every((other) => score >= (scores.get(other) as number)))
      for (const other of instead) replaced.add(other)
  }
  const byChain: Finding[] = []
  const found: Finding[] = []
  for (const {finding, bounds, score, instead} of scored) {
    const confidence = Math.round(1e4 / (1 + Math.exp(-score))) / 1e4
    if (confidence < threshold || replaced.has(finding) || instead.some((other) => !replaced.has(other))) continue
    if (bounds === BOUNDS.clues) found.push({...finding, confidence, clues: (finding as Finding).clues})
    else byChain.push({...finding, confidence, clues: []})
  }
  const explained = cluesOfWords(byChain, {story, found: before, first, odds, weights: chainWeights().second, evidence})
  const all = found.concat(explained).sort((a, b) => a.passage - b.passage || a.start - b.start)
  return [...dropNamesCalledOut(all, stretches, knowledge)]
}
