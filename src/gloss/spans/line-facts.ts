import type {Context, Target} from './context.js'
import {countCommas, moodAt, saysTwice, settingOf, wholeness} from './span-shape.js'
import {CAPITAL, FIGURE, HOST_WORD} from './traits.js'

/** What is asked of one line for all its candidates. */
export interface LineFacts {
  readonly kind: number
  readonly words: number
  readonly mood: number
  readonly capital: boolean
  readonly names: ReadonlySet<string>
  readonly twice: boolean
  readonly commas: number
  readonly stops: number
  readonly figures: ReadonlySet<string>
  /** Indices of its keys, and how its longer ones begin. */
  readonly own: ReadonlySet<number>
  readonly beginnings: ReadonlySet<string>
  /** Which of the lines of its passage it is, and how many there are. */
  readonly nth: number
  readonly of: number
  readonly setting: number
  readonly phrase: boolean
  readonly wholeness: number
  /** Which line of its passage it is, and of how many. */
  readonly line: number
  readonly lines: number
  readonly known: number
  readonly meanings: ReadonlySet<string>
}

export function factsOf(target: Target, context: Context, nth: number, of: number, meanings: ReadonlySet<string>): LineFacts {
  const {survey, layoutAt} = context
  const layout = layoutAt(target.passage)
  const {from, to, kind} = target
  const {starts, ends} = survey.tokens
  const names = new Set<string>()
  const figures = new Set<string>()
  const own = new Set<number>()
  let known = 0
  for (let i = from; i < to; i++) {
    const {key, keyIndex} = layout.formAt(i)
    const bits = layout.bitsAt(i)
    own.add(keyIndex)
    if ((bits & FIGURE) !== 0) figures.add(key)
    else if ((bits & CAPITAL) !== 0 && (i > from || kind === 1)) names.add(key)
    if ((bits & HOST_WORD) !== 0) known++
  }
  const words = to - from
  return {
    kind: kind === 1 ? 0 : words < 3 ? 1 : 2,
    words,
    mood: moodAt(layout, to, ends, starts),
    capital: (layout.bitsAt(from) & CAPITAL) !== 0,
    names,
    twice: saysTwice((i) => layout.formAt(i).key, from, to),
    commas: countCommas(layout, from, to),
    stops: (layout.sentence[to - 1] as number) - (layout.sentence[from] as number),
    figures,
    own,
    beginnings: new Set(target.keys.filter((key) => key.length > 3).map((key) => key.slice(0, 4))),
    nth,
    of,
    setting: settingOf(layout, from, to),
    phrase: kind === 0 && (layout.left[from] === 0 || layout.right[to] === 0),
    wholeness: wholeness(layout, from, to),
    line: layout.lineOf[from] as number,
    lines: layout.lines,
    known: known === words ? 2 : known > 0 ? 1 : 0,
    meanings,
  }
}
