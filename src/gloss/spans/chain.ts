import {NOTHING} from './author-habits.js'
import type {Candidate} from './candidates.js'
import type {Context} from './context.js'
import {at} from './feature-tables.js'
import type {Shortlist} from './shortlist.js'
import {template} from './span-templates.js'

const RELATIONS = 13
const NEARNESS = 4

const T = {
  edge: template('next|near|alike|kind', RELATIONS, NEARNESS, 2, 2),
  straddle: template('next|straddles|near|kind', RELATIONS, 3, NEARNESS, 2),
} as const

/** Where the span of one line stands to that of the line before. */
function relationOf(previous: Candidate | undefined, candidate: Candidate | undefined, {layoutAt}: Context): number {
  if (!previous) return candidate ? 1 : 0
  if (!candidate) return 2
  if (previous.passage === candidate.passage) {
    if (previous.from === candidate.from && previous.to === candidate.to) return 3
    if (previous.to === candidate.from) return 4
    if (previous.from < candidate.to && candidate.from < previous.to) return 5
    if (candidate.from > previous.to) {
      const layout = layoutAt(candidate.passage)
      return layout.enclosureOf[candidate.from] === layout.enclosureOf[previous.from] ? 6 : 7
    }
    return 8
  }
  if (candidate.passage === previous.passage + 1) return 9
  return candidate.passage > previous.passage ? 10 : 11
}

/** Whether a line follows another at once, in the same passage, in the next, or later. */
function nearnessOf(a: Shortlist, b: Shortlist, {layoutAt}: Context): number {
  const {passage, to} = a.target
  if (passage !== b.target.passage) return b.target.passage - passage <= 2 ? 2 : 3
  const layout = layoutAt(passage)
  for (let i = to; i < b.target.from; i++) if (layout.line_[i] === 0) return 1
  return 0
}

/** Two features for each pair of options of lines that follow each other, those of one option of the later line side by side. */
export function edgesBetween(a: Shortlist, b: Shortlist, context: Context): Int32Array {
  const near = nearnessOf(a, b, context)
  const {kind} = b.target
  const found = new Int32Array(2 * a.options.length * b.options.length)
  let n = 0
  for (const {candidate, arrangement} of b.options) {
    for (const {candidate: previous, arrangement: before} of a.options) {
      const relation = relationOf(previous, candidate, context)
      const straddles = !previous ? 0 : previous.passage > b.target.passage || (previous.passage === b.target.passage && previous.from >= b.target.to) ? 1 : 2
      // Loans, and lines that are far from each other, only must not claim the same words.
      const tells = (near < 3 && kind === 0) || relation === 3 || relation === 5
      found[n++] = tells ? at(T.edge.base, relation, near, NEARNESS, arrangement === before ? 1 : 0, 2, kind, 2) : NOTHING.base
      found[n++] = tells ? at(T.straddle.base, relation, straddles, 3, near, NEARNESS, kind, 2) : NOTHING.base
    }
  }
  return found
}

/** Scores of a chain: of each option by itself, and of each pair. */
export interface ChainScores {
  readonly nodes: readonly Float64Array[]
  /** Between a line and the one before it; the first is empty. */
  readonly edges: readonly Float64Array[]
}

/** The best options of all lines together (Viterbi). */
export function bestOptions({nodes, edges}: ChainScores): number[] {
  const back: Int32Array[] = []
  let scores = nodes[0] ?? new Float64Array()
  for (let t = 1; t < nodes.length; t++) {
    const own = nodes[t] as Float64Array
    const pairs = edges[t] as Float64Array
    const next = new Float64Array(own.length)
    const from = new Int32Array(own.length)
    for (let j = 0; j < own.length; j++) {
      let most = -Infinity
      for (let i = 0; i < scores.length; i++) {
        const score = (scores[i] as number) + (pairs[j * scores.length + i] as number)
        if (score > most) {
          most = score
          from[j] = i
        }
      }
      next[j] = most + (own[j] as number)
    }
    back.push(from)
    scores = next
  }
  if (nodes.length === 0) return []
  let best = 0
  for (let j = 1; j < scores.length; j++) if ((scores[j] as number) > (scores[best] as number)) best = j
  const path = [best]
  for (let t = nodes.length - 2; t >= 0; t--) path.push((best = (back[t] as Int32Array)[best] as number))
  return path.reverse()
}
