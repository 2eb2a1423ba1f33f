import type {Finding, GlossCandidate, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {Span} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {groupBy} from '../util/lists.js'
import type {Proposal} from './propose-spans.js'
import type {Candidate} from './spans/candidates.js'
import type {Context, Target} from './spans/context.js'
import {conventionOf} from './spans/convention-of.js'
import {type Decision, decide} from './spans/decide.js'
import {weights} from './spans/load-weights.js'
import {type Layout, OTHER_BRACKET, ROUND, SQUARE} from './spans/passage-layout.js'
import {choicesOf} from './spans/prepare-targets.js'
import {compareOptions} from './spans/reasons.js'
import {STOPS} from './stops.js'
import type {AlignedGloss, PairingReport, Part} from './types.js'

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Host
  /** Names of the arrangements that count; a span in another translates nothing. */
  readonly isEnabled: (convention: string) => boolean
  /** Whether nothing else translates a finding, by its index. */
  readonly isOpen: (index: number) => boolean
  /** What the built-in conventions propose, by the indices of findings. */
  readonly proposals: ReadonlyMap<number, Proposal>
  /** Whether a stretch may hold a translation; what a mark has taken may not. */
  readonly isFree: (passage: number, span: Span) => boolean
  /** Stems of what dictionaries say of words, by their keys. */
  readonly meaningsOf?: (keys: readonly string[]) => ReadonlySet<string>
}

const LEADS: ReadonlySet<string> = new Set('¿¡…')

/** The text of a span: its words, the marks of an exclamation or question, and the stop behind it; never a part of what is foreign. */
function contentOf(layout: Layout, {from, to}: Pick<Candidate, 'from' | 'to'>, foreign: readonly Finding[]): Span {
  const {text, words} = layout.passage
  let start = words[from]?.start as number
  let end = words[to - 1]?.end as number
  const next = firstEndingAfter(foreign, end)
  const first = foreign[firstEndingAfter(foreign, start) - 1]?.end ?? 0
  const last = foreign[next]?.start ?? text.length
  while (start > first && LEADS.has(text[start - 1] as string)) start--
  while (end < last && STOPS.has(text[end] as string)) end++
  return {start, end}
}

/** The outermost bracket around a span. */
function bracketAround({enclosures, enclosureOf}: Layout, from: number): number {
  let found = -1
  for (let at = enclosureOf[from] as number; at >= 0; at = enclosures[at]?.parent as number) {
    const {kind} = enclosures[at] as Layout['enclosures'][number]
    if (kind === ROUND || kind === SQUARE || kind === OTHER_BRACKET) found = at
  }
  return found
}

/** A gloss that is being put together. */
interface Draft {
  readonly convention: string
  readonly passage: number
  start: number
  end: number
  readonly parts: Part[]
}

/** The gloss that a decision makes by itself. */
function draftOf({convention, candidate, of, proposal}: Chosen, layout: Layout, foreign: readonly Finding[]): Draft {
  const {passage} = candidate
  const content = proposal ? proposal.part : contentOf(layout, candidate, foreign)
  const part: Part = {start: content.start, end: content.end, of}
  const bracket = bracketAround(layout, candidate.from)
  const outer = proposal?.gloss.candidate ?? (bracket >= 0 ? (layout.enclosures[bracket] as Layout['enclosures'][number]).outer : content)
  return {convention, passage, start: Math.min(outer.start, content.start), end: Math.max(outer.end, content.end), parts: [part]}
}

/** A span, and the indices of the findings that it translates. */
interface Chosen {
  readonly convention: string
  readonly candidate: Candidate
  readonly of: number[]
  /** If a convention proposes this very span. */
  readonly proposal: Proposal | undefined
}

/** Another translation of a line, right behind the one that was chosen. */
type Further = Proposal['others'][number] & {readonly of: readonly number[]}

const draftOfFurther = ({part: {start, end}, gloss: {candidate}, of}: Further): Draft => ({
  convention: candidate.convention,
  passage: candidate.passage,
  start: candidate.start,
  end: candidate.end,
  parts: [{start, end, of}],
})

/** Only white space, or nothing, between two glosses. */
const CLOSE = /^\s*$/u

/** Parts that stand in one bracket, or follow each other at once, are one gloss. */
function glossesOf(chosen: readonly Chosen[], further: readonly Further[], {layoutAt, findings}: Context): AlignedGloss[] {
  const foreignIn = groupBy(findings, ({passage}) => passage)
  const first = chosen.map((one) => draftOf(one, layoutAt(one.candidate.passage), foreignIn.get(one.candidate.passage) ?? []))
  const drafts = [...first, ...further.map(draftOfFurther)].sort((a, b) => a.passage - b.passage || a.start - b.start || b.end - a.end)
  const merged: Draft[] = []
  for (const draft of drafts) {
    const last = merged.at(-1)
    const {text} = layoutAt(draft.passage).passage
    const isNext =
      last?.passage === draft.passage &&
      (draft.start < last.end ||
        (last.convention === draft.convention && BRACKETED.has(draft.convention) === false && CLOSE.test(text.slice(last.end, draft.start))))
    if (last && isNext) {
      for (const part of draft.parts) last.parts.push(part)
      last.end = Math.max(last.end, draft.end)
    } else merged.push(draft)
  }
  return merged.map(({convention, passage, start, end, parts: all}): AlignedGloss => {
    const parts = all.sort((a, b) => a.start - b.start || a.end - b.end)
    const of = parts.flatMap(({of: own}) => own)
    const content = {start: parts[0]?.start as number, end: parts.reduce((most, part) => Math.max(most, part.end), 0)}
    const candidate: GlossCandidate = {convention, passage, start, end, content, of: [], reach: 'all', odds: {line: 0, word: 0}}
    return {candidate, of, parts}
  })
}

/** Conventions whose glosses end with their brackets. */
const BRACKETED: ReadonlySet<string> = new Set(['round-brackets', 'square-brackets', 'own-paragraph'])

/** More words than any passage has, to number the words of a story. */
const WORDS = 2 ** 32

/** Spans that two lines claim without sharing them go to the more probable one. */
function withoutOverlaps(decisions: readonly Decision[]): Decision[] {
  const byScore = [...decisions].sort((a, b) => b.option.score - a.option.score || a.list.target.index - b.list.target.index)
  const owners = new Map<number, Candidate>()
  const kept = byScore.filter(({option}) => {
    const {passage, from, to} = option.candidate as Candidate
    for (let i = from; i < to; i++) {
      const owner = owners.get(passage * WORDS + i)
      if (owner && (owner.from !== from || owner.to !== to)) return false
    }
    for (let i = from; i < to; i++) owners.set(passage * WORDS + i, option.candidate as Candidate)
    return true
  })
  return kept.sort((a, b) => a.list.target.index - b.list.target.index)
}

/** Why a finding has its translation, and what comes nearest to it. */
function reportOf({list: {target, options}, option, habit, none: probability}: Decision, passages: readonly Passage[]): PairingReport {
  const none = options.at(-1)?.features ?? []
  const {candidate: chosen} = option
  const isOther = ({candidate}: Decision['option']): boolean =>
    candidate !== undefined && !(chosen && chosen.passage === candidate.passage && chosen.from < candidate.to && candidate.from < chosen.to)
  const other = options.find(isOther)
  const place = other?.candidate
  const words = passages[place?.passage ?? 0]?.words
  return {
    of: target.index,
    none: probability,
    reasons: chosen && option.features ? compareOptions(option.features, none, weights(), habit) : [],
    rejected:
      place && words && other.features
        ? {
            passage: place.passage,
            start: words[place.from]?.start as number,
            end: words[place.to - 1]?.end as number,
            reasons: compareOptions(other.features, (chosen && option.features) ?? none, weights()),
          }
        : undefined,
  }
}

/** Log-odds that a translation needs which nothing but its place and its words connects with the line: a wrong one annoys more than a missing one. */
const NEARBY = 1
const UNMARKED: ReadonlySet<string> = new Set(['nearby', 'repeated'])

/** Glosses of the findings of a story: for each line and loan the span that translates it, if any does. */
export function translate(
  findings: readonly Finding[],
  {passages, survey, host, isEnabled, isOpen, isFree, proposals, meaningsOf}: Knowledge,
): {glosses: AlignedGloss[]; reports: PairingReport[]} {
  if (findings.length === 0) return {glosses: [], reports: []}
  const {choices, context} = choicesOf(findings, {passages, survey, host, isOpen, proposals, screen: weights(), ...(meaningsOf && {meaningsOf})})
  const decisions = decide(choices, context, weights())
  const possible = decisions.filter(({list: {target}, option, habit}) => {
    const {candidate} = option
    if (!candidate) return false
    const {passage, from, to} = candidate
    const {words} = passages[passage] as Passage
    const isSpanFree = isFree(passage, {start: words[from]?.start as number, end: words[to - 1]?.end as number})
    const convention = conventionAt(candidate, target, proposals, context)
    const isClear = !UNMARKED.has(convention) || option.score + habit >= NEARBY
    return isSpanFree && isClear && isEnabled(convention)
  })
  const chosen = new Map<string, Chosen>()
  const further: Further[] = []
  const accepted = new Set<Decision>()
  for (const decision of withoutOverlaps(possible)) {
    accepted.add(decision)
    const {target} = decision.list
    const candidate = decision.option.candidate as Candidate
    const proposal = proposalAt(candidate, target, proposals)
    for (const other of proposal?.others ?? []) further.push({...other, of: [target.index]})
    const key = `${candidate.passage}:${candidate.from}:${candidate.to}`
    const known = chosen.get(key)
    if (known) known.of.push(target.index)
    else chosen.set(key, {convention: conventionAt(candidate, target, proposals, context), candidate, of: [target.index], proposal})
  }
  const none = (list: Decision['list']) => list.options.at(-1) as Decision['option']
  const reports = decisions.map((decision) => reportOf(accepted.has(decision) ? decision : {...decision, option: none(decision.list), habit: 0}, passages))
  return {glosses: glossesOf([...chosen.values()], further, context), reports}
}

/** What a convention proposes for a line, if it is this very span. */
function proposalAt({passage, from, to}: Candidate, {index}: Target, proposals: ReadonlyMap<number, Proposal>): Proposal | undefined {
  const own = proposals.get(index)
  return own && own.passage === passage && own.from === from && own.to === to ? own : undefined
}

const conventionAt = (candidate: Candidate, target: Target, proposals: ReadonlyMap<number, Proposal>, {layoutAt}: Context): string =>
  proposalAt(candidate, target, proposals)?.convention ?? conventionOf(candidate, target, layoutAt(candidate.passage))
