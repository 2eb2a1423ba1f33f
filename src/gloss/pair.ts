import min from 'lodash-es/min.js'
import {type HabitObservation, PAIRING_LIMITS, scoreHabits} from '../detect/habits.js'
import type {Finding, GlossCandidate} from '../detect/types.js'
import {firstEndingAfter, indicesInside} from '../prose/spans.js'
import type {Place, Span} from '../prose/types.js'
import {isWordless} from '../prose/word-shape.js'
import type {Passage} from '../source/types.js'
import {flatMap, groupBy, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import type {Convention, Pairing} from './types.js'

/** Log-odds for a bracket right behind its line, behind the end of a sentence of narration, and inside one. */
const ADJACENT = 1
const AFTER_SENTENCE = 0.5
const INSIDE_SENTENCE = -3

/** A translation and its lines are of like length: tolerated log ratio of their word counts, and the cost of the squared excess. */
const LENGTH_TOLERANCE = 0.5
const LENGTH_COST = 4
/** Added to both word counts, since the ratio of short lengths is little evidence. */
const SMOOTHING = 2

/** A bracket translates at most this many lines. */
const MAX_LINES = 40

interface NumberedFinding extends Finding {
  readonly index: number
}

/** The findings of one passage, in order. */
interface PassageFindings {
  readonly lines: readonly NumberedFinding[]
  readonly words: readonly NumberedFinding[]
}

/** Adjacent gloss candidates, and the findings that they would translate. */
interface Match {
  readonly candidates: readonly GlossCandidate[]
  readonly of: readonly NumberedFinding[]
  readonly odds: number
}

/** Whether a match is accepted as a gloss, and the habit that it is an observation of. */
interface Decision extends HabitObservation {
  readonly odds: number
}

/** Habits are counted by convention and kind of finding. */
const habitOf = ({convention}: GlossCandidate, kind: Finding['kind']): string => `${convention}:${kind}`

const isAccepted = ({odds, habit}: Pick<Decision, 'odds' | 'habit'>, habits: ReadonlyMap<string, number>): boolean => odds + (habits.get(habit) ?? 0) > 0

/** Chains candidates with nothing but white space between them, `(…)(…)`; any other candidate is a chain of its own. */
function chainCandidates(passages: readonly Passage[], candidates: readonly GlossCandidate[]): GlossCandidate[][] {
  const chains: GlossCandidate[][] = []
  for (const candidate of candidates) {
    const previous = chains.at(-1)?.at(-1)
    const isNext =
      previous?.passage === candidate.passage &&
      previous.reach === 'before' &&
      candidate.reach === 'before' &&
      previous.end <= candidate.start &&
      /^\s*$/u.test(passages[candidate.passage]?.text.slice(previous.end, candidate.start) ?? '-')
    if (isNext) chains.at(-1)?.push(candidate)
    else chains.push([candidate])
  }
  return chains
}

/**
 * Orders chains by the rank of their conventions; equal ranks keep the order of the text.
 *
 * @param conventions the most explicit first
 */
function orderChains(chains: readonly GlossCandidate[][], conventions: readonly Convention[]): GlossCandidate[][] {
  const ranks = new Map(map(conventions, ({name}, index) => [name, index]))
  const rankBefore = conventions.findLastIndex(({ranksAllBefore}) => ranksAllBefore)
  const rankOf = (chain: readonly GlossCandidate[]): number => {
    if (chain[0]?.reach === 'before' && rankBefore >= 0) return rankBefore
    return min(map(chain, ({convention}) => ranks.get(convention) ?? 0)) ?? 0
  }
  return map(
    map(chains, (chain) => ({chain, rank: rankOf(chain)})).sort((a, b) => a.rank - b.rank),
    ({chain}) => chain,
  )
}

function countWords({words}: Passage, span: Span): number {
  const {start, end} = indicesInside(words, span)
  return end - start
}

/** Log-odds of a line and a translation of so many words, at most 0. */
function scoreLengths(lineWords: number, translationWords: number): number {
  const excess = Math.max(0, Math.abs(Math.log((translationWords + SMOOTHING) / (lineWords + SMOOTHING))) - LENGTH_TOLERANCE)
  return -LENGTH_COST * excess * excess
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The adjacent words, with only white space between them, that end at an offset. */
function findWordsEndingAt(words: readonly NumberedFinding[], {text}: Passage, anchor: number): readonly NumberedFinding[] {
  const last = firstEndingAfter(words, anchor) - 1
  let first = last
  if (last < 0 || !isWordless(text.slice((words[last] as NumberedFinding).end, anchor))) return []
  while (first > 0 && /^\s+$/u.test(text.slice((words[first - 1] as NumberedFinding).end, (words[first] as NumberedFinding).start))) first--
  return words.slice(first, last + 1)
}

/** The end of a sentence or clause, before a bracket. */
const SENTENCE_END = /[.!?…:;,—。！？、；：؟।]["'”’»)\]*_]*\s*$/u

/** Returns the function that finds what a chain of gloss candidates would translate, among the findings that no gloss has claimed. */
function createMatcher(findings: readonly Finding[], passages: readonly Passage[]) {
  const byPassage = new Map<number, PassageFindings>()
  const numbered = map(findings, (finding, index) => withFields(finding, {index}))
  for (const [passage, own] of groupBy(numbered, (finding) => finding.passage)) {
    byPassage.set(passage, {lines: own.filter(({kind}) => kind === 'line'), words: own.filter(({kind}) => kind === 'word')})
  }
  return (chain: readonly GlossCandidate[], claimed: ReadonlySet<number>): Match | undefined => {
    const [candidate] = chain as [GlossCandidate]
    const translationWords = chain.reduce((sum, {passage, content}) => sum + countWords(passages[passage] as Passage, content), 0)
    const createMatch = (of: readonly NumberedFinding[], odds: number): Match | undefined => {
      const free = of.filter(({index}) => !claimed.has(index))
      if (free.length === 0 || free.some((finding) => chain.some(({passage, content}) => passage === finding.passage && overlaps(content, finding)))) {
        return undefined
      }
      const lineWords = free.reduce((sum, {words: {start, end}}) => sum + end - start, 0)
      return {candidates: chain, of: free, odds: odds + (free[0]?.kind === 'line' ? scoreLengths(lineWords, translationWords) : 0)}
    }
    if (candidate.reach === 'all') {
      const inside = (kind: keyof PassageFindings) =>
        flatMap(candidate.of, (place: Place) => {
          const own = byPassage.get(place.passage)?.[kind] ?? []
          const from = firstEndingAfter(own, place.start)
          let to = from
          while (to < own.length && (own[to] as NumberedFinding).start < place.end) to++
          return own.slice(from, to)
        })
      const lines = inside('lines')
      return lines.length > 0 ? createMatch(lines, candidate.odds.line) : createMatch(inside('words'), candidate.odds.word)
    }
    const [{passage, end: anchor}] = candidate.of as [Place]
    const {text} = passages[passage] as Passage
    const {lines, words} = byPassage.get(passage) ?? {lines: [], words: []}
    const nextLine = firstEndingAfter(lines, anchor)
    const last = lines[nextLine - 1]
    const adjacentWords = findWordsEndingAt(words, passages[passage] as Passage, anchor)
    if (adjacentWords.length > 0 && (adjacentWords.at(-1)?.end ?? 0) > (last?.end ?? 0)) return createMatch(adjacentWords, candidate.odds.word)
    if (!last) return undefined
    const positionOdds = isWordless(text.slice(last.end, anchor))
      ? ADJACENT
      : SENTENCE_END.test(text.slice(Math.max(0, anchor - 8), anchor)) || anchor === text.length
        ? AFTER_SENTENCE
        : INSIDE_SENTENCE
    return createMatch(lines.slice(Math.max(0, nextLine - MAX_LINES), nextLine), candidate.odds.line + positionOdds)
  }
}

/**
 * Decides which glosses translate which findings. A note, a list or an explanation translates what it refers to; a bracket translates the
 * words right before it, otherwise all lines before it that no earlier gloss has claimed, with or without narration between. A bracket
 * with nothing to translate, or one that reads like an aside, is no gloss.
 *
 * @param context `conventions`: the most explicit first; what one has claimed is not available to the next
 */
export function pair(
  findings: readonly Finding[],
  {passages, glossCandidates, conventions}: {passages: readonly Passage[]; glossCandidates: readonly GlossCandidate[]; conventions: readonly Convention[]},
): Pairing[] {
  const chains = orderChains(chainCandidates(passages, glossCandidates), conventions)
  const findMatch = createMatcher(findings, passages)

  const pairAll = (habits: ReadonlyMap<string, number>): {matches: Match[]; decisions: Decision[]} => {
    const claimed = new Set<number>()
    const glosses = new Map<number, Span[]>()
    const decisions: Decision[] = []
    const matches: Match[] = []
    for (const chain of chains) {
      const [candidate] = chain as [GlossCandidate]
      const before = glosses.get(candidate.passage)
      const next = before?.[firstEndingAfter(before, candidate.start)]
      if (next && overlaps(next, candidate)) continue
      const match = findMatch(chain, claimed)
      if (!match) continue
      const {odds} = match
      const habit = habitOf(candidate, match.of[0]?.kind ?? 'line')
      const isTranslation = isAccepted({odds, habit}, habits)
      decisions.push({odds, habit, isTranslation})
      if (!isTranslation) continue
      for (const {index} of match.of) claimed.add(index)
      for (const gloss of chain) {
        const list = glosses.get(gloss.passage)
        if (list) list.splice(firstEndingAfter(list, gloss.start), 0, gloss)
        else glosses.set(gloss.passage, [gloss])
      }
      matches.push(match)
    }
    return {matches, decisions}
  }
  const first = pairAll(new Map())
  const habits = scoreHabits(first.decisions, PAIRING_LIMITS)
  // If the author's habits change no decision, a second round would give the same result.
  const isSettled = first.decisions.every((decision) => isAccepted(decision, habits) === decision.isTranslation)
  const {matches} = isSettled ? first : pairAll(habits)
  return map(matches, ({candidates, of}) => ({candidates, of: map(of, ({index}) => index)})).sort(
    (a, b) => (a.candidates[0]?.passage ?? 0) - (b.candidates[0]?.passage ?? 0) || (a.candidates[0]?.start ?? 0) - (b.candidates[0]?.start ?? 0),
  )
}
