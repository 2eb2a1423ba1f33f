import type {ClueContext} from './types.js'

/**
 * Computes once for each story what depends on the story alone: every clue is prepared twice, the second time with more findings.
 *
 * The value is kept in the context's `cache`. A `WeakMap` would outlive the story: V8 promotes its values to the old generation.
 */
export function memoizePerStory<T>(make: (context: ClueContext) => T): (context: ClueContext) => T {
  return (context) => {
    const {cache} = context
    if (!cache.has(make)) cache.set(make, make(context))
    return cache.get(make) as T
  }
}
