import {NOTHING, SCORE, storyFeatures} from '../../gloss/spans/author-habits.js'
import {edgesBetween} from '../../gloss/spans/chain.js'
import type {Context} from '../../gloss/spans/context.js'
import type {Shortlist} from '../../gloss/spans/shortlist.js'
import {featureCount} from '../../gloss/spans/span-templates.js'
import {minimise} from '../minimise.js'

/** One chain: lines of a story, or its loans. */
export interface Chain {
  readonly lists: readonly Shortlist[]
  readonly nodes: readonly (readonly number[])[][]
  readonly edges: readonly Int32Array[]
  /** Right options of each; empty where none is among them. */
  readonly right: readonly (readonly number[])[]
  readonly weight: number
  readonly indices: readonly number[]
}

export function chainsOf(lists: readonly Shortlist[], context: Context, right: readonly (readonly number[])[], weight: number): Chain[] {
  const story = storyFeatures(lists, context)
  return [0, 1].flatMap((kind): Chain[] => {
    const indices = [...lists.keys()].filter((i) => lists[i]!.target.kind === kind)
    if (indices.length === 0) return []
    const own = indices.map((i) => lists[i]!)
    const edges = own.map((list, t) => (t === 0 ? new Int32Array() : edgesBetween(own[t - 1]!, list, context)))
    return [{lists: own, nodes: indices.map((i) => story[i]!), edges, right: indices.map((i) => right[i]!), weight, indices}]
  })
}

const scoreOf = (lists: readonly Shortlist[]): number => SCORE.base + (lists[0]?.target.kind ?? 0)

function scoreChain({lists, nodes, edges}: Chain, weights: Float64Array): {nodes: Float64Array[]; edges: Float64Array[]} {
  const alpha = weights[scoreOf(lists)] as number
  return {
    nodes: lists.map(({options}, t) =>
      Float64Array.from(options, ({score}, j) => nodes[t]![j]!.reduce((sum, f) => sum + (weights[f] as number), alpha * score)),
    ),
    edges: edges.map((pairs) =>
      Float64Array.from({length: pairs.length / 2}, (_, k) => (weights[pairs[2 * k] as number] as number) + (weights[pairs[2 * k + 1] as number] as number)),
    ),
  }
}

const logSum = (values: Float64Array): number => {
  let most = -Infinity
  for (const v of values) if (v > most) most = v
  if (most === -Infinity) return most
  let sum = 0
  for (const v of values) sum += Math.exp(v - most)
  return most + Math.log(sum)
}

/** Forward and backward sums; expected features are added to `gradient` with a sign. */
function expectations(
  chain: Chain,
  scores: ReturnType<typeof scoreChain>,
  allowed: ((t: number, j: number) => boolean) | undefined,
  sign: number,
  gradient: Float64Array,
): number {
  const {nodes, edges} = scores
  const own = nodes.map((values, t) => (allowed ? values.map((v, j) => (allowed(t, j) ? v : -Infinity)) : values))
  const length = own.length
  const alpha: Float64Array[] = [own[0]!]
  for (let t = 1; t < length; t++) {
    const before = alpha[t - 1]!
    alpha.push(
      Float64Array.from(own[t]!, (v, j) => {
        if (v === -Infinity) return v
        return v + logSum(before.map((a, i) => a + edges[t]![j * before.length + i]!))
      }),
    )
  }
  const total = logSum(alpha[length - 1]!)
  let beta = new Float64Array(own[length - 1]!.length)
  for (let t = length - 1; t >= 0; t--) {
    const a = alpha[t]!
    for (let j = 0; j < a.length; j++) {
      const p = sign * Math.exp(a[j]! + beta[j]! - total)
      if (!(Math.abs(p) > 1e-9)) continue
      gradient[scoreOf(chain.lists)]! += p * chain.lists[t]!.options[j]!.score
      for (const f of chain.nodes[t]![j]!) gradient[f]! += p
    }
    if (t === 0) break
    const before = alpha[t - 1]!
    const pairs = edges[t]!
    const next = new Float64Array(before.length).fill(-Infinity)
    for (let i = 0; i < before.length; i++) {
      const row = new Float64Array(a.length)
      for (let j = 0; j < a.length; j++) {
        const s = pairs[j * before.length + i]! + own[t]![j]! + beta[j]!
        row[j] = s
        const p = sign * Math.exp(before[i]! + s - total)
        if (Math.abs(p) > 1e-9) {
          const k = 2 * (j * before.length + i)
          gradient[chain.edges[t]![k]!]! += p
          gradient[chain.edges[t]![k + 1]!]! += p
        }
      }
      next[i] = logSum(row)
    }
    beta = next
  }
  return total
}

/** A linear chain over the options of each line, by maximum a posteriori; lines whose right option is not among them may take any. */
export function fitChains(chains: readonly Chain[], penalty: number, steps = 60): Float64Array {
  const start = new Float64Array(featureCount())
  start[SCORE.base] = 1
  start[SCORE.base + 1] = 1
  const rights = chains.map(({right}) => right.map((own) => new Set(own)))
  return minimise(
    start,
    (weights, gradient) => {
      let value = 0
      chains.forEach((chain, c) => {
        const scores = scoreChain(chain, weights)
        const part = new Float64Array(gradient.length)
        const all = expectations(chain, scores, undefined, 1, part)
        const good = expectations(chain, scores, (t, j) => rights[c]![t]!.size === 0 || rights[c]![t]!.has(j), -1, part)
        value += chain.weight * (all - good)
        for (let k = 0; k < part.length; k++) gradient[k]! += chain.weight * part[k]!
      })
      gradient[NOTHING.base] = 0
      for (let k = 0; k < weights.length; k++) {
        const w = weights[k]! - (k === SCORE.base || k === SCORE.base + 1 ? 1 : 0)
        if (w === 0) continue
        value += (penalty / 2) * w * w
        gradient[k]! += penalty * w
      }
      return value
    },
    {steps, tolerance: 1e-5},
  )
}
