/** What is minimised: the negative log-likelihood of the labels that are known, of a linear chain with two labels, and a penalty. */
import {moveTable} from '../../detect/chain/forward-backward.js'
import {MOVES, TRANSITIONS} from '../../detect/chain/templates.js'

/** Paragraphs as numbers, one after the other. */
export interface Sequences {
  /** Where the words of each sequence begin; one more. */
  readonly starts: Int32Array
  readonly weights: Float64Array
  /** Where the features of each word begin; one more. */
  readonly featureStarts: Int32Array
  readonly features: Uint16Array
  readonly edges: Uint16Array
  readonly labels: Int8Array
}

const NEVER = -1e30
function addLogs(a: number, b: number): number {
  const difference = a - b
  if (difference > 30) return a
  if (difference < -30) return b
  return difference > 0 ? a + Math.log1p(Math.exp(-difference)) : b + Math.log1p(Math.exp(difference))
}

/** Weights: those of the features, then those of the transitions. */
export function objectiveOf(
  sequences: Sequences,
  features: number,
  {penalty, transitionPenalty = penalty, chosen}: {penalty: number; transitionPenalty?: number; chosen?: Uint8Array},
) {
  const {starts, weights, featureStarts, features: ids, edges, labels} = sequences
  let longest = 0
  for (let s = 0; s + 1 < starts.length; s++) longest = Math.max(longest, (starts[s + 1] as number) - (starts[s] as number))
  const odds = new Float64Array(longest)
  const alpha = new Float64Array(2 * longest)
  const posterior = new Float64Array(longest)
  const isOpen = new Uint8Array(weights.length)
  for (let s = 0; s + 1 < starts.length; s++) for (let i = starts[s] as number; i < (starts[s + 1] as number); i++) if (labels[i] !== 0) isOpen[s] = 1

  /** Log of the sum over labellings; adds `sign` × expectations to the gradient. */
  const pass = (from: number, count: number, moves: Float64Array, isFree: boolean, scale: number, gradient: Float64Array): number => {
    let host = 0
    let foreign = NEVER
    for (let i = 0; i < count; i++) {
      const at = 3 * (edges[from + i] as number)
      let nextHost = addLogs(host, foreign + (moves[at + 1] as number))
      let nextForeign = addLogs(host + (moves[at] as number), foreign + (moves[at + 2] as number)) + (odds[i] as number)
      const label = isFree ? -1 : (labels[from + i] as number)
      if (label === 1) nextHost = NEVER
      else if (label === 0) nextForeign = NEVER
      alpha[2 * i] = host = nextHost
      alpha[2 * i + 1] = foreign = nextForeign
    }
    const total = addLogs(host, foreign)
    let laterHost = 0
    let laterForeign = 0
    for (let i = count - 1; i >= 0; i--) {
      const at = 3 * (edges[from + i] as number)
      const label = isFree ? -1 : (labels[from + i] as number)
      const asHost = label === 1 ? NEVER : laterHost
      const asForeign = label === 0 ? NEVER : laterForeign + (odds[i] as number)
      // Probability that this word is foreign.
      const p = Math.exp((alpha[2 * i + 1] as number) + laterForeign - total)
      posterior[i] = (posterior[i] as number) + scale * (label === 0 ? 0 : p)
      const beforeHost = i === 0 ? 0 : (alpha[2 * i - 2] as number)
      const beforeForeign = i === 0 ? NEVER : (alpha[2 * i - 1] as number)
      const begin = Math.exp(beforeHost + (moves[at] as number) + asForeign - total)
      const end = Math.exp(beforeForeign + (moves[at + 1] as number) + asHost - total)
      const stay = Math.exp(beforeForeign + (moves[at + 2] as number) + asForeign - total)
      for (let edge = 0, rest = edges[from + i] as number; rest > 0; edge++, rest >>= 1) {
        if ((rest & 1) === 0) continue
        const base = features + edge * MOVES.length
        gradient[base]! += scale * begin
        gradient[base + 1]! += scale * end
        gradient[base + 2]! += scale * stay
      }
      laterHost = addLogs(asHost, (moves[at] as number) + asForeign)
      laterForeign = addLogs((moves[at + 1] as number) + asHost, (moves[at + 2] as number) + asForeign)
    }
    return total
  }

  return (point: Float64Array, gradient: Float64Array): number => {
    const moves = moveTable(point.subarray(features, features + TRANSITIONS))
    let value = 0
    for (let s = 0; s + 1 < starts.length; s++) {
      if (chosen && chosen[s] === 0) continue
      const from = starts[s] as number
      const count = (starts[s + 1] as number) - from
      const weight = weights[s] as number
      for (let i = 0; i < count; i++) {
        let sum = 0
        for (let at = featureStarts[from + i] as number; at < (featureStarts[from + i + 1] as number); at++) sum += point[ids[at] as number] as number
        odds[i] = sum
        posterior[i] = 0
      }
      value += weight * pass(from, count, moves, true, weight, gradient)
      // Where all words are the host's the known labels have weight 0 and teach nothing more.
      if (isOpen[s] === 1) value -= weight * pass(from, count, moves, false, -weight, gradient)
      for (let i = 0; i < count; i++) {
        const slope = posterior[i] as number
        if (Math.abs(slope) < 1e-7) continue
        for (let at = featureStarts[from + i] as number; at < (featureStarts[from + i + 1] as number); at++) gradient[ids[at] as number]! += slope
      }
    }
    for (let i = 0; i < point.length; i++) {
      const strength = i < features ? penalty : transitionPenalty
      value += (strength / 2) * (point[i] as number) ** 2
      gradient[i]! += strength * (point[i] as number)
    }
    return value
  }
}
