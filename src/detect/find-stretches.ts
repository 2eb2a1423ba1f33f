import type {Host} from '../hosts/types.js'
import type {Lexicon} from '../lexicon/types.js'
import {OPAQUE_CHARACTER} from '../prose/opaque.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {PrintedForm, Sentence, Span} from '../prose/types.js'
import {isNumeral} from '../prose/word-shape.js'
import {judgeDeclaredSpan} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {type ChainStory, chainStory, type FirstFindings} from './chain/chain-story.js'
import {type ChainWeights, readTwice} from './chain/readings.js'
import {chainWeights} from './chain/weights.js'
import {CAPITAL_WORD, HOST_WORD, UNKNOWN_WORD} from './chain/word-classes.js'
import {addExplanations} from './explained-words.js'
import {logOdds} from './log-odds.js'
import {type OutsideEvidence, outsideEvidence, SAID} from './outside-evidence.js'
import {ownWords} from './own-words.js'
import type {Candidate, ClueDefinition, GlossCandidate, Survey} from './types.js'

interface Knowledge {
  readonly survey: Survey
  readonly host: Host
  /** Dictionaries that the user gives or the author states; and lists that the story seems to have. */
  readonly given: readonly Lexicon[]
  readonly listed: readonly Lexicon[]
  readonly glossCandidates: readonly GlossCandidate[]
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
  /** Clues of the user's own. */
  readonly clues: readonly ClueDefinition[]
  /** Other weights than those of the package, for fitting. */
  readonly weights?: {readonly first: ChainWeights; readonly second: ChainWeights}
}

/** Log-odds from which a word is likely. */
const SURE = 1.5

/** Log-odds from which a word may belong to a foreign stretch. */
const LEAST = -0.4
/** The same for a function word of the host's at either end of a stretch. */
const EDGE = 0.8
/** The same for an article before a stretch; articles are the first classes of function words. */
const ARTICLE = 4
const ARTICLES = 2
/** Log-odds from outside that only a dictionary gives a word. */
const EXPLAINED = 12
/** A single strange word inside a stretch belongs to it from these log-odds on. */
const BETWEEN = -5

/** Log-odds of a word that is surely the host's. */
const HOST = -8

/** A single letter alone is an initial, a list's number, a stutter. */
const SHORTEST = 2

/** Marks that are no part of a line where they stand at its ends. */
const AROUND = new Set(' \t\n\r\u00a0\u2060"“”„«»‹›‟＂〝〞「」『』\'‘’~*_<>⟨⟩《》〈〉/|()[]{}=^')

function bareBounds(text: string, {start, end}: Span, first: number, last: number): Span {
  while (start < first && AROUND.has(text[start] as string)) start++
  // What shows as one sign, such as a tag that nothing closes, belongs to the line only if it touches it.
  const isApart = (at: number): boolean => text[at] === OPAQUE_CHARACTER && AROUND.has(text[at - 1] as string)
  while (end > last && (AROUND.has(text[end - 1] as string) || isApart(end - 1))) end--
  return {start, end}
}

/** A strange word that is likely so often, and in such a share of its places, is the same word everywhere; what that adds, in log-odds. */
const LIKELY_TIMES = 2
const LIKELY_SHARE = 0.12
const REPEATED = 3

/** Adds what the other places of a strange word say of it. */
function addRepeated(odds: Float64Array, {tokens: {forms}, keyOf, keys, words: {coarse}}: ChainStory, explained: ReadonlySet<number>): void {
  const likely = new Int32Array(keys)
  const total = new Int32Array(keys)
  for (let token = 0; token < odds.length; token++) {
    const key = keyOf[forms[token] as number] as number
    total[key]!++
    // An explanation is worth a second occurrence.
    if ((odds[token] as number) >= SURE) likely[key]! += explained.has(token) ? 2 : 1
  }
  for (let token = 0; token < odds.length; token++) {
    const form = forms[token] as number
    const key = keyOf[form] as number
    if ((odds[token] as number) >= SURE || (coarse[form] !== UNKNOWN_WORD && coarse[form] !== CAPITAL_WORD)) continue
    if ((likely[key] as number) >= LIKELY_TIMES && (likely[key] as number) >= LIKELY_SHARE * (total[key] as number)) odds[token]! += REPEATED
  }
}

/** Where runs of foreign words begin and end in a sentence; words that the author sets apart as one are a run of their own. */
function runsIn(
  passage: Passage,
  {words: range}: Sentence,
  {
    odds,
    besides,
    grammar,
    coarse,
    forms,
    isIgnored,
  }: {odds: Float64Array; besides: Float64Array; grammar: Uint8Array; coarse: Uint8Array; forms: Int32Array; isIgnored: (token: number) => boolean},
): Span[] {
  const {start: first} = passage.tokens
  if (judgeDeclaredSpan(passage.wordDeclarations, range) > 0) return [range]
  const runs: Span[] = []
  const {emphases, words} = passage
  /** Whether a word stands outside the emphasis that the word beside it stands in. */
  const isSetApart = (index: number, beside: number): boolean => {
    if (emphases.length === 0 || beside < range.start || beside >= range.end) return false
    const [word, other] = [words[index] as Span, words[beside] as Span]
    const around = emphases[firstEndingAfter(emphases, other.start)]
    return around !== undefined && around.start <= other.start && (word.end <= around.start || word.start >= around.end)
  }
  for (let i = range.start; i < range.end; i++) {
    if ((odds[first + i] as number) < LEAST) continue
    let end = i + 1
    for (let next = end; next < range.end; next++) {
      // Words that are never foreign may stand inside a line.
      if ((odds[first + next] as number) >= LEAST) end = next + 1
      else if (
        next + 1 < range.end &&
        coarse[forms[first + next] as number] === UNKNOWN_WORD &&
        (odds[first + next] as number) >= BETWEEN &&
        (odds[first + next + 1] as number) >= LEAST
      )
        continue
      else if (!isIgnored(first + next)) break
      else if (next + 1 === range.end && end - i > 1) end = range.end
    }
    let [from, to] = [i, end]
    const isDoubtful = (index: number): boolean => {
      const form = forms[first + index] as number
      const word = grammar[form] as number
      if (word !== 0) return (odds[first + index] as number) < (word <= ARTICLES && index === i ? ARTICLE : EDGE)
      // An author who emphasises the foreign words leaves his own beside them plain.
      if (coarse[form] === HOST_WORD && isSetApart(index, index === from ? index + 1 : index - 1) && (odds[first + index] as number) < ARTICLE) return true
      // A word that a dictionary explains says nothing of those beside it.
      const isBesideEntry = Math.max(besides[first + index - 1] ?? 0, besides[first + index + 1] ?? 0) >= EXPLAINED
      return isBesideEntry && coarse[form] === HOST_WORD && (besides[first + index] as number) <= 0 && (odds[first + index] as number) < ARTICLE
    }
    while (from < to && isDoubtful(from)) from++
    while (to > from && isDoubtful(to - 1)) to--
    runs.push(from < to ? {start: from, end: to} : {start: i, end})
    i = end
  }
  return runs
}

/** Whether a sentence is nothing but what a mark has as one word. */
const isMarkedWord = ({wordDeclarations: said}: Passage, {start, end}: Span): boolean => said[start]?.as === 'word' && said[end - 1] === said[start]

/** Whether a run inside a sentence is one word: a single word, or what a dictionary or the author has as one. */
function isOneWord({wordDeclarations: said, tokens}: Passage, {start, end}: Span, {phrases}: OutsideEvidence): boolean {
  if (end - start === 1) return true
  const declaration = said[start]
  if (declaration && (declaration.as === 'word' || declaration.as === 'term')) {
    let same = start + 1
    while (same < end && said[same] === declaration) same++
    return same === end
  }
  return phrases[tokens.start + start] === end - start
}

/** Whether any word of a range may belong to a foreign stretch. */
function hasLikely(odds: Float64Array, {start, end}: Span): boolean {
  for (let token = start; token < end; token++) if ((odds[token] as number) >= LEAST) return true
  return false
}

/** What the chain finds. */
export interface Stretches {
  /** Lines, phrases and loans that may be foreign, in the order of the text. */
  readonly candidates: readonly Candidate[]
  readonly story: ChainStory
  /** By token: log-odds of being foreign. */
  readonly odds: Float64Array
  /** By token: the probability that the first reading gives. */
  readonly before: Float64Array
  readonly first: FirstFindings
  readonly evidence: OutsideEvidence
}

/** Finds the stretches of a story that may be foreign. */
export function findStretches(passages: readonly Passage[], knowledge: Knowledge): Stretches {
  const {survey, host, given, listed, glossCandidates, ignore, clues, weights = chainWeights()} = knowledge
  const {tokens, forms} = survey
  const story = chainStory(passages, {survey, host})
  const context = {passages, host, survey, glossCandidates, lexicons: [...given, ...listed], found: [], cache: new Map()}
  const evidence = outsideEvidence({passages, host, given, listed, glossCandidates, ignore, clues, context})
  const besides = evidence.odds ?? new Float64Array(evidence.declared.length)
  const explained = addExplanations(besides, story, glossCandidates)
  const {before, found, first} = readTwice(story, weights, besides)
  const odds = new Float64Array(found.length)
  for (let token = 0; token < found.length; token++)
    odds[token] = evidence.declared[token] === 0 ? logOdds(found[token] as number) : SAID * (evidence.declared[token] as number)
  addRepeated(odds, story, explained)
  for (let token = 0; token < found.length; token++) {
    if (story.words.isStyled[tokens.forms[token] as number] === 1 && evidence.declared[token] === 0) odds[token] = HOST
  }
  const oddsOfOwn = ownWords(story, survey.uses, host)
  for (let token = 0; token < odds.length; token++) {
    const own = oddsOfOwn[tokens.forms[token] as number] as number
    if (own > 0 && evidence.declared[token] === 0 && (besides[token] as number) >= 0) odds[token] = Math.max(own, odds[token] as number)
  }

  const isIgnored = (token: number): boolean => ignore.size > 0 && ignore.has((forms[tokens.forms[token] as number] as PrintedForm).key)
  const candidates: Candidate[] = []
  for (const passage of passages) {
    const {index, text, sentences, tokens: own} = passage
    if (!hasLikely(odds, own)) continue
    for (const [number, sentence] of sentences.entries()) {
      for (const run of runsIn(passage, sentence, {odds, besides, isIgnored, grammar: story.words.grammar, coarse: story.words.coarse, forms: tokens.forms})) {
        const only = forms[tokens.forms[own.start + run.start] as number] as PrintedForm
        const declared = evidence.declared[own.start + run.start] === 1
        if (run.end - run.start === 1 && !declared && (only.surface.length < SHORTEST || isNumeral(only.key) || ignore.has(only.key))) continue
        const whole = run.start === sentence.words.start && run.end === sentence.words.end
        const isBracketed = sentence.zone === 'bracket' && run.end - run.start === 1
        const kind = !whole || isBracketed || isMarkedWord(passage, run) ? (isOneWord(passage, run, evidence) ? 'word' : 'line') : 'line'
        const from = tokens.starts[own.start + run.start] as number
        const to = tokens.ends[own.start + run.end - 1] as number
        const outer = {start: run.start === sentence.words.start ? sentence.start : from, end: run.end === sentence.words.end ? sentence.end : to}
        const bounds = kind === 'word' ? {start: from, end: to} : bareBounds(text, outer, from, to)
        candidates.push({kind, passage: index, sentence: number, ...bounds, words: run})
      }
    }
  }
  return {candidates, story, odds, before, first, evidence}
}
