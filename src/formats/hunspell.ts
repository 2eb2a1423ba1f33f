import {formOf, isAffix, isPrefix, isSuffix, standing} from '../lexicon/entry.js'
import {APOSTROPHES, bare, DEFAULT_JOINERS, fold} from '../text/folding.js'
import type {Dictionary, DictionaryFormat, Entry, Files, WriteOptions} from '../types.js'
import {stemOf, titleOf} from './files.js'
import {wrong} from './input.js'

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

/** What stands before a colon or a space says the part of speech, what follows refines it. */
const isOf = (partOfSpeech: string, wanted: string): boolean => partOfSpeech === wanted || partOfSpeech.split(/[: ]/u, 1)[0] === wanted
const attaches = ({attachesTo}: Entry, partOfSpeech: string | undefined): boolean =>
  !attachesTo || partOfSpeech === undefined || attachesTo.some((wanted) => isOf(partOfSpeech, wanted))

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

/** A seam with every class replaced by each of its letters. */
function spelledOut(seam: string, classes: Readonly<Record<string, readonly string[]>>): string[] {
  const [, name] = /<([^<>]*)>/u.exec(seam) ?? []
  if (name === undefined) return [seam]
  return (Object.hasOwn(classes, name) ? (classes[name] as readonly string[]) : []).flatMap((letter) =>
    spelledOut(seam.replaceAll(`<${name}>`, letter), classes),
  )
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
function rulesOf(shape: string, kind: Paradigm['kind'], seams: readonly string[]): Rule[] {
  const changed = seams.flatMap((seam): Rule[] => {
    const [, left = '', right = '', written = ''] = /^([^+=]*)\+([^+=]*)=(.*)$/su.exec(seam) ?? []
    if (kind === 'SFX') return shape.startsWith(right) ? [{strip: left, add: written + shape.slice(right.length), condition: '.'}] : []
    return shape.endsWith(left) ? [{strip: right, add: shape.slice(0, shape.length - left.length) + written, condition: '.'}] : []
  })
  const strips = changed.map(({strip}) => strip)
  if (strips.includes('')) return changed
  // A condition excludes letters, not groups of them.
  const letters = strips.filter((strip) => /^[\p{L}\p{M}'-]$/u.test(strip)).join('')
  const condition = letters === '' ? '.' : `[^${letters}]`
  return [...changed, {strip: '', add: shape, condition}]
}

const escaped = (text: string): string => text.replaceAll('/', '\\/')
/** hunspell's word for nothing is `0`. */
const orNothing = (text: string): string => escaped(text) || '0'

function write(dictionary: Dictionary, options: WriteOptions = {}): Files {
  const stem = stemOf(dictionary, options)
  const {entries, spelling = {}, inflection = {}, licence} = standing(dictionary)
  const {caseSensitive = false, joiners = DEFAULT_JOINERS, variants = [], classes = {}} = spelling
  const {slots = [], seams = [], compounds = false} = inflection
  const canonical = (text: string): string => fold(text, {...spelling, caseSensitive: true})
  const paradigms = paradigmsOf(entries, stem)
  const seamsFor = (affix: Entry) => [...seams, ...(affix.seams ?? [])].flatMap((seam) => spelledOut(seam, classes)).map(canonical)

  /** Suffixes that may follow one of a paradigm: of another, further from the stem, for the part of speech that this one makes. */
  const following = ({kind, like, flag}: Paradigm): number[] => {
    const makes = like.gives === undefined ? (like.attachesTo ?? [undefined]) : [like.gives]
    const outwards = (a: Entry, b: Entry) => a.slot === undefined || b.slot === undefined || slots.indexOf(a.slot) < slots.indexOf(b.slot)
    const next = paradigms.filter((other) => other.kind === 'SFX' && other.flag !== flag && outwards(like, other.like))
    return kind === 'PFX' ? [] : next.filter((other) => makes.some((made) => attaches(other.like, made))).map((other) => other.flag)
  }
  const affixes = paradigms.flatMap((paradigm) => {
    const {flag, kind, affixes: members} = paradigm
    const after = following(paradigm).join(',')
    const rules = members.flatMap((member) => {
      const shapes = [member.headword, ...(member.variants ?? [])].filter((shape) => (kind === 'PFX' ? shape.endsWith('-') : shape.startsWith('-')))
      const bodies = shapes.map((shape) => canonical(kind === 'PFX' ? shape.slice(0, -1) : shape.slice(1))).filter((body) => /^[^\s\p{Cc}]+$/u.test(body))
      return bodies.flatMap((body) => rulesOf(body, kind, seamsFor(member)))
    })
    const lines = rules.map(({strip, add, condition}) => `${kind} ${flag} ${orNothing(strip)} ${orNothing(add)}${after && `/${after}`} ${condition}`)
    return ['', `${kind} ${flag} Y ${new Set(lines).size}`, ...new Set(lines)]
  })

  const words = new Map<string, Set<number>>()
  for (const entry of entries) {
    if (isAffix(entry)) continue
    const flags = paradigms.filter(({like}) => attaches(like, entry.partOfSpeech)).map(({flag}) => flag)
    if (caseSensitive) flags.push(KEEP_CASE)
    if (compounds) flags.push(COMPOUND)
    for (const shape of [entry.headword, ...(entry.variants ?? []), ...(entry.forms ?? []).map((form) => formOf(form).form)]) {
      // hunspell checks word by word. Authors leave out apostrophes at the ends, and programs that look for words do so, too.
      for (const word of canonical(shape)
        .split(/[\s\p{Cc}]+/u)
        .flatMap((part) => [part, bare(part)])) {
        if (word !== '') words.set(word, new Set([...(words.get(word) ?? []), ...flags]))
      }
    }
  }
  const sorted = [...words.keys()].sort()
  const characters = new Map<string, number>()
  for (const character of sorted.join('')) characters.set(character, (characters.get(character) ?? 0) + 1)
  const letters = [...characters].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([letter]) => letter)
  const inside = new Set([...joiners, ...letters.filter((letter) => !/[\p{L}\p{M}\p{N}]/u.test(letter))])
  const conversions = new Map<string, string>([
    ...variants.flatMap(([first, ...others]) => others.map((other): [string, string] => [other, first as string])),
    ...[...APOSTROPHES].map((mark): [string, string] => [mark, canonical(mark)]),
    ...[...'‐‑'].map((mark): [string, string] => [mark, canonical(mark)]),
  ])
  const iconv = [...conversions].filter(([from, to]) => from !== to && !/\s/u.test(from + to))
  const aff = [
    `# ${[titleOf(dictionary, options), ...(licence ? [licence] : [])].join(', ').replace(/[\s\p{Cc}]+/gu, ' ')}`,
    'SET UTF-8',
    'FLAG num',
    `TRY ${letters.join('')}`,
    `WORDCHARS ${[...inside].filter((character) => !/\s/u.test(character)).join('')}`,
    ...(caseSensitive ? [`KEEPCASE ${KEEP_CASE}`] : []),
    ...(compounds ? [`COMPOUNDFLAG ${COMPOUND}`] : []),
    ...(iconv.length > 0 ? ['', `ICONV ${iconv.length}`, ...iconv.map(([from, to]) => `ICONV ${from} ${to}`)] : []),
    ...affixes,
  ]
  const dic = [
    sorted.length,
    ...sorted.map((word) => {
      const flags = [...(words.get(word) as Set<number>)].join(',')
      return escaped(word) + (flags && `/${flags}`)
    }),
  ]
  const bytes = (lines: readonly unknown[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)
  return {[`${stem}.dic`]: bytes(dic), [`${stem}.aff`]: bytes(aff)}
}

/**
 * A word list for hunspell, the spell-checker of LibreOffice, Firefox and others: an author's program then knows the language. Words are
 * headwords, variants and forms, and what prefixes and suffixes make of them: a prefix, and two suffixes of different kinds; seams
 * count where they change one letter, and are one way among others where they change more. Only written: no meanings.
 */
export const hunspell = {
  name: 'hunspell',
  extension: 'dic',
  mediaType: 'text/plain',
  write,
} as const satisfies DictionaryFormat
