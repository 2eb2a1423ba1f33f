import type {ClueContext} from './types.js'

/**
 * Makes once what depends on the story alone: every clue is prepared twice for each, the second time with what was found.
 *
 * It is kept with the story. In a `WeakMap` it would outlive it: V8's collector of young objects takes the values of one for alive, and
 * moved the whole of every story to the old ones, whose collection costs a program its compiled closures.
 */
export function perStory<T>(make: (evidence: ClueContext) => T): (evidence: ClueContext) => T {
  return (evidence) => {
    const {made} = evidence
    if (!made.has(make)) made.set(make, make(evidence))
    return made.get(make) as T
  }
}
