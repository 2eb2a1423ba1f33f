import type {Survey} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import type {PrintedForm} from '../../prose/types.js'
import {isFirstOfTwoCells} from '../../source/is-first-of-two-cells.js'
import type {Passage} from '../../source/types.js'
import {groupBy} from '../../util/lists.js'
import type {Reached, Target} from './context.js'
import {COLON, COMMA, DASH, END, isSign, type Layout, LINE, NONE, SLASH} from './passage-layout.js'

/** A line or word, said again with a sign behind it and something behind that. */
interface Copy {
  readonly passage: number
  readonly from: number
  readonly to: number
  /** Whether it fills the first of the two cells of a row; the second is what translates it. */
  readonly isCell: boolean
}

/** No entry is longer, in words. */
const LONGEST = 80
/** Lines that begin with the same word and are looked for. */
const MOST_ALIKE = 50

/** Places that are kept of one line. */
const MOST_COPIES = 4

/** What parts an entry's sides. */
const parts = (edge: number): boolean => edge === DASH || edge === COLON || isSign(edge)

/** Hints: whether the copy begins its line or entry, and whether the passage or its neighbours have others. */
const AT_START = 1
const AMONG_OTHERS = 2
const INEXACT = 4

type Said = Pick<Target, 'said' | 'keys'>

/** A line as it is said, and the forms under which a list may have it: without the host's plural and possessive, once instead of twice. */
function variantsOf({said, keys, kind}: Target, {uninflect}: Pick<Host, 'uninflect'>): Said[] {
  const found: Said[] = [{said, keys}]
  const [only = ''] = keys
  if (keys.length === 1 && kind === 1) for (const bare of uninflect(only)) found.push({said: bare, keys: [bare]})
  if (keys.length > 1 && keys.every((key) => key === only)) found.push({said: only, keys: [only]})
  return found
}

/**
 * What finds the entries of a line: copies of it elsewhere with a dash, colon or sign behind them. A word of the story is an entry of a list when it
 * stands so, whatever else the list has.
 */
export function entryFinder(
  passages: readonly Passage[],
  {forms, tokens}: Pick<Survey, 'forms' | 'tokens'>,
  targets: readonly Target[],
  {layoutAt, host}: {layoutAt: (index: number) => Layout; host: Pick<Host, 'uninflect'>},
): {entriesFor: (target: Target) => readonly Reached[]; isKey: (target: Target) => boolean} {
  const indices = new Map<string, number>()
  for (const {key, keyIndex} of forms) indices.set(key, keyIndex)
  const lines = new Map<string, {keys: readonly number[]; copies: Copy[]}>()
  const byFirst = new Map<number, {keys: readonly number[]; copies: Copy[]}[]>()
  for (const {said, keys} of targets.flatMap((target) => variantsOf(target, host))) {
    if (lines.has(said)) continue
    const line = {keys: keys.map((key) => indices.get(key) ?? -1), copies: [] as Copy[]}
    lines.set(said, line)
    const first = line.keys[0] as number
    const list = byFirst.get(first)
    if (list && list.length < MOST_ALIKE) list.push(line)
    else if (!list) byFirst.set(first, [line])
  }
  const keyAt = (at: number): number => (forms[tokens.forms[at] as number] as PrintedForm).keyIndex
  let passage = 0
  for (let at = 0, end = passages.at(-1)?.tokens.end ?? 0; at < end; at++) {
    const alike = byFirst.get(keyAt(at))
    if (!alike) continue
    while ((passages[passage] as Passage).tokens.end <= at) passage++
    const {tokens: range, text} = passages[passage] as Passage
    for (const {keys, copies} of alike) {
      if (copies.length >= MOST_COPIES || at + keys.length > range.end) continue
      let k = 1
      while (k < keys.length && keyAt(at + k) === keys[k]) k++
      if (k < keys.length) continue
      if (at + k === range.end) {
        if (at === range.start && isFirstOfTwoCells(passages, passage)) copies.push({passage, from: 0, to: k, isCell: true})
        continue
      }
      // At a glance; the layout tells.
      const gap = text.slice(tokens.ends[at + k - 1] as number, tokens.starts[at + k] as number)
      if (!SIGN.test(gap)) continue
      const layout = layoutAt(passage)
      const to = at + k - range.start
      if (parts(layout.left[to] as number) || parts(layout.leftBeyond[to] as number) || gap.includes('\t')) {
        copies.push({passage, from: at - range.start, to, isCell: false})
      }
    }
  }
  const places = groupBy(targets, ({said}) => said)
  const perPassage = new Map<number, number>()
  for (const {copies} of lines.values()) for (const copy of copies) perPassage.set(copy.passage, (perPassage.get(copy.passage) ?? 0) + 1)
  const crowd = (index: number): number => (perPassage.get(index - 1) ?? 0) + (perPassage.get(index) ?? 0) + (perPassage.get(index + 1) ?? 0)
  const startsEntry = (layout: Layout, from: number): boolean => {
    const left = layout.left[from] as number
    return from === 0 || layout.line[from] === 1 || left === END || left === LINE || (left !== NONE && left !== COMMA && left !== SLASH && left !== DASH)
  }
  const entriesFor = (target: Target): Reached[] => {
    const {passage: own, from: at} = target
    const found: Reached[] = []
    const [exact, ...others] = variantsOf(target, host)
    const copies = lines.get((exact as Said).said)?.copies ?? []
    const isExact = copies.length > 0
    for (const {passage: there, from, to, isCell} of isExact ? copies : others.flatMap(({said}) => lines.get(said)?.copies ?? [])) {
      if (there === own && from === at) continue
      const layout = layoutAt(there)
      const inList = (crowd(there) > 1 || isCell ? AMONG_OTHERS : 0) + (isExact ? 0 : INEXACT)
      if (isCell) {
        found.push({passage: there + 1, from: 0, to: Math.min(LONGEST, layoutAt(there + 1).count), hint: AT_START + inList, between: 0})
        continue
      }
      let limit = to + 1
      while (limit < layout.count && limit < to + LONGEST && !endsEntry(layout, limit)) limit++
      const hint = (startsEntry(layout, from) ? AT_START : 0) + inList
      found.push({passage: there, from: to, to: limit, hint, between: 0})
    }
    return found
  }
  /** Whether a line is the key of an entry itself, and said elsewhere. */
  const isKey = ({said, passage: own, from: at}: Target): boolean => {
    const copies = lines.get(said)?.copies ?? []
    const isCopy = (line: Pick<Target, 'passage' | 'from'>): boolean => copies.some((copy) => copy.passage === line.passage && copy.from === line.from)
    return (
      isCopy({passage: own, from: at}) &&
      crowd(own) > 1 &&
      startsEntry(layoutAt(own), at) &&
      (places.get(said) ?? []).slice(0, MOST_COPIES + 1).some((place) => !isCopy(place))
    )
  }
  return {entriesFor, isKey}
}

const SIGN = /[-–—=~→:|\t]/u

/** An entry ends with its line. */
const endsEntry = (layout: Layout, gap: number): boolean => layout.line[gap] === 1
