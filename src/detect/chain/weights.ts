import {lazy} from '../../util/lazy.js'
import {FITTED} from './fitted-weights.js'
import type {ChainWeights} from './readings.js'
import {ALL_COUNT, ALL_TEMPLATES, EDGES, FIRST_COUNT, FIRST_TEMPLATES, MOVES, type Template, TRANSITIONS} from './templates.js'

interface Printed {
  readonly features: Readonly<Record<string, readonly number[]>>
  readonly edges: Readonly<Record<string, readonly number[]>>
}

function read({features, edges}: Printed, templates: readonly Template[], count: number): ChainWeights {
  const weights = {features: new Float64Array(count), transitions: new Float64Array(TRANSITIONS)}
  for (const {name, offset} of templates) weights.features.set(features[name] ?? [], offset)
  for (const [index, edge] of EDGES.entries()) weights.transitions.set(edges[edge] ?? [], index * MOVES.length)
  return weights
}

/** Weights of the first and the second reading, as `fit-stretches.ts` wrote them. */
export const chainWeights = lazy(() => ({
  first: read(FITTED.first, FIRST_TEMPLATES, FIRST_COUNT),
  second: read(FITTED.second, ALL_TEMPLATES, ALL_COUNT),
}))
