import {lazy} from '../../util/lazy.js'
import {WEIGHTS} from './fitted-spans.js'
import {featureCount, templateNamed} from './span-templates.js'

/** Weights are kept as whole numbers. */
const UNIT = 0.01

/** The weights of all features by their numbers; read when the first story has something to translate. */
export const weights: () => Float64Array = lazy(() => {
  const all = new Float64Array(featureCount())
  for (const [name, list] of Object.entries(WEIGHTS)) {
    const group = templateNamed(name)
    if (!group) continue
    for (let i = 0; i < list.length; i += 2) all[group.base + (list[i] as number)] = (list[i + 1] as number) * UNIT
  }
  return all
})
