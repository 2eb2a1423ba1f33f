import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {OPAQUE} from '../prose/opaque.js'
import {contains, firstEndingAfter, indicesInside, trim} from '../prose/spans.js'
import type {Sentence, Span, Word} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import type {Declaration} from './types.js'

/** ISO 639-2: no linguistic content, and undetermined. */
const WORDLESS = 'zxx'
const UNDETERMINED = 'und'

const primary = (tag: string): string => (/^[^-]*/u.exec(tag.toLowerCase()) as RegExpExecArray)[0]

/**
 * What an attribute or a mark says of a stretch. A tag of the host's language says that it is not foreign; one that is no
 * tag, or names nothing, that it is of the story's language, which has the empty tag here.
 */
export function declarationOf(span: Span, {as, lang, meaning}: Omit<Declaration, keyof Span>, host: string): Declaration {
  if (as === 'host' || as === 'gloss') return {...span, as}
  const tag = lang?.replaceAll('_', '-')
  const own = tag !== undefined && [primary(host), WORDLESS].includes(primary(tag))
  const foreign = tag === undefined || own ? {} : {lang: LANGUAGE_TAG.test(tag) && primary(tag) !== UNDETERMINED ? tag : ''}
  return {...span, ...foreign, ...(as !== undefined && {as}), ...(meaning && {meaning})}
}

/** Whether a stretch is said to be of a foreign language, named or not. */
export const isForeign = ({lang, as}: Declaration): boolean => lang !== undefined || as === 'line' || as === 'word'

/** Share of a story, and number of stretches, from which a word processor, not the author, says that they are of the host's language. */
const HABIT = 0.5
const MANY = 20

/**
 * Takes out what attributes say of the host's language, where they say it of most of a story: what is said of nearly everything is no
 * word about any line of it. What stands inside a foreign stretch is said on purpose.
 */
export function withoutHabit<T extends {readonly text: string; declarations: readonly Declaration[]}>(blocks: readonly T[]): void {
  const isPlain = (declaration: Declaration): boolean => !isForeign(declaration) && declaration.as === undefined
  const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0)
  const said = flatMap(blocks, ({declarations}) => map(declarations.filter(isPlain), ({start, end}) => end - start))
  if (said.length < MANY || sum(said) < HABIT * sum(map(blocks, ({text}) => text.length))) return
  for (const block of blocks) {
    if (!block.declarations.some(isPlain)) continue
    const foreign = union(block.declarations.filter(isForeign))
    block.declarations = block.declarations.filter((declaration) => {
      const around = foreign[firstEndingAfter(foreign, declaration.start)]
      return !isPlain(declaration) || (around !== undefined && contains(around, declaration))
    })
  }
}

/** Spans in order that cover what some spans cover, disjoint. */
function union(spans: readonly Span[]): Span[] {
  const found: {start: number; end: number}[] = []
  for (const {start, end} of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else found.push({start, end})
  }
  return found
}

const middle = ({start, end}: Span): number => (start + end) / 2

const NOTHING: readonly undefined[] = []

/**
 * The innermost declaration around the middle of each word; nothing at all, where there is none. Terms yield to whatever is
 * said of their place.
 */
export function declarationsOfWords(
  words: readonly Word[],
  declarations: readonly Declaration[],
  terms: readonly Declaration[],
): readonly (Declaration | undefined)[] {
  if (declarations.length === 0 && terms.length === 0) return NOTHING
  const said: (Declaration | undefined)[] = new Array(words.length).fill(undefined)
  for (const list of [terms, declarations]) {
    // Inner ones are declared before outer ones: of equal spans the first is the inner.
    const sorted = map(list, (declaration, index) => ({declaration, index})).sort((a, b) => outward(b, a))
    const open: Declaration[] = []
    let next = 0
    for (const [index, word] of words.entries()) {
      const at = middle(word)
      for (; next < sorted.length && (sorted[next] as (typeof sorted)[number]).declaration.start <= at; next++) {
        const {declaration} = sorted[next] as (typeof sorted)[number]
        while (open.length > 0 && (open.at(-1) as Declaration).end <= declaration.start) open.pop()
        if (declaration.end > at) open.push(declaration)
      }
      while (open.length > 0 && (open.at(-1) as Declaration).end <= at) open.pop()
      if (open.length > 0) said[index] = open.at(-1)
    }
  }
  return said
}

/** The order of declarations from the end of the text, the innermost first. */
const outward = (a: {declaration: Declaration; index: number}, b: {declaration: Declaration; index: number}): number =>
  b.declaration.start - a.declaration.start || a.declaration.end - b.declaration.end || a.index - b.index

/**
 * What is said of a whole stretch of words: 1 that it is a foreign line, -1 that it is of the host's language, 0 nothing. What is marked
 * as a word makes no line, and a word of the host's inside a foreign line does not unmake it.
 */
export function verdictOf(said: readonly (Declaration | undefined)[], {start, end}: Span): -1 | 0 | 1 {
  if (said.length === 0) return 0
  let foreign = 0
  let lines = 0
  for (let i = start; i < end; i++) {
    const declaration = said[i]
    if (!declaration) return 0
    if (!isForeign(declaration)) continue
    foreign++
    if (declaration.as !== 'word') lines++
  }
  return foreign === 0 ? -1 : lines > 0 ? 1 : 0
}

/** Whether a declaration with some words of a sentence is a unit of its own, the rest being without it. */
function cuts({as}: Declaration, words: number, rest: number): boolean {
  if (as === 'line' || as === 'gloss') return true
  if (as === 'word' || as === 'term') return false
  return rest > 0 && words > 1
}

/** Where the words of a declaration begin and end: a word that markup cuts in two goes with its greater part. */
function snapped(words: readonly Word[], at: number): number {
  const word = words[firstEndingAfter(words, at)]
  return !word || word.start >= at ? at : middle(word) < at ? word.end : word.start
}

/** Where declared stretches cut sentences, by the sentence. Only the first and the last that one touches can be cut by it. */
function boundsOf(sentences: readonly Sentence[], words: readonly Word[], declarations: readonly Declaration[]): Map<number, Set<number>> {
  const bounds = new Map<number, Set<number>>()
  for (const declaration of declarations) {
    const span = {start: snapped(words, declaration.start), end: snapped(words, declaration.end)}
    const own = indicesInside(words, span)
    const first = firstEndingAfter(sentences, span.start)
    const last = Math.min(sentences.length - 1, firstEndingAfter(sentences, span.end - 1))
    for (const index of new Set([first, last])) {
      const sentence = sentences[index]
      if (!sentence || sentence.zone === 'bracket') continue
      const inside = Math.min(own.end, sentence.words.end) - Math.max(own.start, sentence.words.start)
      if (inside <= 0 || !cuts(declaration, inside, sentence.words.end - sentence.words.start - inside)) continue
      const cut = bounds.get(index) ?? new Set()
      for (const at of [span.start, span.end]) if (at > sentence.start && at < sentence.end) cut.add(at)
      bounds.set(index, cut)
    }
  }
  return bounds
}

/** A stretch without the tags that cut it off, which are objects without words here. */
function bared(text: string, span: Span): Span {
  let {start, end} = trim(text, span)
  while (text[start] === OPAQUE) ({start, end} = trim(text, {start: start + 1, end}))
  while (text[end - 1] === OPAQUE) ({start, end} = trim(text, {start, end: end - 1}))
  return {start, end}
}

/**
 * Cuts sentences where a declared stretch of several words begins and ends inside them; a single word stays a word of its sentence.
 * What stands in brackets stays whole: foreign words that a translation keeps are part of what it says.
 */
export function cutAtDeclarations(
  text: string,
  sentences: readonly Sentence[],
  words: readonly Word[],
  declarations: readonly Declaration[],
): readonly Sentence[] {
  if (declarations.length === 0) return sentences
  const bounds = boundsOf(sentences, words, declarations)
  const found: Sentence[] = []
  let extra = 0
  for (const [index, sentence] of sentences.entries()) {
    let from = sentence.start
    let word = sentence.words.start
    const cut = bounds.get(index)
    if (!cut) {
      found.push(extra === 0 ? sentence : {...sentence, region: sentence.region + extra})
      continue
    }
    for (const to of [...cut, sentence.end].sort((a, b) => a - b)) {
      const first = word
      while (word < sentence.words.end && (words[word] as Word).start < to) word++
      if (word > first) found.push({...sentence, ...bared(text, {start: from, end: to}), region: sentence.region + extra, words: {start: first, end: word}})
      // What is cut apart is said apart, as by two voices.
      if (to < sentence.end) extra++
      from = to
    }
  }
  return found
}
