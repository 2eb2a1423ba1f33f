/** Minimises a smooth function by L-BFGS (Nocedal and Wright 2006, algorithm 7.4) with a backtracking line search. */
export function minimise(
  start: Float64Array,
  evaluate: (point: Float64Array, gradient: Float64Array) => number,
  {steps, memory = 8, tolerance = 1e-4, report}: {steps: number; memory?: number; tolerance?: number; report?: (step: number, value: number) => void},
): Float64Array {
  const size = start.length
  let point = start.slice()
  let gradient = new Float64Array(size)
  let value = evaluate(point, gradient)
  const history: {s: Float64Array; y: Float64Array; rho: number}[] = []
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0
    for (let i = 0; i < size; i++) sum += (a[i] as number) * (b[i] as number)
    return sum
  }
  for (let step = 0; step < steps; step++) {
    const direction = gradient.slice()
    const alphas: number[] = []
    for (let k = history.length - 1; k >= 0; k--) {
      const {s, y, rho} = history[k] as (typeof history)[number]
      const alpha = rho * dot(s, direction)
      alphas[k] = alpha
      for (let i = 0; i < size; i++) direction[i]! -= alpha * (y[i] as number)
    }
    const last = history.at(-1)
    const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
    for (let i = 0; i < size; i++) direction[i]! *= scale
    for (let k = 0; k < history.length; k++) {
      const {s, y, rho} = history[k] as (typeof history)[number]
      const beta = rho * dot(y, direction)
      for (let i = 0; i < size; i++) direction[i]! += ((alphas[k] as number) - beta) * (s[i] as number)
    }
    const slope = -dot(gradient, direction)
    let length = 1
    let next = point
    let nextGradient = gradient
    let nextValue = value
    for (let attempt = 0; attempt < 20; attempt++) {
      next = point.slice()
      for (let i = 0; i < size; i++) next[i]! -= length * (direction[i] as number)
      nextGradient = new Float64Array(size)
      nextValue = evaluate(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
      length /= 2
    }
    const s = new Float64Array(size)
    const y = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      s[i] = (next[i] as number) - (point[i] as number)
      y[i] = (nextGradient[i] as number) - (gradient[i] as number)
    }
    const curvature = dot(s, y)
    if (curvature > 1e-10) {
      history.push({s, y, rho: 1 / curvature})
      if (history.length > memory) history.shift()
    }
    const gain = value - nextValue
    point = next
    gradient = nextGradient
    value = nextValue
    report?.(step, value)
    if (gain < tolerance * Math.abs(value) * 0.1) break
  }
  return point
}
