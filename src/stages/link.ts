import {maxBy, uniqBy} from 'lodash-es'
import {meaningOf} from '../lexicon/create-lexicon.js'
import {induce, type TargetWord, type WordPair} from '../lexicon/induction.js'
import {bare, fold} from '../text/folding.js'
import {indicesInside} from '../text/spans.js'
import {meaningAt} from '../text/vocabulary.js'
import type {
  AlignedGloss,
  Finding,
  Findings,
  Host,
  Lexicon,
  LinkedGloss,
  LinkedUtterance,
  Part,
  Passage,
  Reading,
  Survey,
  Term,
  Word,
  WordLink,
} from '../types.js'

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Host
  readonly lexicons: readonly Lexicon[]
  /** For words that no dictionary claims. */
  readonly lang: string
}

/** Looks every word up once in every dictionary. */
function reader(lexicons: readonly Lexicon[]) {
  const cache = new Map<string, readonly {language: string; readings: readonly Reading[]}[]>()
  return (surface: string) => {
    let found = cache.get(surface)
    if (!found) {
      found = lexicons.map((lexicon) => ({language: lexicon.language, readings: lexicon.lookup(surface)})).filter(({readings}) => readings.length > 0)
      cache.set(surface, found)
    }
    return found
  }
}

type Read = ReturnType<typeof reader>

/** The language whose dictionary explains most of some words. */
function languageOf(words: readonly Word[], read: Read, fallback: string): string {
  const counts = new Map<string, number>()
  for (const {surface} of words) for (const {language} of read(surface)) counts.set(language, (counts.get(language) ?? 0) + 1)
  return maxBy([...counts], ([, count]) => count)?.[0] ?? fallback
}

const target =
  (host: Host) =>
  ({key}: Word): TargetWord => ({key, stem: host.stem(key), grammatical: host.functionWords.has(key)})

/** Word links for every part of every gloss. */
function linkWords(parts: readonly (Part & {passage: number})[], findings: readonly Finding[], {passages, host}: Knowledge, read: Read): WordLink[] {
  const toTarget = target(host)
  const within = (passage: Passage, span: {start: number; end: number}) => {
    const inside = indicesInside(passage.words, span)
    return passage.words.slice(inside.start, inside.end)
  }
  const sides = parts.map(({passage: index, of, ...span}) => {
    const said = of.map((id) => {
      const {passage, words} = findings[id] as Finding
      return (passages[passage] as Passage).words.slice(words.start, words.end).map((word) => ({...word, passage}))
    })
    // What a list translates once may be said again and again.
    const source = uniqBy(said, (words) => words.map(({key}) => key).join(' ')).flat()
    return {index, source, target: within(passages[index] as Passage, span)}
  })
  const pairs: WordPair[] = sides.map((side) => ({source: side.source.map(({key}) => key), target: side.target.map(toTarget)}))
  const surfaces = new Map(sides.flatMap(({source}) => source.map(({key, surface}) => [key, surface] as const)))
  const meanings = (key: string): ReadonlySet<string> => {
    const stems = new Set<string>()
    for (const {readings} of read(surfaces.get(key) ?? key)) {
      for (const {parts: entries} of readings) {
        for (const entry of entries) {
          for (const sense of entry.senses ?? []) {
            const words = (typeof sense === 'string' ? sense : sense.definition).toLowerCase().match(/[\p{L}']+/gu) ?? []
            const content = words.filter((word) => !host.functionWords.has(word))
            for (const word of content.length > 0 ? content : words) stems.add(host.stem(word))
          }
        }
      }
    }
    return stems
  }
  return induce(pairs, meanings).flatMap((links, i) => {
    const {index: passage, source, target: translated} = sides[i] as (typeof sides)[number]
    return links.map((link): WordLink => {
      const word = source[link.source] as Word & {passage: number}
      return {
        source: {passage: word.passage, start: word.start, end: word.end},
        target: {passage, start: (translated[link.start] as Word).start, end: (translated[link.end - 1] as Word).end},
        key: word.key,
        confidence: Math.round(link.confidence * 1e4) / 1e4,
      }
    })
  })
}

/** What each key was translated by, the best supported first. */
function learntMeanings(links: readonly WordLink[], {passages, survey}: Knowledge): Map<string, string> {
  const support = new Map<string, Map<string, number>>()
  for (const {
    key,
    target: {passage, start, end},
    confidence,
  } of links) {
    const meaning = meaningAt(passages[passage] as Passage, {start, end}, survey.names)
    // A loan that the gloss keeps is no explanation of itself.
    if (bare(fold(meaning)) === key) continue
    let row = support.get(key)
    if (!row) support.set(key, (row = new Map()))
    row.set(meaning, (row.get(meaning) ?? 0) + confidence)
  }
  return new Map(Array.from(support, ([key, row]) => [key, (maxBy([...row], ([, sum]) => sum) as [string, number])[0]] as const))
}

/** Findings and glosses → what the tree shows: everything has an id, words are looked up and linked. */
export function link(findings: readonly Finding[], glosses: readonly AlignedGloss[], knowledge: Knowledge): Findings {
  const {passages, survey, lexicons, lang} = knowledge
  const read = reader(lexicons)
  const parts = glosses.flatMap(({site, parts: own}) => own.map((part) => ({...part, passage: site.passage})))
  const links = linkWords(parts, findings, knowledge, read)
  const meanings = learntMeanings(links, knowledge)
  const wordsOf = ({passage, words}: Finding) => (passages[passage] as Passage).words.slice(words.start, words.end)

  const termOf = (word: Word, {passage}: Finding, id: string, language: string): Term => {
    const found = read(word.surface)
    const own = found.find((reading) => reading.language === language) ?? found[0]
    const readings = own?.readings ?? []
    const meaning = readings[0] ? meaningOf(readings[0].entry) : meanings.get(word.key)
    const {start, end, key, surface} = word
    const term = {id, passage, start, end, lang: own?.language ?? language, key, surface, readings}
    return meaning === undefined ? term : {...term, meaning}
  }

  /** Id of each finding: of an utterance for a line, of a term for a word. */
  const ids: string[] = []
  const langs: string[] = []
  const terms: Term[] = []
  let lines = 0
  for (const finding of findings) {
    const words = wordsOf(finding)
    const language = languageOf(words, read, lang)
    langs.push(language)
    ids.push(finding.kind === 'line' ? `u${++lines}` : `t${terms.length + 1}`)
    for (const word of words) {
      // A name is no word of the language, unless a dictionary or a gloss has another name for it.
      const isName = finding.kind === 'line' && survey.names.has(word.key) && read(word.surface).length === 0 && !meanings.has(word.key)
      if (!isName) terms.push(termOf(word, finding, `t${terms.length + 1}`, language))
    }
  }

  const named = (of: readonly number[]): string[] => of.map((index) => ids[index] as string)
  const linkedGlosses = glosses
    .filter(({of}) => of.length > 0)
    .map(({site: {passage, start, end, convention}, of, parts: own}, index): LinkedGloss => {
      return {id: `g${index + 1}`, passage, start, end, convention, of: named(of), parts: own.map((part) => ({...part, of: named(part.of)}))}
    })
  const translations = new Map<string, {gloss: string; translation: string}>()
  for (const {id: gloss, passage, parts: own} of linkedGlosses) {
    for (const {start, end, of} of own) {
      const translation = (passages[passage] as Passage).text.slice(start, end)
      for (const id of of) if (!translations.has(id)) translations.set(id, {gloss, translation})
    }
  }

  const utterances = findings.flatMap(({kind, passage, start, end, confidence, clues}, index): LinkedUtterance[] => {
    const id = ids[index] as string
    return kind === 'line' ? [{id, passage, start, end, lang: langs[index] as string, confidence, clues, ...translations.get(id)}] : []
  })
  return {utterances, glosses: linkedGlosses, terms, links}
}
