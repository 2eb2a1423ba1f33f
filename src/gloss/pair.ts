import min from 'lodash-es/min.js'
import type {Finding, GlossCandidate} from '../detect/types.js'
import {firstEndingAfter, indicesInside} from '../prose/spans.js'
import {isGap} from '../prose/tokenizer.js'
import type {Place, Span} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {flatMap, groupBy, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import type {Convention, Pairing} from './types.js'

/** Log-odds for a bracket right behind its line, behind the end of a sentence of narration, in the middle of one. */
const AT_ONCE = 1
const AFTER_SENTENCE = 0.5
const AMID = -3

/** A translation and its lines are of like length: beyond this log ratio of their words, what its square costs. */
const LIKE = 0.5
const UNLIKE_COST = 4
/** Added to both counts of words: of short lines the ratio says little. */
const SMOOTHING = 2

/** What an author does with brackets behind foreign words weighs at most this. */
const HABIT_LIMIT = 2

/** One bracket translates no more lines than this. */
const MOST_LINES = 40

interface Numbered extends Finding {
  readonly index: number
}

/** The findings of one passage, in its order. */
interface Found {
  readonly lines: readonly Numbered[]
  readonly words: readonly Numbered[]
}

/** Glosses in a row, and what they would translate. */
interface Match {
  readonly sites: readonly GlossCandidate[]
  readonly of: readonly Numbered[]
  readonly odds: number
}

/** Whether a gloss is one, and of which of the author's habits that tells. */
interface Decision {
  readonly odds: number
  readonly habit: string
  readonly accepted: boolean
}

/** By what an author's habit is counted. */
const habitKey = ({convention}: GlossCandidate, kind: Finding['kind']): string => `${convention}:${kind}`

const isAccepted = ({odds, habit}: Pick<Decision, 'odds' | 'habit'>, habits: ReadonlyMap<string, number>): boolean => odds + (habits.get(habit) ?? 0) > 0

/** What each habit weighs, in log-odds. */
const habitsOf = (met: readonly Decision[]): ReadonlyMap<string, number> =>
  new Map(
    Array.from(
      groupBy(met, ({habit}) => habit),
      ([habit, own]) => {
        const yes = own.filter(({accepted}) => accepted).length
        const odds = Math.log((yes + 1) / (own.length - yes + 1))
        return [habit, Math.max(-HABIT_LIMIT, Math.min(HABIT_LIMIT, odds))] as const
      },
    ),
  )

/** Glosses with nothing but white space between them: `(…)(…)`; others by themselves. */
function chains(passages: readonly Passage[], sites: readonly GlossCandidate[]): GlossCandidate[][] {
  const found: GlossCandidate[][] = []
  for (const site of sites) {
    const previous = found.at(-1)?.at(-1)
    const follows =
      previous?.passage === site.passage &&
      previous.reach === 'before' &&
      site.reach === 'before' &&
      previous.end <= site.start &&
      /^\s*$/u.test(passages[site.passage]?.text.slice(previous.end, site.start) ?? '-')
    if (follows) found.at(-1)?.push(site)
    else found.push([site])
  }
  return found
}

function countWords({words}: Passage, span: Span): number {
  const {start, end} = indicesInside(words, span)
  return end - start
}

/** What unlike lengths say against a pair, in log-odds. */
function lengthOdds(spoken: number, translated: number): number {
  const off = Math.max(0, Math.abs(Math.log((translated + SMOOTHING) / (spoken + SMOOTHING))) - LIKE)
  return -UNLIKE_COST * off * off
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The words that stand side by side and end at an offset. */
function wordsEndingAt(words: readonly Numbered[], {text}: Passage, anchor: number): readonly Numbered[] {
  const last = firstEndingAfter(words, anchor) - 1
  let first = last
  if (last < 0 || !isGap(text.slice((words[last] as Numbered).end, anchor))) return []
  while (first > 0 && /^\s+$/u.test(text.slice((words[first - 1] as Numbered).end, (words[first] as Numbered).start))) first--
  return words.slice(first, last + 1)
}

/**
 * Which glosses translate which findings. A note, a list or an explanation translates what it points at; a bracket the words
 * that it follows at once, else all lines before it that no earlier gloss has claimed, narration between them or not.
 * A bracket with nothing to translate is no gloss, and one that reads like an aside is none.
 *
 * @param conventions the most explicit first: what one has claimed the next leaves
 */
export function pair(
  findings: readonly Finding[],
  {passages, sites, conventions}: {passages: readonly Passage[]; sites: readonly GlossCandidate[]; conventions: readonly Convention[]},
): Pairing[] {
  const byPassage = new Map<number, Found>()
  const numbered = map(findings, (finding, index) => withFields(finding, {index}))
  for (const [passage, own] of groupBy(numbered, (finding) => finding.passage)) {
    byPassage.set(passage, {lines: own.filter(({kind}) => kind === 'line'), words: own.filter(({kind}) => kind === 'word')})
  }
  const rank = new Map(map(conventions, ({name}, index) => [name, index]))
  const rankOf = (chain: readonly GlossCandidate[]) => min(map(chain, ({convention}) => rank.get(convention) ?? 0)) ?? 0
  // Brackets in a row share a rank; sorting keeps the order of the text.
  const ordered = map(
    map(chains(passages, sites), (chain) => ({chain, order: chain[0]?.reach === 'before' ? -1 : rankOf(chain)})),
    ({chain, order}) => ({chain, order: order < 0 ? (rank.get('round-brackets') ?? rankOf(chain)) : order}),
  ).sort((a, b) => a.order - b.order)

  const match = (chain: readonly GlossCandidate[], claimed: ReadonlySet<number>): Match | undefined => {
    const [site] = chain as [GlossCandidate]
    const translated = chain.reduce((sum, {passage, content}) => sum + countWords(passages[passage] as Passage, content), 0)
    const matched = (of: readonly Numbered[], odds: number): Match | undefined => {
      const free = of.filter(({index}) => !claimed.has(index))
      if (free.length === 0 || free.some((finding) => chain.some(({passage, content}) => passage === finding.passage && overlap(content, finding))))
        return undefined
      const spoken = free.reduce((sum, {words: {start, end}}) => sum + end - start, 0)
      return {sites: chain, of: free, odds: odds + (free[0]?.kind === 'line' ? lengthOdds(spoken, translated) : 0)}
    }
    if (site.reach === 'all') {
      const inside = (kind: keyof Found) =>
        flatMap(site.of, (place: Place) => {
          const found = byPassage.get(place.passage)?.[kind] ?? []
          const from = firstEndingAfter(found, place.start)
          let to = from
          while (to < found.length && (found[to] as Numbered).start < place.end) to++
          return found.slice(from, to)
        })
      const lines = inside('lines')
      return lines.length > 0 ? matched(lines, site.odds.line) : matched(inside('words'), site.odds.word)
    }
    const [{passage, end: anchor}] = site.of as [Place]
    const {text} = passages[passage] as Passage
    const {lines, words} = byPassage.get(passage) ?? {lines: [], words: []}
    const nextLine = firstEndingAfter(lines, anchor)
    const last = lines[nextLine - 1]
    const ending = wordsEndingAt(words, passages[passage] as Passage, anchor)
    if (ending.length > 0 && (ending.at(-1)?.end ?? 0) > (last?.end ?? 0)) return matched(ending, site.odds.word)
    if (!last) return undefined
    const atOnce = isGap(text.slice(last.end, anchor))
    const where = atOnce
      ? AT_ONCE
      : /[.!?…:;,—]["'”’»)\]*_]*\s*$/u.test(text.slice(Math.max(0, anchor - 8), anchor)) || anchor === text.length
        ? AFTER_SENTENCE
        : AMID
    return matched(lines.slice(Math.max(0, nextLine - MOST_LINES), nextLine), site.odds.line + where)
  }

  const pairAll = (habits: ReadonlyMap<string, number>): {pairings: Match[]; met: Decision[]} => {
    const claimed = new Set<number>()
    const glosses = new Map<number, Span[]>()
    const met: Decision[] = []
    const pairings: Match[] = []
    for (const {chain} of ordered) {
      const [site] = chain as [GlossCandidate]
      const before = glosses.get(site.passage)
      const next = before?.[firstEndingAfter(before, site.start)]
      if (next && overlap(next, site)) continue
      const found = match(chain, claimed)
      if (!found) continue
      const {odds} = found
      const habit = habitKey(site, found.of[0]?.kind ?? 'line')
      const accepted = isAccepted({odds, habit}, habits)
      met.push({odds, habit, accepted})
      if (!accepted) continue
      for (const {index} of found.of) claimed.add(index)
      for (const gloss of chain) {
        const list = glosses.get(gloss.passage)
        if (list) list.splice(firstEndingAfter(list, gloss.start), 0, gloss)
        else glosses.set(gloss.passage, [gloss])
      }
      pairings.push(found)
    }
    return {pairings, met}
  }
  const first = pairAll(new Map())
  const habits = habitsOf(first.met)
  // Where the author's habits change no decision, all comes to the same again.
  const {pairings} = first.met.every((decision) => isAccepted(decision, habits) === decision.accepted) ? first : pairAll(habits)
  return map(pairings, ({sites: chain, of}) => ({sites: chain, of: map(of, ({index}) => index)})).sort(
    (a, b) => (a.sites[0]?.passage ?? 0) - (b.sites[0]?.passage ?? 0) || (a.sites[0]?.start ?? 0) - (b.sites[0]?.start ?? 0),
  )
}
