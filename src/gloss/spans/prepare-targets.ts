import type {Finding, Survey} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import type {Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import type {Proposal} from '../propose-spans.js'
import {arrangementOf} from './arrangement.js'
import {type Candidate, candidatesOf} from './candidates.js'
import type {Context, Target} from './context.js'
import {cueMarker} from './cues.js'
import {entryFinder} from './entries-for.js'
import {featuresOf} from './features.js'
import {factsOf} from './line-facts.js'
import {featuresOfNone} from './none-features.js'
import {noteFinder} from './notes-for.js'
import {type Layout, layouts, SPEECH} from './passage-layout.js'
import {candidateOf, featuresOfProposal, isSameSpan, noneOfProposal} from './proposed.js'
import {type Basics, basicsOf} from './span-place.js'
import {SPOKEN_EMPHASIS, settingOf} from './span-shape.js'
import {traitsOf} from './traits.js'

/** One line, and what may translate it. */
export interface Choice {
  readonly target: Target
  readonly candidates: readonly Candidate[]
  readonly features: readonly (readonly number[])[]
  readonly arrangements: readonly number[]
  readonly none: readonly number[]
}

/** Whether a finding is one word outside of speech, as in a bracket of the narration: such a sentence is translated as a loan is. */
const isLoneWord = (layout: Layout, from: number, to: number): boolean => {
  if (to - from !== 1 || from >= layout.count) return false
  const setting = settingOf(layout, from, to)
  return setting !== SPEECH && setting !== SPOKEN_EMPHASIS && !(from === 0 && to === layout.count)
}

/** What is known before anything is paired, and the choices of the story in the order of the text. */
export function choicesOf(
  findings: readonly Finding[],
  {
    passages,
    survey,
    host,
    isOpen = () => true,
    screen,
    proposals = NO_PROPOSALS,
    meaningsOf,
  }: {
    passages: readonly Passage[]
    survey: Survey
    host: Host
    /** Whether nothing else translates a finding, by its index. */
    isOpen?: (index: number) => boolean
    /** The weights by which unlikely candidates are left out early; without them all are kept, as fitting needs. */
    screen?: Float64Array
    /** What conventions propose for findings, by their indices. */
    proposals?: ReadonlyMap<number, Proposal>
    meaningsOf?: (keys: readonly string[]) => ReadonlySet<string>
  },
): {choices: Iterable<Choice>; context: Context} {
  const linesIn = new Map<number, {words: Span; number: number}[]>()
  findings.forEach(({kind, passage, words}, number) => {
    if (kind !== 'line') return
    const list = linesIn.get(passage)
    if (list) list.push({words, number})
    else linesIn.set(passage, [{words, number}])
  })
  const layoutAt = layouts(passages, survey, linesIn, cueMarker(host.cues), traitsOf(survey, host))
  const targets = findings.map(({kind, passage, words: {start, end}}, index): Target => {
    const layout = layoutAt(passage)
    const keys: string[] = []
    for (let i = start; i < Math.min(end, layout.count); i++) keys.push(layout.formAt(i).key)
    return {index, kind: kind === 'word' || isLoneWord(layout, start, end) ? 1 : 0, passage, from: start, to: end, keys, said: keys.join(' ')}
  })
  const {entriesFor, isKey} = entryFinder(passages, survey, targets, {layoutAt, host})
  const notesFor = noteFinder(passages, survey)
  const context: Context = {passages, survey, host, findings, layoutAt, notesFor, entriesFor}
  // Starts of findings before each word of the story.
  const total = passages.at(-1)?.tokens.end ?? 0
  const earlier = new Int32Array(total + 1)
  for (const {passage, from} of targets) earlier[(passages[passage] as Passage).tokens.start + from + 1]!++
  for (let i = 1; i <= total; i++) earlier[i]! += earlier[i - 1] as number
  const times = new Map<string, number>()
  for (const {said} of targets) times.set(said, (times.get(said) ?? 0) + 1)
  const seen = new Map<string, number>()
  const perPassage = new Map<number, number>()
  for (const {passage} of targets) perPassage.set(passage, (perPassage.get(passage) ?? 0) + 1)
  let nth = 0
  let last = -1
  const choiceOf = (target: Target): Choice => {
    nth = target.passage === last ? nth + 1 : 0
    last = target.passage
    const before = seen.get(target.said) ?? 0
    const facts = factsOf(target, context, nth, perPassage.get(target.passage) as number, meaningsOf?.(target.keys) ?? NOTHING)
    const isAsked = isOpen(target.index) && target.from < target.to && !isKey(target)
    const all = isAsked && before < OFTEN ? candidatesOf(target, context, before >= FAMILIAR) : []
    const proposal = isAsked ? proposals.get(target.index) : undefined
    const proposed = proposal && candidateOf(proposal, target, context)
    if (proposed && !all.some((candidate) => isSameSpan(candidate, proposed))) all.push(proposed)
    const basics = all.map((candidate) => basicsOf(candidate, target, facts, context))
    const kept = screen ? likeliest(basics, screen, proposed) : basics
    const candidates = kept.map(({candidate}) => candidate)
    const entries = context.entriesFor(target)
    const layout = layoutAt(target.passage)
    const after = layout.right[target.to] ?? 0
    let following = 0
    if (target.to < layout.count) following = layout.line_[target.to] !== 0 ? 1 : layout.enclosureOf[target.to] === layout.enclosureOf[target.to - 1] ? 2 : 3
    const none = featuresOfNone(
      facts,
      {
        before: before > 0,
        notes: notesFor(target).length > 0,
        entries: entries.reduce((most, {hint}) => Math.max(most, hint + 1), 0) > 3 ? 3 : entries.reduce((most, {hint}) => Math.max(most, hint + 1), 0),
        again: (times.get(target.said) ?? 0) > 1,
        following,
      },
      after,
    )
    seen.set(target.said, before + 1)
    const features = kept.map((one) => featuresOf(one, target, facts, context, earlier))
    if (proposal && proposed) {
      for (const [i, own] of features.entries()) own.push(...featuresOfProposal(candidates[i] as Candidate, proposed, proposal, facts.kind))
      none.push(noneOfProposal(proposal, facts.kind))
    }
    return {
      target,
      candidates,
      features,
      arrangements: candidates.map((candidate) => arrangementOf(candidate, target, context)),
      none,
    }
  }
  function* choices(): Generator<Choice> {
    // Made one at a time: the features of all would take more memory than the story.
    for (const target of targets) yield choiceOf(target)
  }
  return {choices: choices(), context}
}

/** Candidates that are looked at closely. */
const MAX_CLOSE = 20

/** The candidates whose cheap features speak most for them, in their order; what a convention proposes is always among them. */
function likeliest(basics: readonly Basics[], weights: Float64Array, proposed: Candidate | undefined): readonly Basics[] {
  if (basics.length <= MAX_CLOSE) return basics
  const scores = basics.map(({candidate, features}) => {
    if (proposed && isSameSpan(candidate, proposed)) return Number.POSITIVE_INFINITY
    let sum = 0
    for (const feature of features) sum += weights[feature] as number
    return sum
  })
  const limit = Float64Array.from(scores).sort()[basics.length - MAX_CLOSE] as number
  return basics.filter((_, i) => (scores[i] as number) >= limit)
}

/** What has been said so often before is hardly explained again. */
const FAMILIAR = 4

/** From so many repetitions on, only what a convention proposes is considered; this limits the time for a list of one word. */
const OFTEN = 100

const NO_PROPOSALS: ReadonlyMap<number, Proposal> = new Map()
const NOTHING: ReadonlySet<string> = new Set()
