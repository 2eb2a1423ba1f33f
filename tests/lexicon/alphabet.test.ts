/** Alphabetical order. */
import {expect, test} from 'vitest'
import {groupByInitial, sortAlphabetically} from '../../src/lexicon/alphabet.js'
import type {Spelling} from '../../src/prose/types.js'

const dictionary = (headwords: readonly string[], spelling?: Spelling) => ({...(spelling && {spelling}), entries: headwords.map((headword) => ({headword}))})
const order = (headwords: readonly string[], spelling?: Spelling) => sortAlphabetically(dictionary(headwords, spelling)).map(({headword}) => headword)
const initials = (headwords: readonly string[], spelling?: Spelling) => [...groupByInitial(dictionary(headwords, spelling)).keys()]

test('without a stated alphabet: folded, ignoring hyphens and apostrophes', () => {
  expect(order(['vess', 'Hul-Taren', "sha'-", 'shanu', '-ath', 'huld', 'beshul'])).toEqual(['-ath', 'beshul', 'huld', 'Hul-Taren', "sha'-", 'shanu', 'vess'])
  expect(initials(['vess', '-ath', 'Vor-Ishal'])).toEqual(['A', 'V'])
})

test('letters of several characters, in the stated order', () => {
  const spelling = {letters: ['t', 'th', 'k', 'a']}
  expect(order(['ka', 'tha', 'taa', 'a', 'tka', 'tta'], spelling)).toEqual(['tta', 'tka', 'taa', 'tha', 'ka', 'a'])
  expect(initials(['a', 'tha', 'ta'], spelling)).toEqual(['T', 'TH', 'A'])
})

test('an apostrophe counts if it is in the alphabet', () => {
  expect(order(["a'a", 'ab', 'aa'], {letters: ['a', "'", 'b']})).toEqual(['aa', "a'a", 'ab'])
})

test('letters outside the alphabet follow it, by code point', () => {
  expect(order(['z', 'e', 'b', 'a'], {letters: ['b', 'a']})).toEqual(['b', 'a', 'e', 'z'])
})

test('case matters in a case-sensitive language', () => {
  expect(initials(['qa', 'Qa'], {caseSensitive: true, letters: ['q', 'Q']})).toEqual(['q', 'Q'])
  expect(initials(['qa', 'Qa'])).toEqual(['Q'])
})

test('symbols, numbers and empty words come last', () => {
  expect(initials(['🜁', '-', '7', 'ü', '__proto__', 'שלום'])).toEqual(['P', 'Ü', 'ש', '#'])
})

test('the result does not depend on the input order', () => {
  const words = ['ab', 'AB', "a'b", 'á', 'a', 'ß', 'z']
  expect(order([...words].reverse())).toEqual(order(words))
})

test('a hundred thousand words', () => {
  const words = Array.from({length: 100_000}, (_, index) => `${(index * 7919) % 100_003}`.replace(/\d/gu, (digit) => 'kvetharimo'[Number(digit)] as string))
  expect(order(words, {letters: ['th', 'k', 'v', 'e', 'a']})).toHaveLength(words.length)
})
