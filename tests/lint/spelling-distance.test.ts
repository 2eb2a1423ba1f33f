import {expect, test} from 'vitest'
import {isInflected} from '../../src/lint/spelling-distance.js'

test.each([
  ['sorul', 'sorulnu'],
  ['sorulnu', 'sorul'],
  ['eshar', "ke'eshar"],
])('%s and %s may be forms of one word: one begins or ends with the other', (a, b) => {
  expect(isInflected(a, b)).toBe(true)
})

test('words that differ inside are not', () => {
  expect(isInflected('sorul', 'sarul')).toBe(false)
})
