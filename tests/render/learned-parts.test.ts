import {expect, test} from 'vitest'
import type {Entry} from '../../src/index.js'
import {createPartsFinder} from '../../src/render/learned-parts.js'

const LANGUAGE = 'art-x-vessik'
const partsOf = (entries: readonly Entry[], headword: string) =>
  createPartsFinder({language: LANGUAGE, entries})(entries.find((entry) => entry.headword === headword) as Entry)?.map((part) => part.headword)

test('a word is taken apart into words and affixes', () => {
  const entries = [{headword: 'sorul'}, {headword: 'sorulnu'}, {headword: 'sorulnuth'}, {headword: '-nu'}, {headword: '-th'}]
  expect(partsOf(entries, 'sorulnuth')).toEqual(['sorul', '-nu', '-th'])
  expect(partsOf(entries, 'sorul')).toBe(undefined)
})

test('a word whose variant is its own stem is not taken apart, nor are two that are made of each other', () => {
  expect(partsOf([{headword: 'sorulnu', variants: ['sorul']}, {headword: '-nu'}], 'sorulnu')).toBe(undefined)
  const entries = [{headword: 'sorulnu', variants: ['sorulth']}, {headword: 'sorulthnu', variants: ['sorul']}, {headword: '-nu'}]
  expect(partsOf(entries, 'sorulthnu')).toEqual(['sorulthnu', '-nu', '-nu'])
  expect(partsOf(entries, 'sorulnu')).toEqual(['sorulthnu', '-nu'])
})
