import type {Evidence} from '../types.js'

/** Makes once what depends on the story alone: every clue is prepared twice for each, the second time with what was found. */
export function perStory<T>(make: (evidence: Evidence) => T): (evidence: Evidence) => T {
  const made = new WeakMap<Evidence['survey'], {readonly made: T}>()
  return (evidence) => {
    let known = made.get(evidence.survey)
    if (!known) made.set(evidence.survey, (known = {made: make(evidence)}))
    return known.made
  }
}
