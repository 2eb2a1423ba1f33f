import {SCORE, storyFeatures} from './author-habits.js'
import {bestOptions, edgesBetween} from './chain.js'
import type {Context} from './context.js'
import type {Choice} from './prepare-targets.js'
import {type Option, type Shortlist, shortlist} from './shortlist.js'

/** A line and the span that translates it. */
export interface Decision {
  readonly list: Shortlist
  /** Of the options of `list`. */
  readonly option: Option
  /** How much more the author's habits speak for it than for no translation, in log-odds. */
  readonly habit: number
  /** Probability that nothing translates the line, 0..1, from its own options and the author's habits. */
  readonly none: number
}

/** The probability of the last of some options, from their log-odds (softmax). */
function probabilityOfLast(scores: Float64Array): number {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0)
  return Math.exp((scores.at(-1) as number) - most) / sum
}

function scoresOf({features, none}: Choice, weights: Float64Array): Float64Array {
  const scores = new Float64Array(features.length + 1)
  const sum = (own: readonly number[]): number => {
    let total = 0
    for (const feature of own) total += weights[feature] as number
    return total
  }
  for (let i = 0; i < features.length; i++) scores[i] = sum(features[i] as readonly number[])
  scores[features.length] = sum(none)
  return scores
}

/**
 * What translates what: the first pass scores the options of each line by themselves, the second all lines of a story together, with what the
 * first tells of the author's habits; lines as one chain, loans as another.
 */
export function decide(choices: Iterable<Choice>, context: Context, weights: Float64Array): Decision[] {
  const lists: Shortlist[] = []
  for (const choice of choices) lists.push(shortlist(choice, scoresOf(choice, weights)))
  const story = storyFeatures(lists, context)
  const decisions: Decision[] = []
  for (const kind of [0, 1]) {
    const alpha = weights[SCORE.base + kind] as number
    const indices = [...lists.keys()].filter((i) => (lists[i] as Shortlist).target.kind === kind && (lists[i] as Shortlist).options.length > 1)
    const own = indices.map((i) => lists[i] as Shortlist)
    const nodes = own.map(({options}, t) => {
      const extra = story[indices[t] as number] as number[][]
      return Float64Array.from(options, ({score}, j) => (extra[j] as number[]).reduce((sum, feature) => sum + (weights[feature] as number), alpha * score))
    })
    const edges = own.map((list, t) => {
      if (t === 0) return new Float64Array()
      const pairs = edgesBetween(own[t - 1] as Shortlist, list, context)
      const sums = new Float64Array(pairs.length / 2)
      for (let k = 0; k < sums.length; k++) sums[k] = (weights[pairs[2 * k] as number] as number) + (weights[pairs[2 * k + 1] as number] as number)
      return sums
    })
    bestOptions({nodes, edges}).forEach((j, t) => {
      const list = own[t] as Shortlist
      const extraOf = (at: number): number =>
        ((story[indices[t] as number] as number[][])[at] as number[]).reduce((sum, feature) => sum + (weights[feature] as number), 0)
      decisions.push({
        list,
        option: list.options[j] as Option,
        habit: extraOf(j) - extraOf(list.options.length - 1),
        none: probabilityOfLast(nodes[t] as Float64Array),
      })
    })
  }
  return decisions.sort((a, b) => a.list.target.index - b.list.target.index)
}
