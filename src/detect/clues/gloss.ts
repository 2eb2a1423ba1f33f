import {ROLES} from '../../hosts/roles.js'
import {firstEndingAfter, indicesInside} from '../../prose/spans.js'
import type {Place, PrintedForm} from '../../prose/types.js'
import {isCapitalized, isWordless} from '../../prose/word-shape.js'
import type {Passage} from '../../source/types.js'
import {flatMap, groupBy, map} from '../../util/lists.js'
import {CLUE_LIMITS, type HabitObservation, scoreHabits} from '../habits.js'
import {memoizePerStory} from '../memoize-per-story.js'
import {getForm, getForms} from '../passage-forms.js'
import type {Candidate, ClueContext, ClueDefinition, GlossCandidate} from '../types.js'

/** Weights of a translation for a line: right behind it, behind narration that follows it, or referring to it (a note or an explanation). */
const ADJACENT = 3
const LATER = 2
const REFERRING = 4
/** Weight of a short translation right behind a single word, and its longest length in UTF-16 code units. */
const WORD = 10
const SHORT_GLOSS = 50

/** Added if a phrase explains an unknown name or an unknown capitalized word, which then is a name with a meaning, or no name: *Es-sat (rough skin)*. */
const EXPLAINED_NAME = 10
const EXPLAINED_CAPITAL = 3
/** Log-odds from which a gloss is such a phrase. */
const MIN_PHRASE_ODDS = 2

/** Log-odds of a gloss candidate from which it counts in full. */
const FULL_ODDS = {line: 2.5, word: 2}

/** Share of a weight that a gloss candidate deserves: 0 if it reads like an aside, at most 1.25. */
const shareOf = (glossCandidate: GlossCandidate, kind: Candidate['kind']): number => Math.max(0, Math.min(1.25, glossCandidate.odds[kind] / FULL_ODDS[kind]))

/** A gloss candidate and one of the places it refers to. */
interface GlossReference {
  readonly place: Place
  readonly glossCandidate: GlossCandidate
}

/** Number of references before the end of a candidate that are examined; more than one rarely refers to it. */
const MAX_REFERENCES = 8

/** Index of the first reference to a place that starts at `offset` or later. */
function findFirstReference(references: readonly GlossReference[], offset: number): number {
  let low = 0
  let high = references.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((references[middle] as GlossReference).place.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Most UTF-16 code units, none of them letters or digits, between a candidate and the gloss right behind it. */
const NEAR = 8

function isNear(end: number, {text}: Passage, {of}: GlossCandidate): boolean {
  const anchor = of[0]?.end as number
  return anchor - end < NEAR && isWordless(text.slice(end, anchor))
}

/**
 * Observes each convention behind speech: whether a line that has been found precedes the gloss candidate. An author who has translated
 * twenty lines in brackets does so again.
 */
function* observeHabits({passages, found}: ClueContext, glossCandidates: readonly GlossCandidate[]): Generator<HabitObservation> {
  const firstLineEnd = new Map<number, number>()
  for (const {kind, passage, end} of found) if (kind === 'line' && !firstLineEnd.has(passage)) firstLineEnd.set(passage, end)
  if (firstLineEnd.size === 0) return
  for (const {of, odds, convention} of glossCandidates) {
    const [{passage, end: anchor}] = of as [Place]
    const [speech] = (passages[passage] as Passage).quotations
    if (odds.line < FULL_ODDS.line || !speech || speech.end > anchor) continue
    yield {habit: convention, isTranslation: (firstLineEnd.get(passage) ?? anchor + 1) <= anchor}
  }
}

function weighFollowing({kind, end, sentence}: Candidate, passage: Passage, glossCandidate: GlossCandidate, habit: number): number {
  // Narration between a speech and its translation is not what is translated.
  const isNarration = passage.sentences[sentence]?.zone === 'narration' && passage.quotations.length > 0
  const isAdjacent = isNear(end, passage, glossCandidate) && !(kind === 'line' && isNarration)
  if (kind === 'line') return Math.max(0, isAdjacent ? ADJACENT + habit : LATER) * shareOf(glossCandidate, kind)
  const {start, end: contentEnd} = glossCandidate.content
  return isAdjacent && contentEnd - start <= SHORT_GLOSS ? WORD * shareOf(glossCandidate, kind) : 0
}

/** The gloss candidates of a story by the passage that they may translate, in the order of the text. */
const groupGlossCandidates = memoizePerStory(({glossCandidates}: ClueContext) => {
  const following = glossCandidates.filter(({reach}) => reach === 'before')
  const followingIn = groupBy(following, ({of}) => of[0]?.passage as number)
  const referencesIn = groupBy(
    flatMap(
      glossCandidates.filter(({reach}) => reach === 'all'),
      (glossCandidate) => map(glossCandidate.of, (place): GlossReference => ({place, glossCandidate})),
    ),
    ({place}) => place.passage,
  )
  const anchorsIn = new Map<number, Place[]>()
  for (const [passage, group] of followingIn) {
    group.sort((a, b) => (a.of[0]?.end as number) - (b.of[0]?.end as number))
    anchorsIn.set(
      passage,
      map(group, ({of}) => of[0] as Place),
    )
  }
  for (const group of referencesIn.values()) group.sort((a, b) => a.place.start - b.place.start)
  return {following, followingIn, anchorsIn, referencesIn}
})

/** A possible translation follows in the same paragraph, or refers to the candidate. */
export const gloss: ClueDefinition = {
  name: 'gloss',
  of: ['line', 'word'],
  prepare: (context) => {
    const {passages, survey, host} = context
    const weighName = (word: PrintedForm, {odds, passage, content}: GlossCandidate): number => {
      if (!isCapitalized(word.surface) || odds.word < MIN_PHRASE_ODDS || survey.tierOf(word) !== undefined) return 0
      const [first] = getForms(passages[passage] as Passage, indicesInside((passages[passage] as Passage).words, content), survey)
      // An indefinite article says what sort of thing has the name: *the Tarro (a small schooner)*.
      if (first && ROLES.indefinite.has(host.roleOf(first.key) ?? '')) return 0
      return survey.names.has(word.key) ? EXPLAINED_NAME : EXPLAINED_CAPITAL
    }
    const {following, followingIn, anchorsIn, referencesIn} = groupGlossCandidates(context)
    const habits = scoreHabits(observeHabits(context, following), CLUE_LIMITS)
    return (candidate) => {
      const {passage, kind, start, end, words} = candidate
      const word = getForm(passages[passage] as Passage, words.start, survey)
      let weight = 0
      const next = followingIn.get(passage)?.[firstEndingAfter(anchorsIn.get(passage) ?? [], end - 1)]
      if (next && !(next.passage === passage && next.start < end)) {
        weight = weighFollowing(candidate, passages[passage] as Passage, next, habits.get(next.convention) ?? 0)
        if (kind === 'word' && weight > 0) weight += weighName(word, next)
      }
      const references = referencesIn.get(passage) ?? []
      for (let i = findFirstReference(references, end) - 1, examined = 0; i >= 0 && examined < MAX_REFERENCES; i--, examined++) {
        const {place, glossCandidate} = references[i] as GlossReference
        if (place.end <= start) continue
        if (kind === 'line') weight = Math.max(weight, REFERRING * shareOf(glossCandidate, kind))
        else if (place.start <= start && end <= place.end) weight = Math.max(weight, WORD * shareOf(glossCandidate, kind) + weighName(word, glossCandidate))
      }
      return weight
    }
  },
}
