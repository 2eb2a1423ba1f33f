import {renderers} from './renderers/index.js'
import type {Renderer} from './types.js'

/**
 * Returns a renderer by its name; a renderer is returned as it is.
 *
 * @throws TypeError for an unknown name
 */
export function findRenderer(renderer: Renderer | string): Renderer {
  if (typeof renderer !== 'string') return renderer
  const found = renderers.find(({name}) => name === renderer)
  if (!found) throw new TypeError(`Unknown renderer '${renderer}'. Available renderers: ${renderers.map(({name}) => `'${name}'`).join(', ')}`)
  return found
}
