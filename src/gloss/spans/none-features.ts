import {at, bin, EDGE, KIND, N} from './feature-tables.js'
import type {LineFacts} from './line-facts.js'

/** The features of *none* for a line. */
export function featuresOfNone(
  facts: LineFacts,
  {before, notes, entries, again, following}: {before: boolean; notes: boolean; entries: number; again: boolean; following: number},
  after: number,
): number[] {
  const loan = facts.kind === 0 ? 1 : 0
  const flag = (value: boolean) => (value ? 1 : 0)
  return [
    at(N.kind.base, facts.kind),
    at(N.size.base, bin(facts.words - 1, 7), loan, 2),
    at(N.repeated.base, flag(before), flag(again), 2, loan, 2),
    at(N.note.base, flag(notes), loan, 2),
    at(N.list.base, entries, loan, 2),
    at(N.setting.base, facts.setting, after, EDGE),
    at(N.settingKind.base, facts.setting, facts.kind, KIND),
    at(N.mood.base, facts.mood, loan, 2),
    at(N.phrase.base, flag(facts.phrase), flag(facts.capital), 2, loan, 2),
    at(N.known.base, facts.known, loan, 2),
    at(N.following.base, facts.kind, following, 4),
  ]
}
