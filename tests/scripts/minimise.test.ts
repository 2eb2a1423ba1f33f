import {expect, test} from 'vitest'
import {minimise} from '../../src/scripts/minimise.js'

test('finds the minimum of Rosenbrock’s function', () => {
  const found = minimise(
    Float64Array.of(-1.2, 1),
    (point, gradient) => {
      const [x, y] = [point[0] as number, point[1] as number]
      gradient[0]! += -2 * (1 - x) - 400 * x * (y - x * x)
      gradient[1]! += 200 * (y - x * x)
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2
    },
    {steps: 200, tolerance: 1e-9},
  )
  expect(found[0]).toBeCloseTo(1, 3)
  expect(found[1]).toBeCloseTo(1, 3)
})
