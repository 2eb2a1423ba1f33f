import uniqBy from 'lodash-es/uniqBy.js'
import {formatMeaning} from '../detect/format-meaning.js'
import type {Part} from '../gloss/types.js'
import type {Host} from '../hosts/types.js'
import {sensesOf} from '../lexicon/entry.js'
import {createFormTable} from '../prose/form-table.js'
import {indicesInside} from '../prose/spans.js'
import {createTokenizer, toWords} from '../prose/tokenizer.js'
import type {Place, Word} from '../prose/types.js'
import type {WordLink} from '../source/annotation-types.js'
import type {Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import {induceLinks, type SenseStems} from './induce-links.js'
import type {FindingWords, LinkContext} from './types.js'
import type {TargetWord, WordPair} from './word-pair.js'

/** A translated word whose translation is stated in a mark, outside the text. */
export interface StatedLink {
  readonly key: string
  readonly meaning: string
  readonly confidence: number
}

/** A foreign word and its place. */
type PlacedWord = Place & Pick<Word, 'key' | 'surface'>

/** The words of a line and of its translation. */
interface SidesOfPair extends Required<Pick<WordPair, 'sourceBreaks' | 'targetBreaks'>> {
  readonly source: readonly Pick<Word, 'key' | 'surface'>[]
  readonly target: readonly Word[]
}

/** What divides clauses. */
const DIVIDES = /[,;:.!?…‥—–،、。！？]/u

/** Indices of the words that stand behind punctuation, or in another passage than the word before. */
function breaksIn(words: readonly (Pick<Word, 'start' | 'end'> & {readonly passage?: number})[], textOf: (passage: number | undefined) => string): number[] {
  return words.flatMap(({start, passage}, index) => {
    const before = words[index - 1]
    if (!before) return []
    return before.passage !== passage || DIVIDES.test(textOf(passage).slice(before.end, start)) ? [index] : []
  })
}

const createTargetWord =
  (host: Host) =>
  ({key}: Word): TargetWord => ({key, stem: host.stem(key), grammatical: host.functionWords.has(key)})

/** Links the words of every part of every gloss, and those of translations stated in marks. */
export function linkWords(
  parts: readonly (Part & {passage: number})[],
  findingWords: readonly FindingWords[],
  {passages, survey, host, lookUpWord, translations}: LinkContext,
): {links: WordLink[]; stated: StatedLink[]} {
  const toTarget = createTargetWord(host)
  const wordsInside = (passage: Passage, span: {start: number; end: number}) => {
    const inside = indicesInside(passage.words, span)
    return passage.words.slice(inside.start, inside.end)
  }
  const glossPairs = map(parts, (part) => {
    const lines = map(part.of, (id) => {
      const {finding, words} = findingWords[id] as FindingWords
      return map(words, ({start, end, key, surface}): PlacedWord => ({passage: finding.passage, start, end, key, surface}))
    })
    // A list may translate once a line that occurs many times.
    const [only = []] = lines
    const source = lines.length < 2 ? only : uniqBy(lines, (words) => map(words, ({key}) => key).join(' ')).flat()
    const passage = passages[part.passage] as Passage
    const target = wordsInside(passage, part)
    const sourceBreaks = breaksIn(source, (index) => (passages[index as number] as Passage).text)
    return {index: part.passage, source, target, sourceBreaks, targetBreaks: breaksIn(target, () => passage.text)}
  })
  const forms = createFormTable()
  const tokenizer = createTokenizer(forms)
  const statedPairs = Array.from(translations, ([id, text]) => {
    const span = tokenizer.tokenize(text)
    const {finding, words: source} = findingWords[id] as FindingWords
    const target = toWords(tokenizer.tokens(), span, forms)
    const sourceBreaks = breaksIn(source, () => (passages[finding.passage] as Passage).text)
    return {text, source, target, sourceBreaks, targetBreaks: breaksIn(target, () => text)}
  })
  const textPairs: readonly SidesOfPair[] = [...glossPairs, ...statedPairs]
  const pairs = map(
    textPairs,
    ({source, target, sourceBreaks, targetBreaks}): WordPair => ({
      source: map(source, ({key}) => key),
      target: map(target, toTarget),
      sourceBreaks,
      targetBreaks,
    }),
  )
  const surfaces = new Map(flatMap(textPairs, ({source}) => map(source, ({key, surface}) => [key, surface] as const)))
  const senseStems = (key: string): SenseStems =>
    map(
      flatMap(lookUpWord(surfaces.get(key) ?? key), ({readings}) => flatMap(readings, ({parts: entries}) => flatMap(entries, sensesOf))),
      ({definition}) => {
        const words: string[] = definition.toLowerCase().match(/[\p{L}']+/gu) ?? []
        const content = words.filter((word) => !host.functionWords.has(word))
        return map(content.length > 0 ? content : words, host.stem)
      },
    )
  const induced = induceLinks(pairs, senseStems)
  const links = flatMap(glossPairs, ({index: passage, source, target: translated}, i) =>
    map(induced[i] as (typeof induced)[number], (link): WordLink => {
      const word = source[link.source] as PlacedWord
      const target = {passage, start: (translated[link.start] as Word).start, end: (translated[link.end - 1] as Word).end}
      return {
        source: {passage: word.passage, start: word.start, end: word.end},
        target,
        key: word.key,
        meaning: formatMeaning(passages[passage] as Passage, target, survey.names),
        confidence: Math.round(link.confidence * 1e4) / 1e4,
      }
    }),
  )
  const stated = flatMap(statedPairs, ({text, source, target: translated}, i) =>
    map(induced[glossPairs.length + i] as (typeof induced)[number], ({source: from, start, end, confidence}): StatedLink => {
      const first = translated[start] as Word
      const surface = text.slice(first.start, (translated[end - 1] as Word).end)
      const meaning =
        start === 0 && /^\p{Lu}\p{L}/u.test(surface) && !survey.names.has(first.key) ? surface.charAt(0).toLowerCase() + surface.slice(1) : surface
      return {key: (source[from] as Word).key, meaning, confidence}
    }),
  )
  return {links, stated}
}
