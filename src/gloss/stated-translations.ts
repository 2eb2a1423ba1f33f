/** What marks and declarations tell beyond what is foreign: meanings, translations, and what is no translation. */

import type {GlossCandidate} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Entry} from '../lexicon/types.js'
import {printedForms} from '../prose/printed-forms.js'
import {sentencesOf} from '../prose/sentences.js'
import {firstEndingAfter, indicesInside} from '../prose/spans.js'
import {type TokenReader, tokenReader, wordsOf} from '../prose/tokenizer.js'
import type {Place, Span, Word} from '../prose/types.js'
import {verdictOf} from '../source/declarations.js'
import type {HoverText, Passage} from '../source/types.js'
import {flatMap, groupBy, map} from '../util/lists.js'

/** The words that marks give a meaning to, as entries, by their language; the empty tag is the story's. */
export function statedEntries(passages: readonly Passage[]): Map<string, Entry[]> {
  const found = new Map<string, Map<string, Set<string>>>()
  for (const {text, declarations} of passages) {
    for (const {as, lang = '', meaning, start, end} of declarations) {
      const headword = text.slice(start, end).trim().replace(/\s+/gu, ' ')
      if (as !== 'word' || meaning === undefined || headword === '') continue
      const words = found.get(lang) ?? new Map<string, Set<string>>()
      found.set(lang, words.set(headword, (words.get(headword) ?? new Set()).add(meaning)))
    }
  }
  return new Map(Array.from(found, ([lang, words]) => [lang, Array.from(words, ([headword, senses]): Entry => ({headword, senses: [...senses]}))]))
}

/** Sentence by sentence, where a mark has as many in its translation as in its line; else everything renders everything. */
function shares(translation: string, count: number, reader: TokenReader, abbreviations: ReadonlySet<string>): string[] {
  if (count === 1) return [translation]
  const words = reader.read(translation)
  const sentences = sentencesOf(translation, {quotations: [], brackets: [], emphases: [], words, tokens: reader.tokens(), stops: reader.stops()}, abbreviations)
  return sentences.length === count ? map(sentences, ({start, end}) => translation.slice(start, end)) : new Array(count).fill(translation)
}

type Stated = Place & {readonly kind: 'line' | 'word'; readonly words: Span}

/** Each line with its share of what is said of all that it belongs with, by the lines' indices. */
function shared<T extends object>(
  lines: readonly Stated[],
  {
    sourceOf,
    translationIn,
    abbreviations,
  }: {
    sourceOf: (line: Stated, index: number) => T | undefined
    translationIn: (source: T, own: readonly [Stated, ...Stated[]]) => string | undefined
  } & Pick<Host, 'abbreviations'>,
): Map<number, string> {
  const bySource = groupBy([...lines.keys()], (index) => sourceOf(lines[index] as Stated, index))
  const reader = tokenReader(printedForms())
  return new Map(
    flatMap([...bySource], ([source, indices]) => {
      const own = map(indices, (index) => lines[index] as Stated) as [Stated, ...Stated[]]
      const translation = source && translationIn(source, own)
      if (translation === undefined) return []
      const parts = shares(translation, indices.length, reader, abbreviations)
      return map(indices, (index, i): [number, string] => [index, parts[i] as string])
    }),
  )
}

/** The translations that marks give to lines, by the lines' indices. */
export const statedTranslations = (lines: readonly Stated[], passages: readonly Passage[], {abbreviations}: Pick<Host, 'abbreviations'>): Map<number, string> =>
  shared(lines, {
    sourceOf: ({kind, passage, words}) => {
      const declaration = (passages[passage] as Passage).wordDeclarations[words.start]
      return kind === 'line' && declaration?.as === 'line' && declaration.meaning !== undefined ? declaration : undefined
    },
    translationIn: ({meaning}) => meaning,
    abbreviations,
  })

/** Share of the words of a translation that the host language knows; and of the words that it is shown over, those that are foreign. */
const FLUENT = 0.6
const MOST = 0.6

/**
 * The translations that are shown over lines and loans when a pointer rests on them, by their indices. A title that is no text of the host
 * language is none, nor is one over more of the story than what is found.
 *
 * @param isOpen whether nothing else translates one
 */
export function hoverTranslations(
  lines: readonly Stated[],
  passages: readonly Passage[],
  {host, isOpen}: {host: Pick<Host, 'abbreviations' | 'familiarity'>; isOpen: (index: number) => boolean},
): Map<number, string> {
  if (passages.every(({hovers}) => hovers.length === 0)) return new Map()
  const isFluent = (shown: string): boolean => {
    const words = wordsOf(shown)
    return words.length > 0 && words.filter(({surface}) => host.familiarity(surface).tier !== undefined).length >= FLUENT * words.length
  }
  return shared(lines, {
    sourceOf: ({passage, words: {start, end}}, index) => {
      const {hovers, words} = passages[passage] as Passage
      if (hovers.length === 0 || !isOpen(index)) return undefined
      const [first, last] = [words[start], words[end - 1]] as [Word, Word]
      for (let i = firstEndingAfter(hovers, last.end - 1); i < hovers.length && (hovers[i] as HoverText).start < last.end; i++) {
        if ((hovers[i] as HoverText).start <= first.start) return hovers[i]
      }
      return undefined
    },
    translationIn: (hover, own) => {
      const inside = indicesInside((passages[own[0].passage] as Passage).words, hover)
      const foreign = own.reduce((sum, {words: {start, end}}) => sum + end - start, 0)
      return foreign >= MOST * (inside.end - inside.start) && isFluent(hover.shown) ? hover.shown.trim() : undefined
    },
    abbreviations: host.abbreviations,
  })
}

/** The sites that what the author says leaves: no translation stands where a mark has another, nor is one of a foreign language. */
export function sitesLeft(sites: readonly GlossCandidate[], passages: readonly Passage[]): readonly GlossCandidate[] {
  const marks = groupBy(
    sites.filter(({convention}) => convention === 'mark'),
    ({passage}) => passage,
  )
  return sites.filter((site) => {
    const {words, wordDeclarations: said} = passages[site.passage] as Passage
    if (said.length === 0) return true
    if (site.convention !== 'mark' && marks.get(site.passage)?.some(({start, end}) => start < site.end && site.start < end)) return false
    const inside = indicesInside(words, site.content)
    return inside.start === inside.end || verdictOf(said, inside) <= 0
  })
}
