import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {contains, firstEndingAfter} from '../prose/spans.js'
import type {Span, Word} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import type {Declaration} from './types.js'

/** ISO 639-2: no linguistic content, and undetermined. */
const NO_LINGUISTIC_CONTENT = 'zxx'
const UNDETERMINED = 'und'

const getPrimarySubtag = (tag: string): string => (/^[^-]*/u.exec(tag.toLowerCase()) as RegExpExecArray)[0]

/**
 * Creates a declaration from an attribute or a mark. A tag of the host language means not foreign. An invalid or undetermined tag means
 * the story's language, which is the empty tag here.
 */
export function createDeclaration(span: Span, {as, lang, meaning}: Omit<Declaration, keyof Span>, host: string): Declaration {
  if (as === 'host' || as === 'gloss') return {...span, as}
  const tag = lang?.replaceAll('_', '-')
  const isHost = tag !== undefined && [getPrimarySubtag(host), NO_LINGUISTIC_CONTENT].includes(getPrimarySubtag(tag))
  const foreign = tag === undefined || isHost ? {} : {lang: LANGUAGE_TAG.test(tag) && getPrimarySubtag(tag) !== UNDETERMINED ? tag : ''}
  return {...span, ...foreign, ...(as !== undefined && {as}), ...(meaning && {meaning})}
}

/** Returns whether a declaration makes a stretch foreign, in a named language or not. */
export const isForeignDeclaration = ({lang, as}: Declaration): boolean => lang !== undefined || as === 'line' || as === 'word'

/** Share of function words from which a stretch is in the host language, whatever an attribute says. */
const MIN_HOST_SHARE = 0.25

/**
 * Removes attributes that a word processor sets for its spell checker (`<span lang=EN-GB>` around each paragraph): those of the host
 * language around a whole block, and those of other languages around text of the host's. Changes the blocks in place.
 */
export function removeSpellCheckLanguages<T extends {readonly text: string; declarations: readonly Declaration[]}>(
  blocks: readonly T[],
  functionWords: ReadonlySet<string>,
): void {
  const isOfHost = (text: string): boolean => {
    const words = text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []
    return words.filter((word) => functionWords.has(word.replace('’', "'"))).length >= Math.max(2, MIN_HOST_SHARE * words.length)
  }
  for (const block of blocks) {
    if (block.declarations.length === 0) continue
    const text = block.text.trimEnd()
    const isWhole = ({start, end}: Span): boolean => end - start >= text.trimStart().length
    block.declarations = block.declarations.filter((declaration) => {
      if (declaration.as !== undefined || !isWhole(declaration)) return true
      if (!isForeignDeclaration(declaration)) return block.declarations.some((other) => isForeignDeclaration(other) && contains(other, declaration))
      return !isOfHost(block.text.slice(declaration.start, declaration.end))
    })
  }
}

/** Minimum share of a story, and number of stretches, declared as the host language to conclude that a word processor did it. */
const MIN_HABITUAL_SHARE = 0.5
const MIN_HABITUAL_COUNT = 20

/**
 * Removes host-language attributes if they cover most of a story, because then they say nothing about any one line. Keeps those inside a
 * foreign stretch, which are deliberate. Changes the blocks in place.
 */
export function removeHabitualDeclarations<T extends {readonly text: string; declarations: readonly Declaration[]}>(blocks: readonly T[]): void {
  const isHostAttribute = (declaration: Declaration): boolean => !isForeignDeclaration(declaration) && declaration.as === undefined
  const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0)
  const lengths = flatMap(blocks, ({declarations}) => map(declarations.filter(isHostAttribute), ({start, end}) => end - start))
  if (lengths.length < MIN_HABITUAL_COUNT || sum(lengths) < MIN_HABITUAL_SHARE * sum(map(blocks, ({text}) => text.length))) return
  for (const block of blocks) {
    if (!block.declarations.some(isHostAttribute)) continue
    const foreign = mergeSpans(block.declarations.filter(isForeignDeclaration))
    block.declarations = block.declarations.filter((declaration) => {
      const outer = foreign[firstEndingAfter(foreign, declaration.start)]
      return !isHostAttribute(declaration) || (outer !== undefined && contains(outer, declaration))
    })
  }
}

/** Returns the union of spans as ordered, disjoint spans. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: {start: number; end: number}[] = []
  for (const {start, end} of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({start, end})
  }
  return merged
}

const getMiddle = ({start, end}: Span): number => (start + end) / 2

const NO_DECLARATIONS: readonly undefined[] = []

/**
 * Returns the innermost declaration around the middle of each word; an empty list if there are no declarations. Declarations in the text
 * override those of listed terms.
 */
export function findWordDeclarations(
  words: readonly Word[],
  declarations: readonly Declaration[],
  terms: readonly Declaration[],
): readonly (Declaration | undefined)[] {
  if (declarations.length === 0 && terms.length === 0) return NO_DECLARATIONS
  const found: (Declaration | undefined)[] = new Array(words.length).fill(undefined)
  for (const list of [terms, declarations]) {
    // Inner declarations come before outer ones, so of equal spans the first is the inner.
    const sorted = map(list, (declaration, index) => ({declaration, index})).sort((a, b) => compareFromEnd(b, a))
    const open: Declaration[] = []
    let next = 0
    for (const [index, word] of words.entries()) {
      const at = getMiddle(word)
      for (; next < sorted.length && (sorted[next] as (typeof sorted)[number]).declaration.start <= at; next++) {
        const {declaration} = sorted[next] as (typeof sorted)[number]
        while (open.length > 0 && (open.at(-1) as Declaration).end <= declaration.start) open.pop()
        if (declaration.end > at) open.push(declaration)
      }
      while (open.length > 0 && (open.at(-1) as Declaration).end <= at) open.pop()
      if (open.length > 0) found[index] = open.at(-1)
    }
  }
  return found
}

/** Orders declarations from the end of the text, the innermost first. */
const compareFromEnd = (a: {declaration: Declaration; index: number}, b: {declaration: Declaration; index: number}): number =>
  b.declaration.start - a.declaration.start || a.declaration.end - b.declaration.end || a.index - b.index

/**
 * Returns what is declared of a whole range of words: 1 a foreign line, -1 the host language, 0 neither. A stretch marked as a word is no
 * line, and a host word inside a foreign line does not change the line.
 */
export function judgeDeclaredSpan(wordDeclarations: readonly (Declaration | undefined)[], {start, end}: Span): -1 | 0 | 1 {
  if (wordDeclarations.length === 0) return 0
  let foreignCount = 0
  let lineCount = 0
  for (let i = start; i < end; i++) {
    const declaration = wordDeclarations[i]
    if (!declaration) return 0
    if (!isForeignDeclaration(declaration)) continue
    foreignCount++
    if (declaration.as !== 'word') lineCount++
  }
  return foreignCount === 0 ? -1 : lineCount > 0 ? 1 : 0
}
