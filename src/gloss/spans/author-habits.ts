import type {Candidate} from './candidates.js'
import type {Context} from './context.js'
import {at} from './feature-tables.js'
import {contentStems, type Option, type Shortlist} from './shortlist.js'
import {template} from './span-templates.js'

const SHARES = 7
const COUNTS = 5

const T = {
  habit: template('habit|lines|kind', SHARES, COUNTS, 2),
  taken: template('taken-where-possible|lines|kind', SHARES, COUNTS, 2),
  dominated: template('other-way|habit|lines', SHARES, 3, COUNTS),
  noneHabit: template('none|habit|lines|kind', SHARES, COUNTS, 2),
  agreement: template('agreement', 4, 3),
  claim: template('claim|kind', 6, 2),
  rank: template('rank|kind', 3, 2),
  noneRank: template('none|best', 6, 2),
} as const

/** A feature that weighs nothing. */
export const NOTHING = template('nothing', 1)

/** The share of the first pass's score. */
export const SCORE = template('score|kind', 2)

const shareBin = (share: number): number => (share < 0.02 ? 0 : share < 0.07 ? 1 : share < 0.15 ? 2 : share < 0.3 ? 3 : share < 0.5 ? 4 : share < 0.7 ? 5 : 6)
const countBin = (count: number): number => (count < 1 ? 0 : count < 3 ? 1 : count < 6 ? 2 : count < 12 ? 3 : 4)

/** Candidates with less of the first pass's belief teach no words. */
const BELIEVED = 0.1

/** Stems that are kept of one foreign word: its meaning shows early. */
const MOST_STEMS = 60

const overlap = (a: Candidate, b: Candidate): boolean => a.passage === b.passage && a.from < b.to && b.from < a.to
const equal = (a: Candidate, b: Candidate): boolean => a.passage === b.passage && a.from === b.from && a.to === b.to

/** For each line, for each option: the features that the other lines of the story give it. */
export function storyFeatures(lists: readonly Shortlist[], context: Context): number[][][] {
  const used = [new Map<number, number>(), new Map<number, number>()] as const
  const possible = [new Map<number, number>(), new Map<number, number>()] as const
  const none = [0, 0]
  const count = [0, 0]
  for (const {target, options, shares} of lists) {
    const {kind} = target
    count[kind]!++
    none[kind]! += (options.at(-1) as Option).share
    for (const [arrangement, share] of shares) {
      used[kind].set(arrangement, (used[kind].get(arrangement) ?? 0) + share)
      possible[kind].set(arrangement, (possible[kind].get(arrangement) ?? 0) + 1)
    }
  }
  // Which words of translations go with a foreign word.
  const occurrences = new Map<string, number>()
  const together = new Map<string, Map<string, number>>()
  const own: Map<string, number>[] = []
  const add = (table: Map<string, number>, key: string, value: number) => table.set(key, (table.get(key) ?? 0) + value)
  for (const {target, options} of lists) {
    const stems = new Map<string, number>()
    for (const {candidate, share} of options)
      if (candidate && share >= BELIEVED) for (const stem of new Set(contentStems(candidate, context))) add(stems, stem, share)
    own.push(stems)
    for (const key of new Set(target.keys)) {
      add(occurrences, key, 1)
      let row = together.get(key)
      if (!row) together.set(key, (row = new Map()))
      for (const [stem, share] of stems) if (row.size < MOST_STEMS || row.has(stem)) add(row, stem, share)
    }
  }
  // The ways that an author uses most, for lines.
  const ways = [...used[0]].sort(([, a], [, b]) => b - a).slice(0, 2)
  const best = lists.map(({options}) => options.reduce((a, b) => (b.share > a.share ? b : a)))
  return lists.map(({target, options, shares}, index) => {
    const {kind} = target
    const others = (count[kind] as number) - 1
    const lines = countBin(others)
    const keys = [...new Set(target.keys)].filter((key) => (occurrences.get(key) as number) > 1)
    const mine = own[index] as Map<string, number>
    return options.map(({candidate, arrangement, share, score}, rank): number[] => {
      if (!candidate) {
        const top = options[0] as Option
        return [
          // How many words of a book are not translated says nothing of a word that a bracket follows.
          kind === 1 ? NOTHING.base : at(T.noneHabit.base, shareBin(others > 0 ? ((none[kind] as number) - share) / others : 0), lines, COUNTS, kind, 2),
          at(T.noneRank.base, top.candidate ? Math.max(0, Math.min(5, Math.round(top.score + 3))) : 0, kind, 2),
        ]
      }
      const mass = (used[kind].get(arrangement) as number) - (shares.get(arrangement) as number)
      const chances = (possible[kind].get(arrangement) as number) - 1
      const found = [
        kind === 1 ? NOTHING.base : at(T.habit.base, shareBin(others > 0 ? mass / others : 0), lines, COUNTS, kind, 2),
        at(T.taken.base, shareBin(chances > 0 ? mass / chances : 0), countBin(chances), COUNTS, kind, 2),
        at(T.rank.base, rank > 2 ? 2 : rank, kind, 2),
      ]
      if (kind === 0 && others > 0) {
        const [way, share_] = ways.find(([one]) => one !== arrangement) ?? [-1, 0]
        const habit = shareBin(mass / others)
        found.push(at(T.dominated.base, shareBin((share_ - (shares.get(way) ?? 0)) / others), habit === 0 ? 0 : habit < 3 ? 1 : 2, 3, lines, COUNTS))
      }
      if (keys.length > 0) {
        const stems = new Set(contentStems(candidate, context))
        let agree = 0
        let lack = 0
        for (const key of keys) {
          const row = together.get(key) as Map<string, number>
          const rest = (occurrences.get(key) as number) - 1
          let most = 0
          let here = 0
          for (const [stem, sum] of row) {
            const value = (sum - (mine.get(stem) ?? 0)) / rest
            if (value > most) most = value
            if (value > here && stems.has(stem)) here = value
          }
          if (here > 0.4) agree++
          else if (most > 0.6) lack++
        }
        found.push(at(T.agreement.base, Math.min(3, agree), Math.min(2, lack), 3))
      }
      let claim = 0
      for (let k = Math.max(0, index - 6); k < Math.min(lists.length, index + 7); k++) {
        if (k === index) continue
        const other = best[k] as Option
        if (!other.candidate || other.share < 0.4) continue
        if (equal(other.candidate, candidate)) claim = Math.max(claim, Math.abs(k - index) === 1 ? 1 : 2)
        else if (overlap(other.candidate, candidate)) claim = Math.max(claim, other.share > share ? 5 : 4)
      }
      found.push(at(T.claim.base, claim, kind, 2))
      void score
      return found
    })
  })
}
