import {describe, expect, test} from 'vitest'
import english from '../../src/hosts/en/english.js'

describe('words that resemble common ones', () => {
  const {likeness} = english

  test.each(['brwon', 'peopel', 'naem'])('letters in the wrong order: %s', (word) => {
    expect(likeness(word)).toBe(2)
  })
  test.each(['moste', 'vnto', 'haue', 'whyche', 'syster', 'olde'])('old spelling: %s', (word) => {
    expect(likeness(word)).toBe(2)
  })
  test.each(['aboot', 'dey', 'vell'])('spelt for the ear: %s', (word) => {
    expect(likeness(word)).toBe(2)
  })
  test.each(['vennu', 'okresh', 'dorrath', 'keshtu', 'velu'])('not English: %s', (word) => {
    expect(likeness(word)).toBe(0)
  })
})
