import {map} from '../util/lists.js'
import type {AffixIndex, EntryIndex, IndexedAffix, IndexedWord} from './entry-index.js'
import {coarsePartOfSpeech, matchesPartOfSpeech} from './part-of-speech.js'
import type {Entry} from './types.js'

/** One way to split a word: affixes from the outside in, stems, affixes from the inside out. */
export interface Analysis {
  readonly before: readonly IndexedAffix[]
  readonly stems: readonly IndexedWord[]
  readonly after: readonly IndexedAffix[]
  /** Cost of naming the parts, in nats. */
  readonly cost: number
  /** Whether every affix stands on a part of speech that it is known to attach to. */
  readonly fits: boolean
}

/** Costs of the parts of words, used for listed and unlisted words. */
export interface Productivity {
  /** Cost of naming an affix or a stem, in nats. */
  readonly affixCost: (affix: IndexedAffix) => number
  readonly stemCost: (word: IndexedWord) => number
  /** Cost of marking a word as a compound, in nats; infinity if the language does not compound without a hyphen. */
  readonly compoundCost: number
  /** Part of speech of the result of adding an affix; `undefined` if it is that of the stem. */
  readonly gives: (affix: IndexedAffix) => string | undefined
}

/** Maximum number of affixes in a word and of stems in a compound; real words have fewer. */
const MAX_AFFIXES = 10
const MAX_STEMS = 3
/** Limits on the search steps for one word and on the analyses kept, against adversarial words. */
const MAX_SEARCH_STEPS = 2000
const MAX_ANALYSES = 32
/** Minimum length of a stem and of a member of a compound, in UTF-16 code units. */
const MIN_STEM_LENGTH = 2

/** Extra cost of an affix on a part of speech that it is not known to attach to, in nats. What the dictionary states is never violated. */
const MISFIT_COST = 5

/** Whether two affixes, one outside the other, follow the order of their slots. */
const isInSlotOrder = (inner: IndexedAffix, outer: IndexedAffix | undefined): boolean =>
  !outer || inner.slot === -1 || outer.slot === -1 || inner.slot < outer.slot

/** Counts the affixes that stand where they are not known to; infinity if one violates what the dictionary states. */
function countMisfits(
  {entry: {partOfSpeech: stemClass}}: IndexedWord,
  before: readonly IndexedAffix[],
  after: readonly IndexedAffix[],
  gives: Productivity['gives'],
): number {
  let sum = 0
  let current = stemClass
  const addAffix = (affix: IndexedAffix, fits: boolean) => {
    if (!fits) sum += affix.stated ? Number.POSITIVE_INFINITY : 1
    current = gives(affix) ?? current
  }
  for (const affix of after) addAffix(affix, matchesPartOfSpeech(current, affix.attachesTo))
  // A prefix may have been added before the suffixes.
  for (let i = before.length - 1; i >= 0; i--) {
    const affix = before[i] as IndexedAffix
    addAffix(affix, matchesPartOfSpeech(current, affix.attachesTo) || matchesPartOfSpeech(stemClass, affix.attachesTo))
  }
  return sum
}

/** Calls `onMatch` with every affix that `key` begins (`side` 1) or ends (`side` -1) with, and the rest of the key. */
function forEachAffix(
  key: string,
  {byShape, longest}: AffixIndex,
  side: 1 | -1,
  onMatch: (affix: IndexedAffix, rest: string) => void,
  minStemLength = MIN_STEM_LENGTH,
): void {
  for (let length = Math.min(longest, key.length); length > 0; length--) {
    const shapes = byShape.get(side === 1 ? key.slice(0, length) : key.slice(key.length - length))
    if (!shapes) continue
    for (const affix of shapes) {
      const rest = side === 1 ? affix.restored + key.slice(length) : key.slice(0, key.length - length) + affix.restored
      if (rest.length >= minStemLength) onMatch(affix, rest)
    }
  }
}

const canCompound = ({entry: {kind}}: IndexedWord): boolean => kind !== 'name'

/**
 * Creates a function that splits words into affixes and stems.
 *
 * @returns for a key, the possible analyses, cheapest first; with `except`, only those in which that word is not a stem
 */
export function createAnalyser({words, prefixes, suffixes, infixes}: EntryIndex, {affixCost, stemCost, compoundCost, gives}: Productivity) {
  return (key: string, except?: string): Analysis[] => {
    const analyses: Analysis[] = []
    let steps = 0
    const splitStems = (core: string, maxStems: number, onStems: (stems: readonly IndexedWord[], cost: number) => void) => {
      if (core !== except) for (const word of words.get(core) ?? []) onStems([word], stemCost(word))
      if (compoundCost === Number.POSITIVE_INFINITY || maxStems < 2) return
      for (let i = MIN_STEM_LENGTH; i <= core.length - MIN_STEM_LENGTH; i++) {
        const left = words.get(core.slice(0, i))?.filter(canCompound)
        if (!left || left.length === 0 || ++steps > MAX_SEARCH_STEPS) continue
        splitStems(core.slice(i), maxStems - 1, (rest, cost) => {
          for (const word of left)
            if (canCompound(rest[0] as IndexedWord)) onStems([word, ...rest], cost + stemCost(word) + (maxStems === MAX_STEMS ? compoundCost : 0))
        })
      }
    }
    const search = (rest: string, before: readonly IndexedAffix[], after: readonly IndexedAffix[], cost: number) => {
      if (++steps > MAX_SEARCH_STEPS) return
      splitStems(rest, MAX_STEMS, (stems, stemCosts) => {
        const misfits = countMisfits(stems.at(-1) as IndexedWord, before, after, gives)
        if (misfits < Number.POSITIVE_INFINITY) analyses.push({before, stems, after, cost: cost + stemCosts + MISFIT_COST * misfits, fits: misfits === 0})
      })
      if (before.length + after.length >= MAX_AFFIXES) return
      // Restored letters must not make the word longer: user-defined rules could loop forever.
      const removeAffix = (affix: IndexedAffix, left: string, outside: readonly IndexedAffix[], inside: readonly IndexedAffix[]) => {
        if (left.length <= key.length && left !== rest) search(left, outside, inside, cost + affixCost(affix))
      }
      // Prefixes are removed before suffixes, and infixes last, so that every analysis is found once.
      if (after.length === 0)
        forEachAffix(rest, prefixes, 1, (affix, left) => isInSlotOrder(affix, before.at(-1)) && removeAffix(affix, left, [...before, affix], after))
      forEachAffix(rest, suffixes, -1, (affix, left) => isInSlotOrder(affix, after[0]) && removeAffix(affix, left, before, [affix, ...after]))
      if (infixes.longest === 0) return
      for (let start = 1; start < rest.length - 1; start++) {
        const head = rest.slice(0, start)
        const removeInfix = (affix: IndexedAffix, left: string) => words.has(head + left) && removeAffix(affix, head + left, [...before, affix], after)
        forEachAffix(rest.slice(start), infixes, 1, removeInfix, 1)
      }
    }
    search(key, [], [], 0)
    return analyses.sort((a, b) => a.cost - b.cost).slice(0, MAX_ANALYSES)
  }
}

/** Returns the part of speech of the whole word, without refinements. */
export function resultingPartOfSpeech({before, stems, after}: Analysis, gives: Productivity['gives']): string | undefined {
  let partOfSpeech = stems.at(-1)?.entry.partOfSpeech
  for (const affix of [...after, ...[...before].reverse()]) partOfSpeech = gives(affix) ?? partOfSpeech
  return partOfSpeech === undefined ? undefined : coarsePartOfSpeech(partOfSpeech)
}

/** Returns the entries of an analysis, in order. */
export const entriesInAnalysis = ({before, stems, after}: Analysis): Entry[] => map([...before, ...stems, ...after], ({entry}) => entry)
