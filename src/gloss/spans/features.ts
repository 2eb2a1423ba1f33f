import {LIST, NOTE} from './candidates.js'
import {ancestorsOf, type Context, type Target} from './context.js'
import {at, bin, DIST, KIND, SETTING, T} from './feature-tables.js'
import type {LineFacts} from './line-facts.js'
import {EMPHASISED, type Layout, OTHER_BRACKET, ROUND, SPEECH, SQUARE} from './passage-layout.js'
import type {Basics} from './span-place.js'
import {saysTwice, wholeness} from './span-shape.js'
import {ARTICLE, CAPITAL, CONTENT, FIGURE, FIRST_OR_SECOND, INTERPRETING, KNOWN, NAME, PAST, SAYING, THIRD_PERSON} from './traits.js'

const manners = new WeakMap<Layout, Map<number, number>>()
/** Characters by which asides are known. */
const MANNER = 48

/** How a stretch begins: 1 as an aside, 2 as a gesture, 3 as a remark of the narrator's, 0 as none of these. */
function mannerAt(layout: Layout, from: number, {survey: {tokens}, host: {glossing}}: Context): number {
  let own = manners.get(layout)
  if (!own) manners.set(layout, (own = new Map()))
  const known = own.get(from)
  if (known !== undefined) return known
  const start = tokens.starts[layout.passage.tokens.start + from] as number
  const said = layout.passage.text.slice(start, start + MANNER)
  const manner = glossing.aside.test(said) ? 1 : glossing.gesture.test(said) ? 2 : glossing.remark.test(said) ? 3 : 0
  own.set(from, manner)
  return manner
}

/** All features of a candidate. */
export function featuresOf(
  {candidate, features: f, setting, near, box, wholly, same, strong}: Basics,
  target: Target,
  facts: LineFacts,
  context: Context,
  earlier: Int32Array,
): number[] {
  const {layoutAt, host} = context
  const layout = layoutAt(candidate.passage)
  const {from, to, distance, route} = candidate
  const loan = facts.kind === 0 ? 1 : 0
  const words = to - from
  const spanWhole = wholeness(layout, from, to)
  if (facts.lines > 1 && facts.wholeness > 0 && spanWhole > 0 && !same) {
    const line = layout.lineOf[from] as number
    const alike = layout.lines === facts.lines ? 2 : 0
    f.push(at(T.stanza.base, line === facts.line ? 1 + alike : alike === 2 ? 4 : 2, layout.lineOf[to - 1] === line ? 1 : 0, 2))
  }
  // What the words of the span are.
  let known = 0
  let third = 0
  let second = 0
  let says = 0
  let past = 0
  let shared = 0
  let figures = 0
  let own = 0
  let holdsLoan = 0
  let like = 0
  let meant = 0
  for (let i = from; i < to; i++) {
    const bits = layout.bitsAt(i)
    if ((bits & KNOWN) !== 0) known++
    if ((bits & THIRD_PERSON) !== 0) third++
    if ((bits & FIRST_OR_SECOND) !== 0) second++
    if ((bits & SAYING) !== 0) says = 1
    if ((bits & PAST) !== 0) past++
    const {key, keyIndex} = layout.formAt(i)
    if (facts.names.has(key)) shared++
    else if (facts.own.has(keyIndex)) {
      if ((bits & CAPITAL) !== 0) shared++
      else holdsLoan = 1
    }
    if (i > from && (bits & NAME) !== 0) own++
    if ((bits & FIGURE) !== 0) figures = facts.figures.has(key) ? 2 : Math.max(figures, 1)
    else if (like < 2 && (bits & CAPITAL) === 0 && key.length > 3 && facts.beginnings.has(key.slice(0, 4))) like++
    if (facts.meanings.size > 0 && (bits & CONTENT) !== 0 && facts.meanings.has(host.stem(key))) meant++
  }
  f.push(
    at(T.names.base, facts.names.size === 0 ? 0 : shared > 0 ? 1 : 2, bin(own - shared, 2), 3),
    at(T.numbers.base, facts.figures.size === 0 ? (figures > 0 ? 1 : 0) : 2 * (figures === 2 ? 1 : 0) + (figures === 2 ? 0 : 1)),
    at(T.twice.base, facts.twice ? 1 : 0, saysTwice((i) => layout.formAt(i).key, from, to) ? 1 : 0, 2),
    at(T.known.base, known === words ? 0 : bin(1 + Math.floor((4 * (words - known)) / words), 4)),
    at(T.person.base, (third > 0 ? 1 : 0) + (second > 0 ? 2 : 0), setting, SETTING),
    at(T.said.base, says, setting, SETTING),
    at(T.past.base, bin(past, 3), setting, SETTING),
    at(T.loan.base, holdsLoan, loan, 2),
    at(T.like.base, bin(like, 2), facts.kind, KIND),
  )
  if (facts.meanings.size > 0) f.push(at(T.dictionary.base, bin(meant, 3)))
  // What stands between.
  f.push(at(T.between.base, bin(Math.ceil(Math.log2(candidate.between + 1)), 7), near, 3))
  if (same && from >= target.to) {
    let tag = 0
    let stops = 0
    for (let i = target.to; i < from && i < target.to + 16; i++) {
      if ((layout.bitsAt(i) & SAYING) !== 0) tag = 1
    }
    if (candidate.between > 0 && (layout.sentence[from - 1] as number) > (layout.sentence[target.to] as number)) stops = 1
    f.push(at(T.tag.base, candidate.between === 0 ? 0 : 1 + tag, stops, 2, distance, DIST))
    f.push(at(T.after.base, layout.right[target.to] as number, distance, DIST))
  }
  const range = layout.passage.tokens
  const home = layoutAt(target.passage).passage.tokens
  const first = home.start + target.to
  const here = range.start + from
  const others =
    here >= first
      ? (earlier[here] as number) - (earlier[first] as number)
      : (earlier[home.start + target.from] as number) - (earlier[range.start + to] as number)
  f.push(at(T.findings.base, bin(others, 3), distance, DIST, loan, 2))
  if (!loan) {
    // The k-th sentence of a gloss renders the k-th line.
    const around = box >= 0 ? (layout.enclosures[box] as Layout['enclosures'][number]) : {from: 0, to: layout.count}
    const left_ = (layout.sentence[around.to - 1] as number) - (layout.sentence[to - 1] as number)
    const gone = (layout.sentence[from] as number) - (layout.sentence[around.from] as number)
    f.push(at(T.fromEnd.base, bin(others, 3), bin(left_, 3), 4, setting, SETTING), at(T.fromStart.base, bin(facts.nth, 3), bin(gone, 3), 4, setting, SETTING))
  }
  // How it begins: as asides do.
  const manner = mannerAt(layout, from, context)
  const bracketed = setting === ROUND || setting === SQUARE || setting === OTHER_BRACKET ? (wholly ? 2 : 1) : 0
  f.push(at(T.aside.base, manner, bracketed, 3, loan, 2))
  if (route === NOTE || route === LIST) f.push(at(T.hint.base, route, candidate.hint, 16))
  if (loan) {
    const mine = layoutAt(target.passage)
    const isArticle = (at_: Layout, word: number): number => (word >= 0 && (at_.bitsAt(word) & ARTICLE) !== 0 ? 1 : 0)
    f.push(at(T.article.base, isArticle(mine, target.from - 1), isArticle(layout, from), 2, isArticle(layout, from - 1), 2))
  }
  let inQuotes = 0
  let emphasised = 0
  for (const index of ancestorsOf(layout, layout.enclosureOf[from] as number)) {
    if (index < 0) continue
    const one = layout.enclosures[index] as Layout['enclosures'][number]
    if (one.kind === SPEECH && one.from === from && one.to === to) inQuotes = 1
    if (one.kind === EMPHASISED && one.from === from && one.to === to) emphasised = 1
  }
  f.push(at(T.nested.base, inQuotes, emphasised, 2, setting, SETTING), at(T.strongPlace.base, strong, setting, SETTING, inQuotes, 2))
  let interpreter = 0
  for (let i = Math.max(0, from - 6); i < from; i++) if (layout.line_[i] === 0 && (layout.bitsAt(i) & INTERPRETING) !== 0) interpreter = 1
  for (let i = to; i < Math.min(layout.count, to + 7); i++) if (layout.line_[i] === 0 && (layout.bitsAt(i) & INTERPRETING) !== 0) interpreter = 2
  f.push(at(T.interpreter.base, interpreter, distance, DIST))
  return f
}
