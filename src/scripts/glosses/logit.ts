import type {Choice} from '../../gloss/spans/prepare-targets.js'
import {featureCount} from '../../gloss/spans/span-templates.js'
import {minimise} from '../minimise.js'

/** One choice: features of its options one after the other, *none* last. */
export interface Options {
  readonly features: Int32Array
  /** Where the features of each option begin; one more for the end. */
  readonly begins: Int32Array
  /** Indices of the right options. */
  readonly right: readonly number[]
  readonly weight: number
}

export function optionsOf({features, none}: Choice, right: readonly number[], weight: number): Options {
  const all = [...features, none]
  const begins = new Int32Array(all.length + 1)
  for (const [i, own] of all.entries()) begins[i + 1] = (begins[i] as number) + own.length
  const flat = new Int32Array(begins.at(-1) as number)
  for (const [i, own] of all.entries()) flat.set(own, begins[i] as number)
  return {features: flat, begins, right, weight}
}

export function scoresOf({features, begins}: Options, weights: Float64Array): Float64Array {
  const scores = new Float64Array(begins.length - 1)
  for (let i = 0; i < scores.length; i++) {
    let sum = 0
    for (let k = begins[i] as number; k < (begins[i + 1] as number); k++) sum += weights[features[k] as number] as number
    scores[i] = sum
  }
  return scores
}

/** Conditional logit with several right options for a choice, by maximum a posteriori with a normal prior. */
export function fitLogit(data: readonly Options[], penalty: number, steps = 120): Float64Array {
  const size = featureCount()
  const count = new Int32Array(size)
  for (const {features} of data) for (const feature of features) count[feature]!++
  return minimise(
    new Float64Array(size),
    (weights, gradient) => {
      let value = 0
      for (const choice of data) {
        const {features, begins, right, weight} = choice
        const scores = scoresOf(choice, weights)
        let most = -Infinity
        for (const score of scores) if (score > most) most = score
        let sum = 0
        for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp((scores[i] as number) - most)
        let good = 0
        for (const i of right) good += scores[i] as number
        good = Math.max(good, 1e-300)
        value -= weight * Math.log(good / sum)
        const isRight = new Set(right)
        for (let i = 0; i < scores.length; i++) {
          const p = (scores[i] as number) / sum
          const q = isRight.has(i) ? (scores[i] as number) / good : 0
          const step = weight * (p - q)
          if (Math.abs(step) < 1e-9) continue
          for (let k = begins[i] as number; k < (begins[i + 1] as number); k++) gradient[features[k] as number]! += step
        }
      }
      for (let k = 0; k < size; k++) {
        const w = weights[k] as number
        if (w === 0) continue
        value += (penalty / 2) * w * w
        gradient[k]! += penalty * w
      }
      return value
    },
    {steps, tolerance: 1e-5},
  )
}
