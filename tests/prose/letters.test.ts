import {describe, expect, test} from 'vitest'
import {anyLanguage, learnLetters, learnUnits, letterCounts, letterModel, logProbability} from '../../src/prose/letter-model.js'

describe('letter models', () => {
  const spellings = ['orreth', 'sulvane', "mirro'd", 'ven-ash', 'ñandé', 'x7', '𐐔𐐯𐑅', 'ab\ud800c', '']

  test('a list’s code units teach what its words do', () => {
    const words = spellings.filter((word) => !/[\ud800-\udfff]/.test(word))
    const counts = letterCounts()
    for (const word of words) {
      // As they lie in a list: between others.
      const units = Uint16Array.from(`zz${word}zz`, (_, index) => `zz${word}zz`.charCodeAt(index))
      learnUnits(counts, units, 2, 2 + word.length)
    }
    const ofUnits = letterModel(counts, anyLanguage)
    const ofWords = learnLetters(
      words.map((word) => [word, 1] as const),
      anyLanguage,
    )
    for (const word of [...spellings, 'orvane', 'zzz']) expect(logProbability(ofUnits, word)).toBe(logProbability(ofWords, word))
  })

  test('what was read often is more probable, and no spelling is impossible', () => {
    const model = learnLetters(
      spellings.map((word) => [word, 3] as const),
      anyLanguage,
    )
    expect(logProbability(model, 'orreth')).toBeGreaterThan(logProbability(model, 'thorre'))
    for (const word of ['', '\ud800', 'qqqq', '漢字', '𐐔']) expect(logProbability(model, word)).toBeGreaterThan(Number.NEGATIVE_INFINITY)
  })

  test('a letter outside of the first plane is one symbol, as any other letter of no model', () => {
    const model = learnLetters([['añb', 1]], anyLanguage)
    expect(logProbability(model, 'a𐐔b')).toBe(logProbability(model, 'añb'))
  })

  test('after any two symbols something follows: probabilities sum to about one', () => {
    const model = learnLetters(
      [
        ['orreth', 2],
        ['mirrod', 1],
      ],
      anyLanguage,
    )
    for (const [before, last] of [
      [0, 0],
      [0, 15],
      [15, 18],
      [18, 18],
      [3, 29],
    ] as const) {
      const sum = Array.from({length: 31}, (_, next) => model(before, last, next)).reduce((a, b) => a + b, 0)
      expect(sum).toBeCloseTo(1, 1)
    }
  })
})
