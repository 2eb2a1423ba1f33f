import {isAffix, isPrefix, isSuffix, withoutRejected} from '../lexicon/entry.js'
import {matchesPartOfSpeech} from '../lexicon/part-of-speech.js'
import {parseSeams, prefixShapes, type Seam, suffixShapes} from '../lexicon/seams.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {APOSTROPHES, DEFAULT_JOINERS, fold, stripApostrophes} from '../prose/folding.js'
import {checkedFormat} from './shared/checked-format.js'
import {fileError} from './shared/input.js'
import {fileStemOf, titleOf} from './shared/titles.js'
import {spellingsOf} from './shared/word-spellings.js'
import type {FileMap, WriteOptions} from './types.js'

/** Flags that no affix uses. Flags are numbers below 65510 (hunspell(5), `FLAG num`). */
const KEEP_CASE = 65_000
const COMPOUND = 65_001

/** Affixes with the same flag: they attach to the same parts of speech, in the same slot. */
interface Paradigm {
  readonly flag: number
  readonly kind: 'PFX' | 'SFX'
  readonly model: Entry
  readonly affixes: Entry[]
}

function paradigmsOf(entries: readonly Entry[], name: string): Paradigm[] {
  const paradigms = new Map<string, Paradigm>()
  for (const entry of entries) {
    if (!isPrefix(entry) && !isSuffix(entry)) continue
    const kind = isPrefix(entry) ? 'PFX' : 'SFX'
    const key = JSON.stringify([kind, entry.attachesTo, entry.gives, entry.slot])
    const paradigm = paradigms.get(key) ?? {flag: paradigms.size + 1, kind, model: entry, affixes: []}
    paradigms.set(key, paradigm)
    paradigm.affixes.push(entry)
  }
  if (paradigms.size >= KEEP_CASE) throw fileError({file: name}, `expected fewer than ${KEEP_CASE} kinds of affixes, got ${paradigms.size}`)
  return [...paradigms.values()]
}

interface Rule {
  /** What is removed from the stem. */
  readonly strip: string
  /** What is added to the stem instead. */
  readonly add: string
  /** The stems to which the rule applies, as a pattern for their edge. */
  readonly condition: string
}

/** The rules for attaching an affix. If a seam changes the spelling, the unchanged spelling is excluded. */
function rulesOf(body: string, kind: Paradigm['kind'], seams: readonly Seam[]): Rule[] {
  const shapes = kind === 'SFX' ? suffixShapes(body, seams) : prefixShapes(body, seams)
  const changed = shapes.map(({written, restored}) => ({strip: restored, add: written, condition: '.'}))
  if (changed.some(({strip}) => strip === '')) return changed
  // A condition can only exclude single letters.
  const letters = [...new Set(changed.map(({strip}) => strip))].filter((strip) => /^[\p{L}\p{M}'-]$/u.test(strip)).join('')
  return [...changed, {strip: '', add: body, condition: letters === '' ? '.' : `[^${letters}]`}]
}

const escaped = (text: string): string => text.replaceAll('/', '\\/')
/** hunspell writes an empty string as `0`. */
const orNothing = (text: string): string => escaped(text) || '0'

/** Whether text fits in one field of a line. */
const isField = (text: string): boolean => !/[\s\p{Cc}]/u.test(text)

/** The lines that define all affixes, by paradigm. */
function affixLines(
  paradigms: readonly Paradigm[],
  {spelling = {}, inflection: {slots = [], seams = []} = {}}: Dictionary,
  canonical: (text: string) => string,
): string[] {
  const canPrecede = (inner: Entry, outer: Entry) =>
    inner.slot === undefined || outer.slot === undefined || slots.indexOf(inner.slot) < slots.indexOf(outer.slot)
  return paradigms.flatMap(({flag, kind, model, affixes}) => {
    const results = model.gives === undefined ? (model.attachesTo ?? [undefined]) : [model.gives]
    // A second suffix belongs to another paradigm, stands further from the stem, and attaches to the part of speech that the first one gives.
    const after = paradigms
      .filter((other) => kind === 'SFX' && other.kind === 'SFX' && other.flag !== flag && canPrecede(model, other.model))
      .filter((other) => results.some((result) => matchesPartOfSpeech(result, other.model.attachesTo)))
    const flags = after.length > 0 ? `/${after.map((other) => other.flag).join(',')}` : ''
    const lines = affixes.flatMap(({headword, variants = [], seams: own = []}) => {
      const allSeams = [...seams, ...own].flatMap((seam) => parseSeams(seam, spelling, canonical))
      const shapes = [headword, ...variants].filter((shape) => (kind === 'PFX' ? shape.endsWith('-') : shape.startsWith('-')))
      return shapes
        .flatMap((shape) => rulesOf(canonical(kind === 'PFX' ? shape.slice(0, -1) : shape.slice(1)), kind, allSeams))
        .filter(({strip, add}) => isField(strip) && isField(add))
        .map(({strip, add, condition}) => `${kind} ${flag} ${orNothing(strip)} ${orNothing(add)}${flags} ${condition}`)
    })
    const rules = [...new Set(lines)]
    return rules.length > 0 ? ['', `${kind} ${flag} Y ${rules.length}`, ...rules] : []
  })
}

/** Maps every word to its flags. */
function collectWords(
  {entries}: Dictionary,
  flagsOf: (partOfSpeech: string | undefined) => readonly number[],
  canonical: (text: string) => string,
): Map<string, Set<number>> {
  const words = new Map<string, Set<number>>()
  for (const entry of entries) {
    if (isAffix(entry)) continue
    const flags = flagsOf(entry.partOfSpeech)
    // hunspell checks single words. Authors omit apostrophes at the ends, and so do programs that split text into words.
    const parts = spellingsOf(entry)
      .flatMap((shape) => canonical(shape).split(/[\s\p{Cc}]+/u))
      .flatMap((part) => [part, stripApostrophes(part)])
    for (const word of parts) if (word !== '') words.set(word, new Set([...(words.get(word) ?? []), ...flags]))
  }
  return words
}

/** The letters of all words, most frequent first: hunspell tries them in this order to correct a word. */
function lettersByFrequency(words: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const word of words) for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([letter]) => letter)
}

function write(dictionary: Dictionary, options: WriteOptions = {}): FileMap {
  const stem = fileStemOf(dictionary, options)
  const visible = withoutRejected(dictionary)
  const {spelling = {}, inflection: {compounds = false} = {}, licence} = visible
  const {caseSensitive = false, joiners = DEFAULT_JOINERS, variants = []} = spelling
  const canonical = (text: string): string => fold(text, {...spelling, caseSensitive: true})
  const paradigms = paradigmsOf(visible.entries, stem)
  const commonFlags = [...(caseSensitive ? [KEEP_CASE] : []), ...(compounds ? [COMPOUND] : [])]
  const flagCache = new Map<string | undefined, readonly number[]>()
  const flagsOf = (partOfSpeech: string | undefined): readonly number[] => {
    const flags = flagCache.get(partOfSpeech) ?? [
      ...paradigms.filter(({model}) => matchesPartOfSpeech(partOfSpeech, model.attachesTo)).map(({flag}) => flag),
      ...commonFlags,
    ]
    flagCache.set(partOfSpeech, flags)
    return flags
  }
  const words = collectWords(visible, flagsOf, canonical)
  const sorted = [...words.keys()].sort()
  const letters = lettersByFrequency(sorted)
  const wordCharacters = new Set([...joiners, ...letters.filter((letter) => !/[\p{L}\p{M}\p{N}]/u.test(letter))])
  const alternatives = [
    ...variants.flatMap(([first = '', ...others]) => others.map((other) => [other, first])),
    ...[...APOSTROPHES, ...'‐‑'].map((mark) => [mark, canonical(mark)]),
  ]
  const conversions = [...new Map(alternatives as [string, string][])].filter(([from, to]) => from !== to && isField(from + to))
  const aff = [
    `# ${[titleOf(dictionary, options), ...(licence ? [licence] : [])].join(', ').replace(/[\s\p{Cc}]+/gu, ' ')}`,
    'SET UTF-8',
    'FLAG num',
    `TRY ${letters.join('')}`,
    `WORDCHARS ${[...wordCharacters].filter(isField).join('')}`,
    ...(caseSensitive ? [`KEEPCASE ${KEEP_CASE}`] : []),
    ...(compounds ? [`COMPOUNDFLAG ${COMPOUND}`] : []),
    ...(conversions.length > 0 ? [`ICONV ${conversions.length}`, ...conversions.map(([from, to]) => `ICONV ${from} ${to}`)] : []),
    ...affixLines(paradigms, visible, canonical),
  ]
  const dic = sorted.map((word) => [escaped(word), [...(words.get(word) as Set<number>)].join(',')].filter(Boolean).join('/'))
  const bytes = (lines: readonly unknown[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)
  return {[`${stem}.dic`]: bytes([dic.length, ...dic]), [`${stem}.aff`]: bytes(aff)}
}

/**
 * A word list for hunspell (hunspell(5), 1.7): `.dic` and `.aff`, for spell-checking text in the language.
 *
 * - Loaded by LibreOffice, Firefox, Thunderbird and other programs that use hunspell.
 * - Keeps headwords, variants, forms, and what prefixes and suffixes derive from them: one prefix and two suffixes of different kinds. A seam
 *   that changes one letter replaces the unchanged spelling; one that changes more is an alternative to it. Omits meanings and whatever is
 *   rejected. Write-only.
 * - Options: `name`.
 *
 * @throws TypeError if a seam names a class that the spelling does not define
 */
export const hunspell = /* @__PURE__ */ checkedFormat({
  name: 'hunspell',
  extension: 'dic',
  extensions: ['dic', 'aff'],
  mediaType: 'text/plain',
  /** Returns the word list and the affix file, by file name. */
  write,
})
