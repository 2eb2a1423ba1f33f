import type {Candidate} from './candidates.js'
import type {Context, Target} from './context.js'
import {EDGE, REL, SETTING} from './feature-tables.js'
import {relationOf, settingOf} from './span-shape.js'

/** The number of the arrangement of a candidate, for an author's habits: place, setting, what sets it off, cue. */
export function arrangementOf(candidate: Candidate, target: Target, context: Context): number {
  const layout = context.layoutAt(candidate.passage)
  const same = candidate.passage === target.passage && candidate.route === 0
  const relation = same ? relationOf(layout, target.from, candidate.from) : 0
  const group = candidate.distance === 3 ? 2 : candidate.distance === 7 ? 6 : candidate.distance
  const setting = settingOf(layout, candidate.from, candidate.to)
  const left = layout.left[candidate.from] as number
  const cue = (layout.cue[candidate.from] as number) === 0 ? 0 : 1
  return (((group * REL + relation) * SETTING + setting) * EDGE + left) * 2 + cue
}
