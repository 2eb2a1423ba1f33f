import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {flatMap, groupBy} from '../../src/util/lists.js'
import {withFields} from '../../src/util/objects.js'

describe('lists', () => {
  const lists = fc.array(fc.oneof(fc.integer(), fc.array(fc.oneof(fc.integer(), fc.array(fc.integer())))))

  test('flatMap gives the same result as Array.prototype.flatMap, including for nested lists', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const numbered = (item: unknown, index: number) => (Array.isArray(item) ? [...item, index] : item)
        expect(flatMap(items as readonly unknown[], numbered)).toEqual(items.flatMap(numbered))
      }),
    )
  })

  test('groupBy keeps the order of the input, and distinguishes numbers from numeric strings', () => {
    const groups = groupBy<number | string, number | string>([2, '2', 1, '__proto__', 2, 'constructor'], (item) => item)
    expect([...groups]).toEqual([
      [2, [2, 2]],
      ['2', ['2']],
      [1, [1]],
      ['__proto__', ['__proto__']],
      ['constructor', ['constructor']],
    ])
  })

  test('withFields returns a copy with the further fields last', () => {
    const word = {key: 'vess', start: 3}
    const placed = withFields(word, {passage: 7})
    expect(Object.entries(placed)).toEqual([
      ['key', 'vess'],
      ['start', 3],
      ['passage', 7],
    ])
    expect(word).toEqual({key: 'vess', start: 3})
  })
})
