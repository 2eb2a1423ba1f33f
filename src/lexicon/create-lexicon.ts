import {bare, fold} from '../text/folding.js'
import type {Dictionary, Entry, Lexicon, Reading, Spelling, Step} from '../types.js'
import {checkDictionary} from './dictionary-schema.js'
import {formOf, isPrefix, isSuffix} from './entry.js'

/** Affixes undone in one word; real words carry fewer. */
const MOST_AFFIXES = 5
/** Readings given for one word, and steps tried to find them: bounds for words made to cost time. */
const MOST_READINGS = 16
const MOST_TRIES = 2000
const LONGEST = 100

/** What a step takes off the score of 1. */
const COST: Readonly<Record<Step['kind'], number>> = {
  exact: 0,
  fold: 0.02,
  variant: 0.05,
  form: 0.05,
  prefix: 0.1,
  suffix: 0.1,
  compound: 0.2,
  hyphen: 0.1,
  parts: 0,
  guess: 0.5,
}

interface Hit {
  readonly entry: Entry
  readonly step?: Step
}

interface Affix {
  readonly entry: Entry
  readonly key: string
}

const attaches = ({attachesTo}: Entry, {partOfSpeech}: Entry): boolean => !attachesTo || partOfSpeech === undefined || attachesTo.includes(partOfSpeech)

/** Entries by key, affixes by their first (prefixes) or last (suffixes) letter. */
function index(entries: readonly Entry[], keyOf: (surface: string) => string) {
  const words = new Map<string, Hit[]>()
  const prefixes = new Map<string, Affix[]>()
  const suffixes = new Map<string, Affix[]>()
  const put = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const entry of entries) {
    const shapes = [entry.headword, ...(entry.variants ?? [])]
    for (const shape of shapes) {
      if (isPrefix(entry) && shape.endsWith('-')) {
        const key = keyOf(shape.slice(0, -1))
        put(prefixes, key[0] ?? '', {entry, key})
      } else if (isSuffix(entry) && shape.startsWith('-')) {
        const key = keyOf(shape.slice(1))
        put(suffixes, key.at(-1) ?? '', {entry, key})
      } else {
        const step: Step | undefined = shape === entry.headword ? undefined : {kind: 'variant', from: shape, to: entry.headword}
        put(words, bare(keyOf(shape)), step ? {entry, step} : {entry})
      }
    }
    for (const {form} of (entry.forms ?? []).map(formOf)) put(words, bare(keyOf(form)), {entry, step: {kind: 'form', from: form, to: entry.headword}})
  }
  return {words, prefixes, suffixes}
}

/**
 * A dictionary made ready for looking words up. Look-ups cost no more with more entries.
 *
 * @throws TypeError that names the entry and field that is wrong, and what it may be
 */
export function createLexicon(dictionary: Dictionary): Lexicon {
  const {language, entries, spelling = {}} = checkDictionary(dictionary)
  const rules: Spelling = spelling
  const keyOf = (surface: string): string => fold(surface, rules)
  const {words, prefixes, suffixes} = index(entries, keyOf)

  const search = (surface: string): Reading[] => {
    const readings: Reading[] = []
    let tries = 0
    const add = (before: readonly Entry[], hits: readonly Hit[], after: readonly Entry[], steps: readonly Step[]) => {
      for (const {entry, step} of hits) {
        if (![...before, ...after].every((affix) => attaches(affix, entry))) continue
        const all = step ? [...steps, step] : [...steps]
        if (before.length === 0 && after.length === 0 && !step)
          all.push({kind: entry.headword === surface ? 'exact' : 'fold', from: surface, to: entry.headword})
        const score = Math.max(
          0.05,
          all.reduce((sum, {kind}) => sum - COST[kind], 1),
        )
        readings.push({entry, parts: [...before, entry, ...after], steps: all, score: Math.round(score * 1e4) / 1e4})
      }
    }
    const undo = (key: string, before: readonly Entry[], after: readonly Entry[], steps: readonly Step[]): void => {
      if (++tries > MOST_TRIES || key === '') return
      add(before, words.get(bare(key)) ?? [], after, steps)
      if (before.length + after.length >= MOST_AFFIXES) return
      // Prefixes come off from the outside before suffixes do, so that every analysis is found once.
      if (after.length === 0) {
        for (const affix of prefixes.get(key[0] as string) ?? []) {
          const rest = key.slice(affix.key.length)
          if (rest.length < 2 || !key.startsWith(affix.key)) continue
          undo(rest, [...before, affix.entry], after, [...steps, {kind: 'prefix', from: key, to: rest}])
        }
      }
      for (const affix of suffixes.get(key.at(-1) as string) ?? []) {
        const rest = key.slice(0, key.length - affix.key.length)
        if (rest.length < 2 || !key.endsWith(affix.key)) continue
        undo(rest, before, [affix.entry, ...after], [...steps, {kind: 'suffix', from: key, to: rest}])
      }
    }
    const key = keyOf(surface)
    undo(key, [], [], [])
    readings.sort((a, b) => b.score - a.score || a.parts.length - b.parts.length)
    // One analysis may be reached by two ways, a variant that folds to its headword for one; the better way stands.
    const same = (a: Reading, b: Reading) => a.parts.length === b.parts.length && a.parts.every((part, i) => part === b.parts[i])
    return readings
      .slice(0, 4 * MOST_READINGS)
      .filter((reading, i) => readings.findIndex((other) => same(reading, other)) === i)
      .slice(0, MOST_READINGS)
  }

  const lookup = (word: string): readonly Reading[] => (word.length > LONGEST ? [] : search(word))
  return {language, entries, spelling: rules, lookup}
}
