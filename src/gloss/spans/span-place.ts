import type {Candidate} from './candidates.js'
import {LIST, NOTE} from './candidates.js'
import {boxOf, type Context, type Target} from './context.js'
import {at, bin, DIST, EDGE, KIND, REL, SETTING, T} from './feature-tables.js'
import type {LineFacts} from './line-facts.js'
import {SPEECH} from './passage-layout.js'
import {countCommas, lengthBin, moodAt, nearOf, relationOf, settingOf, wholeness} from './span-shape.js'
import {CAPITAL} from './traits.js'

/** A candidate with the features that need no look at its words, and what the others are made of. */
export interface Basics {
  readonly candidate: Candidate
  readonly features: number[]
  readonly setting: number
  readonly near: number
  readonly box: number
  /** Whether it is one whole enclosure or passage. */
  readonly wholly: number
  readonly same: boolean
  readonly strong: number
}

/** The features of one candidate that are cheap: place, what sets it off, length, mood, its first and last word. */
export function basicsOf(candidate: Candidate, target: Target, facts: LineFacts, {survey, layoutAt}: Context): Basics {
  const layout = layoutAt(candidate.passage)
  const {from, to, distance, route} = candidate
  const {starts, ends} = survey.tokens
  const same = candidate.passage === target.passage && route !== NOTE && route !== LIST
  const relation = same ? relationOf(layout, target.from, from) : 0
  const setting = settingOf(layout, from, to)
  const left = layout.left[from] as number
  const right = layout.right[to] as number
  const loan = facts.kind === 0 ? 1 : 0
  const near = nearOf(distance)
  const box = boxOf(layout, from)
  const enclosure = layout.enclosures[layout.enclosureOf[from] as number]
  const whole =
    enclosure && enclosure.from === from && enclosure.to === to
      ? 2
      : box >= 0 && layout.enclosures[box]?.from === from
        ? 1
        : box < 0 && from === 0 && to === layout.count
          ? 2
          : 0
  const wholly = whole === 2 ? 1 : 0
  const words = to - from
  const cue = layout.cue[from] as number
  const length = lengthBin(facts.words, words)
  const mood = moodAt(layout, to, ends, starts)
  const f: number[] = []
  f.push(
    at(T.distance.base, distance, relation, REL, facts.kind, KIND),
    at(T.setting.base, distance, relation, REL, setting, SETTING, loan, 2),
    at(T.left.base, distance, relation, REL, left, EDGE, loan, 2),
    at(T.arrangement.base, distance, relation, REL, setting, SETTING, left, EDGE, wholly, 2),
    at(T.edges.base, setting, left, EDGE, right, EDGE),
    at(T.beyond.base, left, layout.leftBeyond[from] as number, EDGE),
    at(T.rightBeyond.base, right, layout.rightBeyond[to] as number, EDGE),
    at(T.right.base, right, facts.kind, KIND, near, 3),
    at(T.leftKind.base, left, facts.kind, KIND, near, 3),
    at(T.whole.base, whole, setting, SETTING, facts.kind, KIND),
    at(T.cue.base, cue, facts.kind, KIND),
    at(T.cueLeft.base, cue, left, EDGE),
    at(T.cueDistance.base, cue, distance, DIST, relation, REL),
    at(T.length.base, length, facts.kind, KIND),
    at(T.lengthNear.base, length, near, 3, loan, 2),
    at(T.lengthWhole.base, length, whole, 3),
    at(T.short.base, bin(words - 1, 7), facts.kind, KIND),
    at(T.cross.base, left, length, 13),
    at(T.mood.base, facts.mood, mood, 4),
    at(T.moodFar.base, facts.mood, mood, 4, near, 3),
    at(T.capital.base, facts.capital ? 1 : 0, (layout.bitsAt(from) & CAPITAL) !== 0 ? 1 : 0, 2, left, EDGE),
    at(T.sentences.base, bin((layout.sentence[to - 1] as number) - (layout.sentence[from] as number) - facts.stops + 2, 4), loan, 2),
    at(T.commas.base, bin(facts.commas, 3), bin(countCommas(layout, from, to), 3), 4),
    at(T.first.base, layout.edgeAt(from)),
    at(T.firstSetting.base, layout.edgeAt(from), setting === SPEECH ? 1 : 0, 2),
    at(T.last.base, layout.edgeAt(to - 1)),
    at(T.before.base, from > 0 && layout.line_[from - 1] === 0 ? layout.edgeAt(from - 1) : 0),
    at(T.line.base, layout.line[from] as number, layout.line[to] as number, 2, right, EDGE),
  )
  const spanWhole = wholeness(layout, from, to)
  const strong = cue === 1 || cue === 2 || cue === 4 || cue === 6 || cue === 8 ? 1 : 0
  f.push(
    at(T.pair.base, left, right, EDGE),
    at(T.wholes.base, facts.wholeness, spanWhole, 3, distance, DIST),
    at(T.routeRight.base, route, right, EDGE, layout.line[to] as number, 2),
    at(T.strong.base, strong, near, 3, facts.kind, KIND),
  )
  return {candidate, features: f, setting, near, box, wholly, same, strong}
}
