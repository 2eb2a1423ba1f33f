import {ancestorsOf, boxOf, type Context, type Target} from './context.js'
import {BRACKET, COLON, COMMA, DASH, isSign, type Layout, NONE} from './passage-layout.js'
import {ARTICLE, CAPITAL, GOES_ON, NAME, SAYING, THIRD_PERSON} from './traits.js'

/** How a span is reached from the line: through the text around it, by a note mark, or as the entry of a list. */
export const TEXT = 0
export const NOTE = 1
export const LIST = 2

/*
 * How far a span stands from the line: 0 at once, 1 tag, 2 sentence, 3 far, 4 next first, 5 next later, 6 second, 7 third, 8 before at once, 9 before near, 10 before passage, 11 before passages, 12 note, 13 list.
 */

/** A span that may translate a line: words of a passage, end exclusive. */
export interface Candidate {
  readonly passage: number
  readonly from: number
  readonly to: number
  readonly route: number
  readonly distance: number
  /** Words of the host between line and span, in the same passage. */
  readonly between: number
  /** What else the route tells: of a note, how it is marked; of a list, how sure the entry is. */
  readonly hint: number
}

/** Number of the kind of cue that labels are. */
const LABEL = 6
const OR = 3
const IN_ENGLISH = 4
const LITERALLY = 7
const REPORTED = 9

/** Minimum share of the words of a translation that are words of the host language; names and numbers are not. */
const MIN_HOST_WORDS = 0.3

/** Spans that begin at one gap are tried up to so many ends. */
const MOST_ENDS = 6
/** Starting points: in the rest of the passage, in each of the passages behind it, in each of those before. */
const MOST_STARTS = 26
const MOST_STARTS_BEHIND = [14, 9, 6, 4, 4, 3]
const MOST_STARTS_BEFORE = [8, 4]
/** Sentences that a span of narration may hold. */
const MOST_SENTENCES = 4
/** Words that are looked through on either side in the line's own passage, and in each of the others. */
const MOST_WORDS = 160
const MOST_WORDS_AWAY = 90
/** Passages further away than this are not looked at, however many of them are foreign. */
const FARTHEST = 14

/** No translation is longer, in words. */
const LONGEST = 150

/** A translation has no more words than this, of a line of so many. */
const mostWords = (line: number): number => Math.min(LONGEST, 3 * line + 7)
/** What ends with its bracket or note may be longer. */
const ROOM = 9

const opens = (layout: Layout, gap: number): boolean => layout.left[gap] !== NONE || layout.cue[gap] !== 0
const closes = (layout: Layout, gap: number): boolean => gap === layout.count || layout.right[gap] !== NONE || isConjunction(layout, gap)

/** A clause may end where a conjunction goes on. */
const isConjunction = (layout: Layout, gap: number): boolean => gap < layout.count && layout.right[gap] === NONE && (layout.bitsAt(gap) & GOES_ON) !== 0

/** Longest speech tag that is told from a translation, in words. */
const MAX_TAG = 3

/** Whether a span is nothing but a speech tag: *she said*, *said Tamsin*. */
function isSpeechTag(layout: Layout, from: number, to: number): boolean {
  if (to - from > MAX_TAG || to - from < 2) return false
  let hasVerb = false
  for (let i = from; i < to; i++) {
    const bits = layout.bitsAt(i)
    if ((bits & SAYING) !== 0) hasVerb = true
    else if ((bits & (THIRD_PERSON | NAME)) === 0) return false
  }
  return hasVerb
}

/** Whether the words from `from` to `to` make a whole: no enclosure that begins or ends inside is cut. */
function isWhole(layout: Layout, from: number, to: number): boolean {
  const first = layout.enclosureOf[from] as number
  const last = layout.enclosureOf[to - 1] as number
  if (first === last) return true
  // Enclosures around the first word that do not hold the last begin with it, and the other way round.
  const around = ancestorsOf(layout, first)
  const common = ancestorsOf(layout, last)
  for (const index of around) {
    if (common.has(index)) break
    if ((layout.enclosures[index] as {from: number}).from !== from) return false
  }
  for (const index of common) {
    if (around.has(index)) break
    if ((layout.enclosures[index] as {to: number}).to !== to) return false
  }
  return true
}

/** Whether a span begins with what only leads a translation in: *literally*, *that is*; *That is* may begin one. */
function isLedIn(layout: Layout, from: number): boolean {
  const kind = layout.cueBegins[from] as number
  // *He asks if*, *which means that*
  if (kind === REPORTED && layout.cue[from] !== 0 && layout.cue[from + 1] === layout.cue[from]) return true
  if (kind === 0 || (layout.bitsAt(from) & CAPITAL) !== 0) return false
  return (
    kind === LITERALLY || kind === IN_ENGLISH || (kind <= OR && (layout.left[from] === BRACKET || layout.left[from] === COMMA || layout.left[from] === DASH))
  )
}

/** Gaps at which spans that begin at `from` may end. */
function endsFrom(layout: Layout, from: number, most: number, limit: number, isBound: boolean): number[] {
  const ends: number[] = []
  if (isLedIn(layout, from)) return ends
  const box = boxOf(layout, from)
  const {count, line_, sentence} = layout
  for (let to = from + 1; to <= Math.min(count, limit, from + most + ROOM); to++) {
    if (line_[to - 1] !== 0) break
    if (to - 1 > from) {
      if (isSign(layout.left[to - 1] as number) || isSign(layout.right[to - 1] as number)) break
      const now = boxOf(layout, to - 1)
      // A span of narration holds no speech, and one of speech does not leave it.
      if (isBound && now !== box && (box < 0 || !ancestorsOf(layout, now).has(box))) break
      if (isBound && box < 0 && (sentence[to - 1] as number) - (sentence[from] as number) >= MOST_SENTENCES) break
    }
    // A label is no part of what it labels.
    if (to - from <= 3 && layout.cue[to] === LABEL && (layout.right[to] === COLON || layout.right[to] === DASH)) return []
    if (!closes(layout, to) || !isWhole(layout, from, to)) continue
    if (to - from > most && isConjunction(layout, to)) continue
    ends.push(to)
    if (ends.length >= MOST_ENDS) break
  }
  return ends
}

/**
 * The places around one line where a translation may stand.
 *
 * @param isFamiliar whether it has been said several times: then only what stands beside it is looked at
 */
export function candidatesOf(target: Target, context: Context, isFamiliar = false): Candidate[] {
  const found: Candidate[] = []
  const {layoutAt, passages} = context
  const {passage, from, to} = target
  const own = layoutAt(passage)
  const most = mostWords(to - from)
  const words = to - from
  const add = (layout: Layout, start: number, end: number, distance: number, between: number, route = TEXT, hint = 0) => {
    const known = (layout.hostWords[end] as number) - (layout.hostWords[start] as number)
    if (known < MIN_HOST_WORDS * (end - start)) return
    if (isSpeechTag(layout, start, end)) return
    // Far from the line only what is of like length is worth a look.
    if (route === TEXT && distance >= 2 && (3 * (end - start) < words || 2 * (end - start) > 5 * words + 9)) return
    found.push({passage: layout.passage.index, from: start, to: end, route, distance, between, hint})
  }

  // Behind it in its passage.
  let between = 0
  let starts = 0
  const reach = isFamiliar ? 2 : MOST_STARTS
  for (let gap = to; gap < own.count && starts < reach && between < MOST_WORDS && gap < to + 2 * MOST_WORDS; gap++) {
    if (own.line_[gap] === 0 && (gap === to || opens(own, gap) || (target.kind === 1 && gap > 0 && isArticle(own, gap - 1)))) {
      const stops = (own.sentence[gap] as number) - (own.sentence[to] as number)
      const distance = between === 0 ? 0 : between <= 8 && stops === 0 ? 1 : stops <= 2 ? 2 : 3
      for (const end of endsFrom(own, gap, most, own.count, true)) add(own, gap, end, distance, between)
      starts++
    }
    if (own.line_[gap] === 0) between++
  }
  // In the passages behind.
  for (
    let index = passage + 1, step = isFamiliar ? MOST_STARTS_BEHIND.length : 0;
    index < passages.length && index <= passage + FARTHEST && step < MOST_STARTS_BEHIND.length;
    index++
  ) {
    const {tokens} = passages[index] as (typeof passages)[number]
    if (tokens.end === tokens.start) continue
    const layout = layoutAt(index)
    const budget = MOST_STARTS_BEHIND[step] as number
    let tried = 0
    let words = 0
    for (let gap = 0; gap < Math.min(layout.count, MOST_WORDS_AWAY) && tried < budget; gap++) {
      if (layout.line_[gap] !== 0) continue
      if (gap === 0 || opens(layout, gap)) {
        const distance = step === 0 ? (words === 0 ? 4 : 5) : step === 1 ? 6 : 7
        for (const end of endsFrom(layout, gap, most, layout.count, true)) add(layout, gap, end, distance, words)
        tried++
      }
      words++
    }
    // What is foreign from end to end parts nothing.
    if (words > 0) step++
  }
  // Before it in its passage.
  let back = 0
  for (let end = from, tried = 0; end > Math.max(0, from - MOST_WORDS) && tried < (isFamiliar ? 1 : (MOST_STARTS_BEFORE[0] as number)); end--) {
    if (own.line_[end - 1] !== 0) continue
    if (end === from || closes(own, end)) {
      tried++
      for (const start of startsTo(own, end, most)) add(own, start, end, back === 0 ? 8 : 9, back)
    }
    back++
  }
  // In the passages before.
  for (let index = passage - 1, step = isFamiliar ? 2 : 0; index >= 0 && index >= passage - FARTHEST && step < 2; index--) {
    const {tokens} = passages[index] as (typeof passages)[number]
    if (tokens.end === tokens.start) continue
    const layout = layoutAt(index)
    let words = 0
    for (let end = layout.count, tried = 0; end > Math.max(0, layout.count - MOST_WORDS_AWAY) && tried < (MOST_STARTS_BEFORE[1] as number); end--) {
      if (layout.line_[end - 1] !== 0) continue
      if (closes(layout, end)) {
        tried++
        for (const start of startsTo(layout, end, most)) add(layout, start, end, step === 0 ? 10 : 11, words)
      }
      words++
    }
    if (words > 0) step++
  }
  for (const {passage: below, from: start, to: limit, hint, between: far} of context.notesFor(target)) {
    const layout = layoutAt(below)
    let tried = 0
    for (let gap = start; gap < limit && tried < 14; gap++) {
      if (gap !== start && !opens(layout, gap)) continue
      tried++
      for (const end of endsFrom(layout, gap, most, limit, false)) add(layout, gap, end, 12, far, NOTE, Math.min(3, tried - 1) * 4 + hint)
    }
  }
  for (const {passage: at, from: start, to: limit, hint} of context.entriesFor(target)) {
    const layout = layoutAt(at)
    let tried = 0
    for (let gap = start; gap < limit && tried < 8; gap++) {
      if (gap !== start && !opens(layout, gap)) continue
      tried++
      for (const end of endsFrom(layout, gap, most, limit, false)) add(layout, gap, end, 13, gap - start, LIST, hint)
    }
  }
  return found
}

/** Gaps at which spans that end at `to` may begin, the nearest first. */
function startsTo(layout: Layout, to: number, most: number): number[] {
  const starts: number[] = []
  const box = boxOf(layout, to - 1)
  for (let from = to - 1; from >= 0 && to - from <= most && starts.length < MOST_ENDS; from--) {
    if (layout.line_[from] !== 0) break
    const now = boxOf(layout, from)
    if (now !== box && (box < 0 || !ancestorsOf(layout, now).has(box))) break
    if ((from === 0 || opens(layout, from) || isArticle(layout, from - 1)) && isWhole(layout, from, to)) starts.push(from)
    if (isSign(layout.left[from] as number)) break
  }
  return starts
}

const isArticle = (layout: Layout, index: number): boolean => (layout.bitsAt(index) & ARTICLE) !== 0
