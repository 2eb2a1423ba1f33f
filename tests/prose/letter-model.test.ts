import {describe, expect, test} from 'vitest'
import {countUnits, createLetterCounts, createLetterModel, genericLetterModel, logProbability, trainLetterModel} from '../../src/prose/letter-model.js'

describe('letter models', () => {
  const spellings = ['orreth', 'sulvane', "mirro'd", 'ven-ash', 'ñandé', 'x7', '𐐔𐐯𐑅', 'ab\ud800c', '']

  test('counting code units trains the same model as spellings', () => {
    const words = spellings.filter((word) => !/[\ud800-\udfff]/.test(word))
    const counts = createLetterCounts()
    for (const word of words) {
      // The word stands between others, as in a word list.
      const units = Uint16Array.from(`zz${word}zz`, (_, index) => `zz${word}zz`.charCodeAt(index))
      countUnits(counts, units, 2, 2 + word.length)
    }
    const fromUnits = createLetterModel(counts, genericLetterModel)
    const fromWords = trainLetterModel(
      words.map((word) => [word, 1] as const),
      genericLetterModel,
    )
    for (const word of [...spellings, 'orvane', 'zzz']) expect(logProbability(fromUnits, word)).toBe(logProbability(fromWords, word))
  })

  test('frequent spellings are more probable, and no spelling has probability 0', () => {
    const model = trainLetterModel(
      spellings.map((word) => [word, 3] as const),
      genericLetterModel,
    )
    expect(logProbability(model, 'orreth')).toBeGreaterThan(logProbability(model, 'thorre'))
    for (const word of ['', '\ud800', 'qqqq', '漢字', '𐐔']) expect(logProbability(model, word)).toBeGreaterThan(Number.NEGATIVE_INFINITY)
  })

  test('a letter outside the BMP is one symbol, the same as any other non-ASCII letter', () => {
    const model = trainLetterModel([['añb', 1]], genericLetterModel)
    expect(logProbability(model, 'a𐐔b')).toBe(logProbability(model, 'añb'))
  })

  test('the probabilities of all successors sum to about 1', () => {
    const model = trainLetterModel(
      [
        ['orreth', 2],
        ['mirrod', 1],
      ],
      genericLetterModel,
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
