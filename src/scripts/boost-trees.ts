/** Fits gradient-boosted regression trees for a probability, from histograms of the features as LightGBM does (Ke et al. 2017), with fixed draws. */
import type {Tree} from '../util/boosted-trees.js'
import {createRandom} from '../util/random-numbers.js'

export interface Point {
  readonly features: Float64Array
  /** The probability to be learnt, 0..1. */
  readonly label: number
  readonly weight: number
}

export interface BoostOptions {
  readonly rounds: number
  readonly depth: number
  /** What each tree counts. */
  readonly rate: number
  /** Added to the sum of weights in each leaf (L2), and the least of that sum. */
  readonly penalty: number
  readonly least: number
  /** Share of the features that a tree may ask for. */
  readonly share: number
}

const BINS = 40
/** Bounds are written with so many decimals. */
const DECIMALS = 3
const round = (value: number, decimals = DECIMALS): number => Math.round(value * 10 ** decimals) / 10 ** decimals || 0

/** Bounds that divide the values of a feature into parts of like size. */
function boundsOf(values: Float64Array): number[] {
  const sorted = values.slice().sort()
  const bounds = new Set<number>()
  for (let bin = 1; bin < BINS; bin++) {
    const at = Math.floor((bin * sorted.length) / BINS)
    // Between two values, so that rounding moves nothing across.
    const [below, above] = [sorted[Math.max(0, at - 1)] as number, sorted[at] as number]
    const bound = round((below + above) / 2)
    if (bound > below && bound <= above) bounds.add(bound)
    else if (above > (sorted[0] as number)) bounds.add(round(above))
  }
  return [...bounds].sort((a, b) => a - b)
}

export function boostTrees(points: readonly Point[], {rounds, depth, rate, penalty, least, share}: BoostOptions): Tree[] {
  const width = points[0]?.features.length ?? 0
  const bounds = Array.from({length: width}, (_, feature) => boundsOf(Float64Array.from(points, ({features}) => features[feature] as number)))
  const bins = bounds.map((own, feature) =>
    Uint8Array.from(points, ({features}) => {
      const value = features[feature] as number
      let bin = 0
      while (bin < own.length && value >= (own[bin] as number)) bin++
      return bin
    }),
  )
  const scores = new Float64Array(points.length)
  const slopes = new Float64Array(points.length)
  const curvatures = new Float64Array(points.length)
  const draw = createRandom(1)
  const trees: Tree[] = []
  for (let count = 0; count < rounds; count++) {
    for (const [i, {label, weight}] of points.entries()) {
      const p = 1 / (1 + Math.exp(-(scores[i] as number)))
      slopes[i] = weight * (p - label)
      curvatures[i] = weight * p * (1 - p)
    }
    const asked = [...bounds.keys()].filter(() => draw() < share)
    const tree: number[] = []
    const grow = (members: Int32Array, levels: number): void => {
      let [slope, curvature] = [0, 0]
      for (const i of members) {
        slope += slopes[i] as number
        curvature += curvatures[i] as number
      }
      let [bestGain, bestFeature, bestBin] = [1e-6, -1, 0]
      for (const feature of levels > 0 && curvature >= 2 * least ? asked : []) {
        const own = bins[feature] as Uint8Array
        const slopeOf = new Float64Array(BINS + 1)
        const curvatureOf = new Float64Array(BINS + 1)
        for (const i of members) {
          slopeOf[own[i] as number]! += slopes[i] as number
          curvatureOf[own[i] as number]! += curvatures[i] as number
        }
        let [below, curvatureBelow] = [0, 0]
        for (let bin = 0; bin < (bounds[feature] as number[]).length; bin++) {
          below += slopeOf[bin] as number
          curvatureBelow += curvatureOf[bin] as number
          if (curvatureBelow < least || curvature - curvatureBelow < least) continue
          const above = slope - below
          const gain = below ** 2 / (curvatureBelow + penalty) + above ** 2 / (curvature - curvatureBelow + penalty) - slope ** 2 / (curvature + penalty)
          if (gain > bestGain) [bestGain, bestFeature, bestBin] = [gain, feature, bin]
        }
      }
      if (bestFeature < 0) {
        const score = round((-rate * slope) / (curvature + penalty), 4)
        tree.push(-1, score)
        for (const i of members) scores[i]! += score
        return
      }
      tree.push(bestFeature, (bounds[bestFeature] as number[])[bestBin] as number)
      const own = bins[bestFeature] as Uint8Array
      grow(
        members.filter((i) => (own[i] as number) <= bestBin),
        levels - 1,
      )
      grow(
        members.filter((i) => (own[i] as number) > bestBin),
        levels - 1,
      )
    }
    grow(Int32Array.from(points.keys()), depth)
    trees.push(tree)
  }
  return trees
}
