import type {Host} from '../hosts/types.js'
import type {Lexicon} from '../lexicon/types.js'
import type {Passage} from '../source/types.js'
import {map} from '../util/lists.js'
import {judge} from './judge.js'
import {propose} from './propose.js'
import type {Candidate, ClueDefinition, Finding, GlossCandidate, Survey} from './types.js'

interface Knowledge {
  readonly survey: Survey
  readonly host: Host
  readonly lexicons: readonly Lexicon[]
  readonly glossCandidates: readonly GlossCandidate[]
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
  readonly clues: readonly ClueDefinition[]
  /** Confidence from which the first round's findings are evidence for the second, 0..1. */
  readonly threshold: number
  /** Confidence below which a finding is left out, 0..1. */
  readonly lowest: number
}

/** Confidence below which no candidate can be saved by what is found around it. */
const HOPELESS = 0.003

/** More sentences than any passage has, to number a story's sentences. */
const SENTENCES = 2 ** 32

/** Utterances, and the loans outside them, in the order of the text. */
function joinKinds(lines: readonly Finding[], words: readonly Finding[]): Finding[] {
  const sentences = new Set(map(lines, ({passage, sentence}) => passage * SENTENCES + sentence))
  const loans = words.filter(({passage, sentence}) => !sentences.has(passage * SENTENCES + sentence))
  return [...lines, ...loans].sort((a, b) => a.passage - b.passage || a.start - b.start)
}

/** Utterances and loans that the clues find. Each kind is judged twice, the second time with what the first time found. */
export function findByClues(passages: readonly Passage[], knowledge: Knowledge): Finding[] {
  const {survey, host, lexicons, glossCandidates, ignore, clues, threshold, lowest} = knowledge
  const candidates = propose(passages, {survey, host, lexicons, glossCandidates, ignore})
  const context = {passages, host, survey, glossCandidates, lexicons, cache: new Map()}
  const judgeTwice = (kind: Candidate['kind'], found: readonly Finding[], least: number): Finding[] => {
    const own = candidates.filter((candidate) => candidate.kind === kind)
    const first = judge(own, {clues, threshold: Math.min(threshold, HOPELESS), context: {...context, found}})
    const likely = first.filter(({confidence}) => confidence >= threshold)
    return judge(first, {clues, threshold: least, context: {...context, found: [...found, ...likely]}})
  }
  const lines = judgeTwice('line', [], lowest)
  const likely = lines.filter(({confidence}) => confidence >= threshold)
  return joinKinds(lines, judgeTwice('word', likely, lowest))
}
