import {firstEndingAfter} from '../../prose/spans.js'
import {isCapitalised, isGap} from '../../prose/tokenizer.js'
import type {Place, PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap, groupBy, map} from '../../util/lists.js'
import {formOf} from '../passage-forms.js'
import {perStory} from '../per-story.js'
import type {Candidate, ClueContext, ClueDefinition, GlossCandidate} from '../types.js'

/** A translation right behind the quotation says more than one that narration parts from it; a note or explanation most. */
const AT_ONCE = 3
const LATER = 2
const POINTED = 4
/** A short translation right behind a single word. */
const WORD = 10
const SHORT_GLOSS = 50

/** A strange name that a phrase explains is a name with a meaning, or no name at all: *Es-sat (rough skin)*. */
const EXPLAINED_NAME = 10
const EXPLAINED_CAPITAL = 3
/** Log-odds of such a phrase; one with an indefinite article says what sort of thing bears the name: *the Tarro (a small schooner)*. */
const PHRASE = 2

/** What the author's habit adds to a translation, at most, and takes from it. */
const HABIT = {most: 3, least: -1}

/** Log-odds of a site's reading as a translation that count in full. */
const PLAIN = {line: 2.5, word: 2}

/** How much of a weight a site deserves: nothing, if it reads like an aside. */
const worth = (site: GlossCandidate, kind: Candidate['kind']): number => Math.max(0, Math.min(1.25, site.odds[kind] / PLAIN[kind]))

interface Pointing {
  readonly place: Place
  readonly site: GlossCandidate
}

/** So many explanations before the end of a candidate are looked at; hardly ever does more than one point at it. */
const MOST_POINTING = 8

/** Index of the first that points at a place from `offset` on. */
function firstFrom(pointing: readonly Pointing[], offset: number): number {
  let low = 0
  let high = pointing.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pointing[middle] as Pointing).place.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const isNear = (end: number, {text}: Passage, site: GlossCandidate): boolean => {
  const anchor = site.of[0]?.end as number
  return anchor - end < 8 && isGap(text.slice(end, anchor))
}

/**
 * How an author uses a convention, in log-odds: how many of its sites stand somewhere behind speech, and how many of these behind
 * what is known for a line by now. Who has translated twenty lines in brackets does so again.
 */
function habitsOf({passages, found}: ClueContext, sites: readonly GlossCandidate[]): Map<string, number> {
  const counts = new Map<string, {yes: number; no: number}>()
  const firstLine = new Map<number, number>()
  for (const {kind, passage, end} of found) if (kind === 'line' && !firstLine.has(passage)) firstLine.set(passage, end)
  if (firstLine.size === 0) return new Map()
  for (const site of sites) {
    const [{passage: index, end: anchor}] = site.of as [Place]
    const [speech] = (passages[index] as Passage).quotations
    if (site.odds.line < PLAIN.line || !speech || speech.end > anchor) continue
    const count = counts.get(site.convention) ?? {yes: 0, no: 0}
    counts.set(site.convention, count)
    count[(firstLine.get(index) ?? anchor + 1) <= anchor ? 'yes' : 'no']++
  }
  return new Map(Array.from(counts, ([name, {yes, no}]) => [name, Math.max(HABIT.least, Math.min(HABIT.most, Math.log((yes + 1) / (no + 1))))] as const))
}

function weighFollowing({kind, end, sentence}: Candidate, passage: Passage, site: GlossCandidate, habit: number): number {
  // Narration between a speech and its translation is not what is translated.
  const told = passage.sentences[sentence]?.zone === 'narration' && passage.quotations.length > 0
  const near = isNear(end, passage, site) && !(kind === 'line' && told)
  if (kind === 'line') return Math.max(0, near ? AT_ONCE + habit : LATER) * worth(site, kind)
  return near && site.content.end - site.content.start <= SHORT_GLOSS ? WORD * worth(site, kind) : 0
}

/** The sites of a story by the passage that they may explain, in the order of the text. */
const ordered = perStory(({sites}: ClueContext) => {
  const after = sites.filter(({reach}) => reach === 'before')
  const following = groupBy(after, ({of}) => of[0]?.passage as number)
  const pointing = groupBy(
    flatMap(
      sites.filter(({reach}) => reach === 'all'),
      (site) => map(site.of, (place): Pointing => ({place, site})),
    ),
    ({place}) => place.passage,
  )
  const anchors = new Map<number, Place[]>()
  for (const [passage, group] of following) {
    group.sort((a, b) => (a.of[0]?.end as number) - (b.of[0]?.end as number))
    anchors.set(
      passage,
      map(group, ({of}) => of[0] as Place),
    )
  }
  for (const group of pointing.values()) group.sort((a, b) => a.place.start - b.place.start)
  return {after, following, anchors, pointing}
})

/** Whether something that could be a translation follows in the same paragraph, or points at the candidate. */
export const gloss: ClueDefinition = {
  name: 'gloss',
  of: ['line', 'word'],
  prepare: (evidence) => {
    const {passages, survey} = evidence
    const named = (word: PrintedForm, {odds, passage, content}: GlossCandidate): number => {
      if (!isCapitalised(word.surface) || odds.word < PHRASE || survey.tierOf(word) !== undefined) return 0
      const said = (passages[passage] as Passage).text.slice(content.start, content.end)
      if (/^(?:an?|one|some)\s/iu.test(said)) return 0
      return survey.names.has(word.key) ? EXPLAINED_NAME : EXPLAINED_CAPITAL
    }
    const {after, following, anchors, pointing} = ordered(evidence)
    const habits = habitsOf(evidence, after)
    return (candidate) => {
      const {passage, kind, start, end, words} = candidate
      const word = formOf(passages[passage] as Passage, words.start, survey)
      let weight = 0
      const group = following.get(passage)
      const site = group?.[firstEndingAfter(anchors.get(passage) ?? [], end - 1)]
      if (site && !(site.passage === passage && site.start < end)) {
        weight = weighFollowing(candidate, passages[passage] as Passage, site, habits.get(site.convention) ?? 0)
        if (kind === 'word' && weight > 0) weight += named(word, site)
      }
      const explanations = pointing.get(passage) ?? []
      for (let i = firstFrom(explanations, end) - 1, looked = 0; i >= 0 && looked < MOST_POINTING; i--, looked++) {
        const {place, site: explanation} = explanations[i] as Pointing
        if (place.end <= start) continue
        if (kind === 'line') weight = Math.max(weight, POINTED * worth(explanation, kind))
        else if (place.start <= start && end <= place.end) weight = Math.max(weight, WORD * worth(explanation, kind) + named(word, explanation))
      }
      return weight
    }
  },
}
