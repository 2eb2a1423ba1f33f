import {isAffix, isPrefix, isSuffix, standing} from '../lexicon/entry.js'
import {isOneOf} from '../lexicon/part-of-speech.js'
import {prefixShapes, type Seam, seamsOf, suffixShapes} from '../lexicon/seams.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {APOSTROPHES, bare, DEFAULT_JOINERS, fold} from '../prose/folding.js'
import {wrong} from './shared/input.js'
import {stemOf, titleOf} from './shared/titles.js'
import {ownWords} from './shared/word-spellings.js'
import type {DictionaryFormat, Files, WriteOptions} from './types.js'

/** Flags are numbers below 65510 (hunspell(5), `FLAG num`); these are none of an affix. */
const KEEP_CASE = 65_000
const COMPOUND = 65_001

/** Affixes of one kind, which share a flag. */
interface Paradigm {
  readonly flag: number
  readonly kind: 'PFX' | 'SFX'
  readonly like: Entry
  readonly affixes: Entry[]
}

function paradigmsOf(entries: readonly Entry[], name: string): Paradigm[] {
  const paradigms = new Map<string, Paradigm>()
  for (const entry of entries) {
    if (!isPrefix(entry) && !isSuffix(entry)) continue
    const kind = isPrefix(entry) ? 'PFX' : 'SFX'
    const key = JSON.stringify([kind, entry.attachesTo, entry.gives, entry.slot])
    const paradigm = paradigms.get(key) ?? {flag: paradigms.size + 1, kind, like: entry, affixes: []}
    paradigms.set(key, paradigm)
    paradigm.affixes.push(entry)
  }
  if (paradigms.size >= KEEP_CASE) throw wrong({file: name}, `expected fewer than ${KEEP_CASE} kinds of affixes, got ${paradigms.size}`)
  return [...paradigms.values()]
}

interface Rule {
  /** What the stem loses, … */
  readonly strip: string
  /** … what it gets instead, … */
  readonly add: string
  /** … and where. */
  readonly condition: string
}

/** The ways in which an affix meets its stem. Where a seam changes the spelling, it is not met otherwise. */
function rulesOf(body: string, kind: Paradigm['kind'], seams: readonly Seam[]): Rule[] {
  const shapes = kind === 'SFX' ? suffixShapes(body, seams) : prefixShapes(body, seams)
  const changed = shapes.map(({written, restored}) => ({strip: restored, add: written, condition: '.'}))
  if (changed.some(({strip}) => strip === '')) return changed
  // A condition excludes letters, not groups of them.
  const letters = [...new Set(changed.map(({strip}) => strip))].filter((strip) => /^[\p{L}\p{M}'-]$/u.test(strip)).join('')
  return [...changed, {strip: '', add: body, condition: letters === '' ? '.' : `[^${letters}]`}]
}

const escaped = (text: string): string => text.replaceAll('/', '\\/')
/** hunspell's word for nothing is `0`. */
const orNothing = (text: string): string => escaped(text) || '0'

/** Whether text stands in one field of a line. */
const isField = (text: string): boolean => !/[\s\p{Cc}]/u.test(text)

/** The rules of all affixes, by paradigm. */
function affixesOf(
  paradigms: readonly Paradigm[],
  {spelling = {}, inflection: {slots = [], seams = []} = {}}: Dictionary,
  canonical: (text: string) => string,
): string[] {
  const outwards = (inner: Entry, outer: Entry) => inner.slot === undefined || outer.slot === undefined || slots.indexOf(inner.slot) < slots.indexOf(outer.slot)
  return paradigms.flatMap(({flag, kind, like, affixes}) => {
    const makes = like.gives === undefined ? (like.attachesTo ?? [undefined]) : [like.gives]
    // A second suffix is of another paradigm, further from the stem, and for the part of speech that the first one makes.
    const after = paradigms
      .filter((other) => kind === 'SFX' && other.kind === 'SFX' && other.flag !== flag && outwards(like, other.like))
      .filter((other) => makes.some((made) => isOneOf(made, other.like.attachesTo)))
    const flags = after.length > 0 ? `/${after.map((other) => other.flag).join(',')}` : ''
    const lines = affixes.flatMap(({headword, variants = [], seams: own = []}) => {
      const met = [...seams, ...own].flatMap((seam) => seamsOf(seam, spelling, canonical))
      const shapes = [headword, ...variants].filter((shape) => (kind === 'PFX' ? shape.endsWith('-') : shape.startsWith('-')))
      return shapes
        .flatMap((shape) => rulesOf(canonical(kind === 'PFX' ? shape.slice(0, -1) : shape.slice(1)), kind, met))
        .filter(({strip, add}) => isField(strip) && isField(add))
        .map(({strip, add, condition}) => `${kind} ${flag} ${orNothing(strip)} ${orNothing(add)}${flags} ${condition}`)
    })
    const rules = [...new Set(lines)]
    return rules.length > 0 ? ['', `${kind} ${flag} Y ${rules.length}`, ...rules] : []
  })
}

/** Every word with its flags. */
function wordsOf(
  {entries}: Dictionary,
  flagsOf: (partOfSpeech: string | undefined) => readonly number[],
  canonical: (text: string) => string,
): Map<string, Set<number>> {
  const words = new Map<string, Set<number>>()
  for (const entry of entries) {
    if (isAffix(entry)) continue
    const flags = flagsOf(entry.partOfSpeech)
    // hunspell checks word by word. Authors leave out apostrophes at the ends, and programs that look for words do so, too.
    const parts = ownWords(entry)
      .flatMap((shape) => canonical(shape).split(/[\s\p{Cc}]+/u))
      .flatMap((part) => [part, bare(part)])
    for (const word of parts) if (word !== '') words.set(word, new Set([...(words.get(word) ?? []), ...flags]))
  }
  return words
}

/** The letters of words, the commonest first: what is tried when a word is wrong. */
function lettersOf(words: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const word of words) for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([letter]) => letter)
}

function write(dictionary: Dictionary, options: WriteOptions = {}): Files {
  const stem = stemOf(dictionary, options)
  const shown = standing(dictionary)
  const {spelling = {}, inflection: {compounds = false} = {}, licence} = shown
  const {caseSensitive = false, joiners = DEFAULT_JOINERS, variants = []} = spelling
  const canonical = (text: string): string => fold(text, {...spelling, caseSensitive: true})
  const paradigms = paradigmsOf(shown.entries, stem)
  const general = [...(caseSensitive ? [KEEP_CASE] : []), ...(compounds ? [COMPOUND] : [])]
  const known = new Map<string | undefined, readonly number[]>()
  const flagsOf = (partOfSpeech: string | undefined): readonly number[] => {
    const flags = known.get(partOfSpeech) ?? [...paradigms.filter(({like}) => isOneOf(partOfSpeech, like.attachesTo)).map(({flag}) => flag), ...general]
    known.set(partOfSpeech, flags)
    return flags
  }
  const words = wordsOf(shown, flagsOf, canonical)
  const sorted = [...words.keys()].sort()
  const letters = lettersOf(sorted)
  const inside = new Set([...joiners, ...letters.filter((letter) => !/[\p{L}\p{M}\p{N}]/u.test(letter))])
  const typed = [
    ...variants.flatMap(([first = '', ...others]) => others.map((other) => [other, first])),
    ...[...APOSTROPHES, ...'‐‑'].map((mark) => [mark, canonical(mark)]),
  ]
  const conversions = [...new Map(typed as [string, string][])].filter(([from, to]) => from !== to && isField(from + to))
  const aff = [
    `# ${[titleOf(dictionary, options), ...(licence ? [licence] : [])].join(', ').replace(/[\s\p{Cc}]+/gu, ' ')}`,
    'SET UTF-8',
    'FLAG num',
    `TRY ${letters.join('')}`,
    `WORDCHARS ${[...inside].filter(isField).join('')}`,
    ...(caseSensitive ? [`KEEPCASE ${KEEP_CASE}`] : []),
    ...(compounds ? [`COMPOUNDFLAG ${COMPOUND}`] : []),
    ...(conversions.length > 0 ? [`ICONV ${conversions.length}`, ...conversions.map(([from, to]) => `ICONV ${from} ${to}`)] : []),
    ...affixesOf(paradigms, shown, canonical),
  ]
  const dic = sorted.map((word) => [escaped(word), [...(words.get(word) as Set<number>)].join(',')].filter(Boolean).join('/'))
  const bytes = (lines: readonly unknown[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)
  return {[`${stem}.dic`]: bytes([dic.length, ...dic]), [`${stem}.aff`]: bytes(aff)}
}

/**
 * A word list for hunspell (hunspell(5), 1.7): `.dic` and `.aff`, so that an author's program knows the language.
 *
 * - Loaded by LibreOffice, Firefox, Thunderbird and whatever else spells with hunspell.
 * - Keeps headwords, variants and forms, and what prefixes and suffixes make of them: a prefix, and two suffixes of different kinds; seams
 *   count where they change one letter, and are one way among others where they change more. No meanings, nothing that is rejected. Only
 *   written.
 * - Options: `name`.
 *
 * @throws TypeError for a seam that names a class which the spelling does not have
 */
export const hunspell = {
  name: 'hunspell',
  extension: 'dic',
  extensions: ['dic', 'aff'],
  mediaType: 'text/plain',
  /** Answers the word list and the rules of its affixes, by file name. */
  write,
} as const satisfies DictionaryFormat
