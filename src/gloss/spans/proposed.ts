import type {Proposal} from '../propose-spans.js'
import {type Candidate, LIST, NOTE, TEXT} from './candidates.js'
import type {Context, Target} from './context.js'
import {COLON, DASH, type Layout} from './passage-layout.js'
import {template} from './span-templates.js'

/** Names of the conventions whose proposals are features, in the order of the weights; those not named share number 0. */
const NAMES = [
  'notes',
  'translation-list',
  'verse',
  'round-brackets',
  'square-brackets',
  'own-paragraph',
  'meaning',
  'apposition',
  'dash',
  'reverse',
  'emphasis',
  'repeated',
] as const

const COUNT = NAMES.length + 1
const KIND = 3

/** How a candidate relates to the proposal: the same words, some of its words, other words. */
const SAME = 0
const OVERLAPPING = 1
const OTHER = 2

const T = {
  proposed: template('proposed|relation|kind', COUNT, 3, KIND),
  none: template('none|proposed|kind', COUNT, KIND),
  odds: template('proposed-odds|relation|kind', 6, 3, KIND),
} as const

const LABEL = 6
/** Longest label, in words. */
const MAX_LABEL = 3

/** The first word behind a label (*T/N:*, *Translation:*) that a proposal begins with. */
function skipLabel(layout: Layout, from: number, to: number): number {
  for (let gap = Math.min(from + MAX_LABEL, to - 1); gap > from; gap--) {
    if (layout.cue[gap] === LABEL && (layout.right[gap] === COLON || layout.right[gap] === DASH)) return gap
  }
  return from
}

const CONVENTION_ROUTES: Readonly<Record<string, number>> = {notes: NOTE, 'translation-list': LIST}

/** Words of the host language from one word of a passage to another, counted up to a limit. */
function countBetween(layout: Layout, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to && i < from + 300; i++) if (layout.line_[i] === 0) count++
  return count
}

/** The span of a proposal as a candidate; undefined if it shares words with the line itself. */
export function candidateOf({convention, passage, from: start, to}: Proposal, target: Target, {layoutAt}: Context): Candidate | undefined {
  const layout = layoutAt(passage)
  const from = skipLabel(layout, start, to)
  const route = CONVENTION_ROUTES[convention] ?? TEXT
  const at = {passage, from, to, route, hint: 0}
  if (route !== TEXT) return {...at, distance: route === NOTE ? 12 : 13, between: 0}
  const away = passage - target.passage
  if (away > 0) return {...at, distance: away === 1 ? (from === 0 ? 4 : 5) : away === 2 ? 6 : 7, between: from}
  if (away < 0) return {...at, distance: away === -1 ? 10 : 11, between: Math.max(0, layout.count - to)}
  if (to <= target.from) {
    const between = countBetween(layout, to, target.from)
    return {...at, distance: between === 0 ? 8 : 9, between}
  }
  if (from < target.to) return undefined
  const between = countBetween(layout, target.to, from)
  const stops = (layout.sentence[from] as number) - (layout.sentence[target.to] as number)
  return {...at, distance: between === 0 ? 0 : between <= 8 && stops === 0 ? 1 : stops <= 2 ? 2 : 3, between}
}

export const isSameSpan = (a: Pick<Candidate, 'passage' | 'from' | 'to'>, b: Pick<Candidate, 'passage' | 'from' | 'to'>): boolean =>
  a.passage === b.passage && a.from === b.from && a.to === b.to

const numberOf = (proposal: Proposal): number => NAMES.indexOf(proposal.convention as never) + 1

/** How much the proposal reads like a translation, in steps of 1.5 log-odds. */
function binOdds({gloss}: Proposal, kind: number): number {
  const {line, word} = gloss.candidate.odds
  return Math.max(0, Math.min(5, 1 + Math.floor((kind === 0 ? word : line) / 1.5)))
}

/** The features of a candidate, given what a convention proposes for the line. */
export function featuresOfProposal(candidate: Candidate, span: Candidate, proposal: Proposal, kind: number): [number, number] {
  const {passage, from, to} = span
  const relation = isSameSpan(candidate, span) ? SAME : candidate.passage === passage && candidate.from < to && from < candidate.to ? OVERLAPPING : OTHER
  return [T.proposed.base + (numberOf(proposal) * 3 + relation) * KIND + kind, T.odds.base + (binOdds(proposal, kind) * 3 + relation) * KIND + kind]
}

/** The same of *none*. */
export const noneOfProposal = (proposal: Proposal, kind: number): number => T.none.base + numberOf(proposal) * KIND + kind
