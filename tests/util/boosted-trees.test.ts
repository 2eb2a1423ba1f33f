import {describe, expect, it} from 'vitest'
import {type BoostOptions, boostTrees} from '../../src/scripts/boost-trees.js'
import {readForest, scoreByForest, type Tree} from '../../src/util/boosted-trees.js'

describe('trees', () => {
  // Feature 0 below 2: 1; otherwise by feature 1.
  const tree: Tree = [0, 2, -1, 1, 1, 0.5, -1, -3, -1, 4]

  it('the branch of smaller values comes first, and the bound itself belongs to the second', () => {
    const forest = readForest([tree])
    expect(scoreByForest(forest, [1.9, 9])).toBe(1)
    expect(scoreByForest(forest, [2, 0.4])).toBe(-3)
    expect(scoreByForest(forest, [2, 0.5])).toBe(4)
  })

  it('several are added up', () => expect(scoreByForest(readForest([tree, [-1, 0.25], tree]), [0, 0])).toBe(2.25))
  it('none says nothing', () => expect(scoreByForest(readForest([]), [0])).toBe(0))
  it('one that is cut off is refused', () => {
    expect(() => readForest([[0, 2, -1, 1]])).toThrow(RangeError)
    expect(() => readForest([[]])).toThrow(RangeError)
  })
})

describe('boosting', () => {
  const options: BoostOptions = {rounds: 60, depth: 2, rate: 0.2, penalty: 1, least: 1, share: 1}
  // Neither feature tells anything by itself: the label is whether both are on the same side.
  const points = Array.from({length: 400}, (_, i) => {
    const [a, b] = [(i % 20) / 20, Math.floor(i / 20) / 20]
    return {features: Float64Array.of(a, b, (i * 7) % 3), label: a < 0.45 === b < 0.3 ? 1 : 0, weight: 1}
  })

  it('learns what features say only together', () => {
    const forest = readForest(boostTrees(points, options))
    const right = points.filter(({features, label}) => scoreByForest(forest, features) > 0 === (label === 1))
    expect(right.length).toBeGreaterThan(390)
  })

  it('gives the same trees each time', () => expect(boostTrees(points, options)).toEqual(boostTrees(points, options)))

  it('learns a share as a probability', () => {
    const alike = Array.from({length: 50}, () => ({features: Float64Array.of(1), label: 0.3, weight: 1}))
    const score = scoreByForest(readForest(boostTrees(alike, {...options, rounds: 200})), [1])
    expect(1 / (1 + Math.exp(-score))).toBeCloseTo(0.3, 1)
  })
})
