import {stripApostrophes} from '../prose/folding.js'
import {flatMap, map} from '../util/lists.js'
import {isAffix, isPrefix, isSuffix, toForm} from './entry.js'
import {coarsePartOfSpeech} from './part-of-speech.js'
import {type AffixShape, parseSeams, prefixShapes, type Seam, suffixShapes} from './seams.js'
import type {Dictionary, Entry, Step} from './types.js'

/** An entry under one of its keys, and the step from the key to the headword if they differ. */
export interface IndexedWord {
  readonly entry: Entry
  readonly step?: Step
}

/** An affix in one of its shapes. */
export interface IndexedAffix extends AffixShape {
  readonly entry: Entry
  /** Parts of speech that it attaches to: as stated, otherwise the word class that its own part of speech names, if there is one. */
  readonly attachesTo: readonly string[] | undefined
  /** Whether the dictionary states `attachesTo`. */
  readonly stated: boolean
  /** Index of its slot, from the stem outward; -1 without a slot. */
  readonly slot: number
}

export interface AffixIndex {
  readonly byShape: ReadonlyMap<string, readonly IndexedAffix[]>
  /** Length of the longest shape, in UTF-16 code units. */
  readonly longest: number
}

/** The contents of a dictionary, by written form. */
export interface EntryIndex {
  readonly words: ReadonlyMap<string, readonly IndexedWord[]>
  /** Words with an outer apostrophe, under the key without it: authors and typesetters drop it. */
  readonly bareWords: ReadonlyMap<string, readonly IndexedWord[]>
  /** Affixes by their headwords and variants, with hyphens. */
  readonly affixes: ReadonlyMap<string, readonly IndexedWord[]>
  readonly prefixes: AffixIndex
  readonly suffixes: AffixIndex
  readonly infixes: AffixIndex
}

const append = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Collects affixes by shape. */
function createAffixCollector() {
  const byShape = new Map<string, IndexedAffix[]>()
  let longest = 0
  const add = (affix: Omit<IndexedAffix, keyof AffixShape>, shapes: readonly AffixShape[]) => {
    for (const shape of shapes) {
      // An empty shape would match everywhere, again and again.
      if (shape.written === '') continue
      longest = Math.max(longest, shape.written.length)
      append(byShape, shape.written, {...affix, ...shape})
    }
  }
  return {add, affixes: (): AffixIndex => ({byShape, longest})}
}

/** Returns the parts of speech of the words, without refinements. */
const collectWordClasses = (entries: readonly Entry[]): Set<string> =>
  new Set(flatMap(entries, (entry) => (entry.partOfSpeech === undefined || isAffix(entry) ? [] : [coarsePartOfSpeech(entry.partOfSpeech)])))

/**
 * Indexes all entries of a dictionary by their keys.
 *
 * @throws TypeError if a seam names a class, or an affix a slot, that the dictionary does not define
 */
export function indexEntries({entries, spelling = {}, inflection = {}}: Dictionary, keyOf: (surface: string) => string): EntryIndex {
  const words = new Map<string, IndexedWord[]>()
  const bareWords = new Map<string, IndexedWord[]>()
  const addWord = (shape: string, word: IndexedWord) => {
    const key = keyOf(shape)
    append(words, key, word)
    if (stripApostrophes(key) !== key) append(bareWords, stripApostrophes(key), word)
  }
  const affixes = new Map<string, IndexedWord[]>()
  const prefixes = createAffixCollector()
  const suffixes = createAffixCollector()
  const infixes = createAffixCollector()
  const classes = collectWordClasses(entries)
  const slots = inflection.slots ?? []
  const parseAll = (notations: readonly string[] | undefined): Seam[] => flatMap(notations ?? [], (notation) => parseSeams(notation, spelling, keyOf))
  const sharedSeams = parseAll(inflection.seams)
  for (const entry of entries) {
    if (entry.status === 'rejected') continue
    const {headword, variants = [], forms = [], partOfSpeech} = entry
    const affix = {
      entry,
      attachesTo:
        entry.attachesTo ?? (partOfSpeech !== undefined && classes.has(coarsePartOfSpeech(partOfSpeech)) ? [coarsePartOfSpeech(partOfSpeech)] : undefined),
      stated: entry.attachesTo !== undefined,
      slot: entry.slot === undefined ? -1 : slots.indexOf(entry.slot),
    }
    if (entry.slot !== undefined && affix.slot === -1) {
      throw new TypeError(`entry “${headword}”: slot: expected one of inflection.slots, got “${entry.slot}”`)
    }
    const seams = isAffix(entry) ? [...parseAll(entry.seams), ...sharedSeams] : []
    for (const shape of [headword, ...variants]) {
      const word: IndexedWord = shape === headword ? {entry} : {entry, step: {kind: 'variant', from: shape, to: headword}}
      if (isAffix(entry)) append(affixes, keyOf(shape), word)
      if (isPrefix(entry)) {
        const key = keyOf(shape.replace(/-$/u, ''))
        prefixes.add(affix, [{written: key, restored: ''}, ...prefixShapes(key, seams)])
      } else if (isSuffix(entry)) {
        const key = keyOf(shape.replace(/^-/u, ''))
        suffixes.add(affix, [{written: key, restored: ''}, ...suffixShapes(key, seams)])
      } else if (isAffix(entry)) {
        infixes.add(affix, [{written: keyOf(shape.replace(/^-|-$/gu, '')), restored: ''}])
      } else addWord(shape, word)
    }
    if (!isAffix(entry)) for (const {form} of map(forms, toForm)) addWord(form, {entry, step: {kind: 'form', from: form, to: headword}})
  }
  return {words, bareWords, affixes, prefixes: prefixes.affixes(), suffixes: suffixes.affixes(), infixes: infixes.affixes()}
}
