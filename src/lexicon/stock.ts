import {bare} from '../prose/folding.js'
import {flatMap, map} from '../util/lists.js'
import {formOf, isAffix, isPrefix, isSuffix} from './entry.js'
import {classOf} from './part-of-speech.js'
import {prefixShapes, type Seam, type Shape, seamsOf, suffixShapes} from './seams.js'
import type {Dictionary, Entry, Step} from './types.js'

/** An entry under one of its keys, and how the headword is reached from it, if it is not its own. */
export interface Hit {
  readonly entry: Entry
  readonly step?: Step
}

/** An affix in one of its shapes. */
export interface Affix extends Shape {
  readonly entry: Entry
  /** What it attaches to: as the dictionary states it, or else the class that its own part of speech names, if there is one. */
  readonly attachesTo: readonly string[] | undefined
  /** Whether the dictionary states it. */
  readonly stated: boolean
  /** Its slot's number, from the stem outwards; -1 without one. */
  readonly slot: number
}

export interface Affixes {
  readonly byShape: ReadonlyMap<string, readonly Affix[]>
  /** Of the shapes, in UTF-16 code units. */
  readonly longest: number
}

/** What a dictionary has, by what is written. */
export interface Stock {
  readonly words: ReadonlyMap<string, readonly Hit[]>
  /** Words with an apostrophe at an end, less that apostrophe, which authors and typesetters drop. */
  readonly bareWords: ReadonlyMap<string, readonly Hit[]>
  readonly prefixes: Affixes
  readonly suffixes: Affixes
  readonly infixes: Affixes
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Puts the shapes of one affix where they are found. */
function collector() {
  const byShape = new Map<string, Affix[]>()
  let longest = 0
  const add = (affix: Omit<Affix, keyof Shape>, shapes: readonly Shape[]) => {
    for (const shape of shapes) {
      // An affix that writes nothing would be found everywhere, and again behind itself.
      if (shape.written === '') continue
      longest = Math.max(longest, shape.written.length)
      put(byShape, shape.written, {...affix, ...shape})
    }
  }
  return {add, affixes: (): Affixes => ({byShape, longest})}
}

/** The classes that words are of. */
const classesOf = (entries: readonly Entry[]): Set<string> =>
  new Set(flatMap(entries, (entry) => (entry.partOfSpeech === undefined || isAffix(entry) ? [] : [classOf(entry.partOfSpeech)])))

/**
 * Everything that a dictionary lists, under its keys.
 *
 * @throws TypeError for a seam that names a class or an affix that names a slot which the dictionary does not have
 */
export function stockOf({entries, spelling = {}, inflection = {}}: Dictionary, keyOf: (surface: string) => string): Stock {
  const words = new Map<string, Hit[]>()
  const bareWords = new Map<string, Hit[]>()
  const putWord = (shape: string, hit: Hit) => {
    const key = keyOf(shape)
    put(words, key, hit)
    if (bare(key) !== key) put(bareWords, bare(key), hit)
  }
  const prefixes = collector()
  const suffixes = collector()
  const infixes = collector()
  const classes = classesOf(entries)
  const slots = inflection.slots ?? []
  const parsed = (notations: readonly string[] | undefined): Seam[] => flatMap(notations ?? [], (notation) => seamsOf(notation, spelling, keyOf))
  const everywhere = parsed(inflection.seams)
  for (const entry of entries) {
    if (entry.status === 'rejected') continue
    const {headword, variants = [], forms = [], partOfSpeech} = entry
    const own = {
      entry,
      attachesTo: entry.attachesTo ?? (partOfSpeech !== undefined && classes.has(classOf(partOfSpeech)) ? [classOf(partOfSpeech)] : undefined),
      stated: entry.attachesTo !== undefined,
      slot: entry.slot === undefined ? -1 : slots.indexOf(entry.slot),
    }
    if (entry.slot !== undefined && own.slot === -1) {
      throw new TypeError(`entry “${headword}”: slot: expected one of inflection.slots, got “${entry.slot}”`)
    }
    const seams = isAffix(entry) ? [...parsed(entry.seams), ...everywhere] : []
    for (const shape of [headword, ...variants]) {
      if (isPrefix(entry)) {
        const key = keyOf(shape.replace(/-$/u, ''))
        prefixes.add(own, [{written: key, restored: ''}, ...prefixShapes(key, seams)])
      } else if (isSuffix(entry)) {
        const key = keyOf(shape.replace(/^-/u, ''))
        suffixes.add(own, [{written: key, restored: ''}, ...suffixShapes(key, seams)])
      } else if (isAffix(entry)) {
        infixes.add(own, [{written: keyOf(shape.replace(/^-|-$/gu, '')), restored: ''}])
      } else {
        putWord(shape, shape === headword ? {entry} : {entry, step: {kind: 'variant', from: shape, to: headword}})
      }
    }
    if (!isAffix(entry)) for (const {form} of map(forms, formOf)) putWord(form, {entry, step: {kind: 'form', from: form, to: headword}})
  }
  return {words, bareWords, prefixes: prefixes.affixes(), suffixes: suffixes.affixes(), infixes: infixes.affixes()}
}
