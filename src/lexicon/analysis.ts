import {map} from '../util/lists.js'
import {classOf, isOneOf} from './part-of-speech.js'
import type {Affix, Affixes, Hit, Stock} from './stock.js'
import type {Entry} from './types.js'

/** One way to take a word apart: affixes from the outside in, stems, affixes from the inside out. */
export interface Analysis {
  readonly before: readonly Affix[]
  readonly stems: readonly Hit[]
  readonly after: readonly Affix[]
  /** What naming the parts takes, in nats. */
  readonly cost: number
  /** Whether every affix stands on a part of speech that it is known to attach to. */
  readonly fits: boolean
}

/** What is believed of the parts, listed or not. */
export interface Productivity {
  /** What naming an affix or a stem takes, in nats. */
  readonly affix: (affix: Affix) => number
  readonly stem: (hit: Hit) => number
  /** What it takes to say that a word is a compound, in nats; infinity, where words are not compounded without a hyphen. */
  readonly compound: number
  /** Part of speech of what an affix makes; nothing, if that of its stem. */
  readonly gives: (affix: Affix) => string | undefined
}

/** Affixes undone in one word, and stems in a compound; real words carry fewer. */
const MOST_AFFIXES = 10
const MOST_STEMS = 3
/** Steps tried for one word, and analyses kept: bounds for words made to cost time. */
const MOST_TRIES = 2000
const MOST_ANALYSES = 32
/** Of a stem and of a member of a compound, in UTF-16 code units. */
const SHORTEST_STEM = 2

/** What an affix costs more on a part of speech that it is not known to attach to, in nats; what a dictionary states is a law. */
const MISFIT = 5

/** Whether affixes that stand one outside the other are in the order of their slots. */
const inOrder = (inner: Affix, outer: Affix | undefined): boolean => !outer || inner.slot === -1 || outer.slot === -1 || inner.slot < outer.slot

/** How many affixes stand where they are not known to; infinity, where one stands against what the dictionary states. */
function misfits({entry: {partOfSpeech: stem}}: Hit, before: readonly Affix[], after: readonly Affix[], gives: Productivity['gives']): number {
  let sum = 0
  let current = stem
  const meet = (affix: Affix, fits: boolean) => {
    if (!fits) sum += affix.stated ? Number.POSITIVE_INFINITY : 1
    current = gives(affix) ?? current
  }
  for (const affix of after) meet(affix, isOneOf(current, affix.attachesTo))
  // A prefix may have been there before the suffixes were.
  for (let i = before.length - 1; i >= 0; i--) {
    const affix = before[i] as Affix
    meet(affix, isOneOf(current, affix.attachesTo) || isOneOf(stem, affix.attachesTo))
  }
  return sum
}

/** Calls for every affix that `key` begins (`side` 1) or ends (`side` -1) with, with what is left of it. */
function undo(key: string, {byShape, longest}: Affixes, side: 1 | -1, found: (affix: Affix, rest: string) => void, shortest = SHORTEST_STEM): void {
  for (let length = Math.min(longest, key.length); length > 0; length--) {
    const shapes = byShape.get(side === 1 ? key.slice(0, length) : key.slice(key.length - length))
    if (!shapes) continue
    for (const affix of shapes) {
      const rest = side === 1 ? affix.restored + key.slice(length) : key.slice(0, key.length - length) + affix.restored
      if (rest.length >= shortest) found(affix, rest)
    }
  }
}

const isMember = ({entry: {kind}}: Hit): boolean => kind !== 'name'

/**
 * Takes words apart.
 *
 * @returns for a key, the ways to take it apart, the cheapest first; with `except`, only those in which that word is not a stem
 */
export function analyser({words, prefixes, suffixes, infixes}: Stock, {affix: affixCost, stem: stemCost, compound, gives}: Productivity) {
  return (key: string, except?: string): Analysis[] => {
    const analyses: Analysis[] = []
    let tries = 0
    const stems = (core: string, most: number, found: (stems: readonly Hit[], cost: number) => void) => {
      if (core !== except) for (const hit of words.get(core) ?? []) found([hit], stemCost(hit))
      if (compound === Number.POSITIVE_INFINITY || most < 2) return
      for (let i = SHORTEST_STEM; i <= core.length - SHORTEST_STEM; i++) {
        const left = words.get(core.slice(0, i))?.filter(isMember)
        if (!left || left.length === 0 || ++tries > MOST_TRIES) continue
        stems(core.slice(i), most - 1, (rest, cost) => {
          for (const hit of left) if (isMember(rest[0] as Hit)) found([hit, ...rest], cost + stemCost(hit) + (most === MOST_STEMS ? compound : 0))
        })
      }
    }
    const go = (rest: string, before: readonly Affix[], after: readonly Affix[], cost: number) => {
      if (++tries > MOST_TRIES) return
      stems(rest, MOST_STEMS, (found, own) => {
        const wrong = misfits(found.at(-1) as Hit, before, after, gives)
        if (wrong < Number.POSITIVE_INFINITY) analyses.push({before, stems: found, after, cost: cost + own + MISFIT * wrong, fits: wrong === 0})
      })
      if (before.length + after.length >= MOST_AFFIXES) return
      // Nothing that is put back may make the word longer: rules of strangers could go round for ever.
      const step = (affix: Affix, left: string, outside: readonly Affix[], inside: readonly Affix[]) => {
        if (left.length <= key.length && left !== rest) go(left, outside, inside, cost + affixCost(affix))
      }
      // Prefixes come off before suffixes do, and infixes last, so that every analysis is found once.
      if (after.length === 0) undo(rest, prefixes, 1, (affix, left) => inOrder(affix, before.at(-1)) && step(affix, left, [...before, affix], after))
      undo(rest, suffixes, -1, (affix, left) => inOrder(affix, after[0]) && step(affix, left, before, [affix, ...after]))
      if (infixes.longest === 0) return
      for (let start = 1; start < rest.length - 1; start++) {
        const head = rest.slice(0, start)
        const within = (affix: Affix, left: string) => words.has(head + left) && step(affix, head + left, [...before, affix], after)
        undo(rest.slice(start), infixes, 1, within, 1)
      }
    }
    go(key, [], [], 0)
    return analyses.sort((a, b) => a.cost - b.cost).slice(0, MOST_ANALYSES)
  }
}

/** Part of speech of what an analysis makes, less what refines it. */
export function madeOf({before, stems, after}: Analysis, gives: Productivity['gives']): string | undefined {
  let made = stems.at(-1)?.entry.partOfSpeech
  for (const affix of [...after, ...[...before].reverse()]) made = gives(affix) ?? made
  return made === undefined ? undefined : classOf(made)
}

/** The entries that an analysis names, in order. */
export const entriesOf = ({before, stems, after}: Analysis): Entry[] => map([...before, ...stems, ...after], ({entry}) => entry)
