import type {Candidate} from './candidates.js'
import type {Context, Target} from './context.js'
import type {Choice} from './prepare-targets.js'
import {CONTENT} from './traits.js'

/** One way to translate a line, or, without a candidate, not to. */
export interface Option {
  readonly candidate: Candidate | undefined
  readonly arrangement: number
  /** Of the first pass: log-odds against *none*, and the share among all options. */
  readonly score: number
  readonly share: number
  /** Of the best options and of *none*, which `explain` compares. */
  readonly features: readonly number[] | undefined
}

/** A line and the options that are left for the second pass; the last is *none*. */
export interface Shortlist {
  readonly target: Target
  readonly options: readonly Option[]
  /** Arrangements that any candidate has, and their shares. */
  readonly shares: ReadonlyMap<number, number>
}

/** Options that go on to the second pass, *none* aside. */
const KEPT = 12

/** Options whose features are kept. */
const EXPLAINED = 3

/** Options with less of the belief are left out. */
const HOPELESS = 2e-4

/** What is left of a choice when the first pass has scored it. */
export function shortlist({target, candidates, features, arrangements, none}: Choice, scores: Float64Array): Shortlist {
  const base = scores[candidates.length] as number
  let most = base
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (const score of scores) sum += Math.exp(score - most)
  const shareOf = (i: number): number => Math.exp((scores[i] as number) - most) / sum
  const order: number[] = []
  for (let i = 0; i < candidates.length; i++) if (shareOf(i) >= HOPELESS) order.push(i)
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
  const shares = new Map<number, number>()
  for (let i = 0; i < candidates.length; i++) {
    const arrangement = arrangements[i] as number
    shares.set(arrangement, (shares.get(arrangement) ?? 0) + shareOf(i))
  }
  const options: Option[] = []
  // Two routes to one span are one option.
  const seen = new Set<string>()
  for (const i of order) {
    const candidate = candidates[i] as Candidate
    const span = `${candidate.passage}:${candidate.from}:${candidate.to}`
    if (seen.has(span)) continue
    seen.add(span)
    options.push({
      candidate,
      arrangement: arrangements[i] as number,
      score: (scores[i] as number) - base,
      share: shareOf(i),
      features: options.length < EXPLAINED ? features[i] : undefined,
    })
    if (options.length >= KEPT) break
  }
  options.push({candidate: undefined, arrangement: -1, score: 0, share: shareOf(candidates.length), features: none})
  return {target, options, shares}
}

export const contentStems = ({passage, from, to}: Candidate, {layoutAt, host}: Context): string[] => {
  const layout = layoutAt(passage)
  const found: string[] = []
  for (let i = from; i < to; i++) {
    if ((layout.bitsAt(i) & CONTENT) !== 0) found.push(host.stem(layout.formAt(i).key))
  }
  return found
}
