/** What marks and declarations tell beyond what is foreign: meanings, translations, and what is no translation. */

import groupBy from 'lodash-es/groupBy.js'
import {flatMap} from '../data/flat-map.js'
import {map} from '../data/map.js'
import type {Declaration, Entry, GlossSite, Host, Passage, Place, Span} from '../types.js'
import {verdictOf} from './declared.js'
import {printedForms} from './forms.js'
import {sentencesOf} from './sentences.js'
import {indicesInside} from './spans.js'
import {type TokenReader, tokenReader} from './words.js'

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

/** The translations that marks give to lines, by the lines' indices. */
export function statedTranslations(
  lines: readonly (Place & {readonly kind: 'line' | 'word'; readonly words: Span})[],
  passages: readonly Passage[],
  {abbreviations}: Pick<Host, 'abbreviations'>,
): Map<number, string> {
  const marked = new Map<Declaration, number[]>()
  for (const [index, {kind, passage, words}] of lines.entries()) {
    const declaration = (passages[passage] as Passage).said[words.start]
    if (kind !== 'line' || declaration?.as !== 'line' || declaration.meaning === undefined) continue
    const own = marked.get(declaration)
    if (own) own.push(index)
    else marked.set(declaration, [index])
  }
  const reader = tokenReader(printedForms())
  return new Map(
    flatMap(Array.from(marked), ([{meaning}, indices]) => {
      const parts = shares(meaning as string, indices.length, reader, abbreviations)
      return map(indices, (index, i) => [index, parts[i] as string] as const)
    }),
  )
}

/** The sites that what the author says leaves: no translation stands where a mark has another, nor is one of a foreign language. */
export function sitesLeft(sites: readonly GlossSite[], passages: readonly Passage[]): readonly GlossSite[] {
  const marks = groupBy(
    sites.filter(({convention}) => convention === 'mark'),
    'passage',
  )
  return sites.filter((site) => {
    const {words, said} = passages[site.passage] as Passage
    if (said.length === 0) return true
    if (site.convention !== 'mark' && marks[site.passage]?.some(({start, end}) => start < site.end && site.start < end)) return false
    const inside = indicesInside(words, site.content)
    return inside.start === inside.end || verdictOf(said, inside) <= 0
  })
}
