/** What marks and other declarations state besides a language: meanings, translations, and stretches that are no translation. */

import type {GlossCandidate} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Entry} from '../lexicon/types.js'
import {createFormTable} from '../prose/form-table.js'
import {splitSentences} from '../prose/sentences.js'
import {firstEndingAfter, indicesInside} from '../prose/spans.js'
import {createTokenizer, type Tokenizer, tokenizeText} from '../prose/tokenizer.js'
import type {Place, Span, Word} from '../prose/types.js'
import {judgeDeclaredSpan} from '../source/declarations.js'
import type {HoverText, Passage} from '../source/types.js'
import {flatMap, groupBy, map} from '../util/lists.js'

/** Returns entries for the words that marks give a meaning to, by language; the empty tag is the story's language. */
export function collectDeclaredEntries(passages: readonly Passage[]): Map<string, Entry[]> {
  const meaningsByLanguage = new Map<string, Map<string, Set<string>>>()
  for (const {text, declarations} of passages) {
    for (const {as, lang = '', meaning, start, end} of declarations) {
      const headword = text.slice(start, end).trim().replace(/\s+/gu, ' ')
      if (as !== 'word' || meaning === undefined || headword === '') continue
      const meanings = meaningsByLanguage.get(lang) ?? new Map<string, Set<string>>()
      meaningsByLanguage.set(lang, meanings.set(headword, (meanings.get(headword) ?? new Set()).add(meaning)))
    }
  }
  return new Map(
    Array.from(meaningsByLanguage, ([lang, meanings]) => [lang, Array.from(meanings, ([headword, senses]): Entry => ({headword, senses: [...senses]}))]),
  )
}

/** Divides a translation among `count` lines: one sentence each if it has as many sentences, otherwise all of it to each. */
function divideTranslation(translation: string, count: number, tokenizer: Tokenizer, abbreviations: ReadonlySet<string>): string[] {
  if (count === 1) return [translation]
  const words = tokenizer.tokenize(translation)
  const sentences = splitSentences(
    translation,
    {quotations: [], brackets: [], emphases: [], words, tokens: tokenizer.tokens(), terminators: tokenizer.terminators()},
    abbreviations,
  )
  return sentences.length === count ? map(sentences, ({start, end}) => translation.slice(start, end)) : new Array(count).fill(translation)
}

type TranslatedFinding = Place & {readonly kind: 'line' | 'word'; readonly words: Span}

/** Translations by the index of their finding; findings that share a source (a mark or a hover text) share its translation. */
function collectFromSources<T extends object>(
  findings: readonly TranslatedFinding[],
  {
    findSource,
    getTranslation,
    abbreviations,
  }: {
    findSource: (finding: TranslatedFinding, index: number) => T | undefined
    getTranslation: (source: T, own: readonly [TranslatedFinding, ...TranslatedFinding[]]) => string | undefined
  } & Pick<Host, 'abbreviations'>,
): Map<number, string> {
  const indicesBySource = groupBy([...findings.keys()], (index) => findSource(findings[index] as TranslatedFinding, index))
  const tokenizer = createTokenizer(createFormTable())
  return new Map(
    flatMap([...indicesBySource], ([source, indices]) => {
      const own = map(indices, (index) => findings[index] as TranslatedFinding) as [TranslatedFinding, ...TranslatedFinding[]]
      const translation = source && getTranslation(source, own)
      if (translation === undefined) return []
      const parts = divideTranslation(translation, indices.length, tokenizer, abbreviations)
      return map(indices, (index, i): [number, string] => [index, parts[i] as string])
    }),
  )
}

/** The translations that marks give to lines, by the lines' indices. */
export const collectDeclaredTranslations = (
  findings: readonly TranslatedFinding[],
  passages: readonly Passage[],
  {abbreviations}: Pick<Host, 'abbreviations'>,
): Map<number, string> =>
  collectFromSources(findings, {
    findSource: ({kind, passage, words}) => {
      const declaration = (passages[passage] as Passage).wordDeclarations[words.start]
      return kind === 'line' && declaration?.as === 'line' && declaration.meaning !== undefined ? declaration : undefined
    },
    getTranslation: ({meaning}) => meaning,
    abbreviations,
  })

/** Minimum share of the words of a hover text that the host language knows, and of the words under it that are foreign. */
const MIN_KNOWN = 0.6
const MIN_FOREIGN = 0.6

/**
 * The translations that hover texts give to lines and loans, by their indices. A hover text is no translation if it is not in the host
 * language, or if it covers much more than findings.
 *
 * @param options `isOpen`: whether nothing else translates a finding
 */
export function collectHoverTranslations(
  findings: readonly TranslatedFinding[],
  passages: readonly Passage[],
  {host, isOpen}: {host: Pick<Host, 'abbreviations' | 'familiarity'>; isOpen: (index: number) => boolean},
): Map<number, string> {
  if (passages.every(({hovers}) => hovers.length === 0)) return new Map()
  const isHostLanguage = (text: string): boolean => {
    const words = tokenizeText(text)
    return words.length > 0 && words.filter(({surface}) => host.familiarity(surface).tier !== undefined).length >= MIN_KNOWN * words.length
  }
  return collectFromSources(findings, {
    findSource: ({passage, words: {start, end}}, index) => {
      const {hovers, words} = passages[passage] as Passage
      if (hovers.length === 0 || !isOpen(index)) return undefined
      const [first, last] = [words[start], words[end - 1]] as [Word, Word]
      for (let i = firstEndingAfter(hovers, last.end - 1); i < hovers.length && (hovers[i] as HoverText).start < last.end; i++) {
        if ((hovers[i] as HoverText).start <= first.start) return hovers[i]
      }
      return undefined
    },
    getTranslation: (hover, own) => {
      const inside = indicesInside((passages[own[0].passage] as Passage).words, hover)
      const foreign = own.reduce((sum, {words: {start, end}}) => sum + end - start, 0)
      return foreign >= MIN_FOREIGN * (inside.end - inside.start) && isHostLanguage(hover.shown) ? hover.shown.trim() : undefined
    },
    abbreviations: host.abbreviations,
  })
}

/** Drops the gloss candidates that overlap one that the author declares, and those whose content the author declares foreign. */
export function dropContradictedCandidates(candidates: readonly GlossCandidate[], passages: readonly Passage[]): readonly GlossCandidate[] {
  const declaredIn = groupBy(
    candidates.filter(({isDeclared}) => isDeclared),
    ({passage}) => passage,
  )
  return candidates.filter((candidate) => {
    const {words, wordDeclarations} = passages[candidate.passage] as Passage
    if (wordDeclarations.length === 0) return true
    if (!candidate.isDeclared && declaredIn.get(candidate.passage)?.some(({start, end}) => start < candidate.end && candidate.start < end)) return false
    const inside = indicesInside(words, candidate.content)
    return inside.start === inside.end || judgeDeclaredSpan(wordDeclarations, inside) <= 0
  })
}
