import maxBy from 'lodash-es/maxBy.js'
import uniqBy from 'lodash-es/uniqBy.js'
import {meaningAt} from '../detect/printed-vocabulary.js'
import type {Finding, Survey} from '../detect/types.js'
import type {AlignedGloss, Part} from '../gloss/types.js'
import type {Host} from '../hosts/types.js'
import {sensesOf, statedMeaning} from '../lexicon/entry.js'
import type {Read} from '../lexicon/look-up-word.js'
import type {FindPhrase} from '../lexicon/phrases.js'
import {bare, fold} from '../prose/folding.js'
import {legible} from '../prose/opaque.js'
import {printedForms} from '../prose/printed-forms.js'
import {indicesInside} from '../prose/spans.js'
import {tokenReader, wordsAmong} from '../prose/tokenizer.js'
import type {Place, Word} from '../prose/types.js'
import type {LinkedGloss, LinkedStory, LinkedUtterance, Term, WordLink} from '../source/annotation-types.js'
import {isForeign} from '../source/declarations.js'
import type {Declaration, Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import {induce, type Senses, type TargetWord, type WordPair} from './induction.js'

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Host
  readonly read: Read
  /** Finds the headwords of several words. */
  readonly findPhrase: FindPhrase
  /** The language of every finding. */
  readonly langs: readonly string[]
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
  /** What the author states, by the findings' indices. */
  readonly translations: ReadonlyMap<number, string>
}

/** A translated word that stands in no gloss of the text. */
interface Taught {
  readonly key: string
  readonly meaning: string
  readonly confidence: number
}

/** A finding, and its foreign words. */
interface Spoken {
  readonly finding: Finding
  readonly words: readonly Word[]
}

/** A foreign word, and where it stands. */
type PlacedWord = Place & Pick<Word, 'key' | 'surface'>

/** Words that are one word of the dictionary, or of which the author says so. */
function asOne(text: string, words: readonly Word[]): Word {
  const [first] = words as [Word]
  if (words.length === 1) return first
  const {start} = first
  const {end} = words.at(-1) as Word
  return {...first, start, end, surface: text.slice(start, end).replace(/\s+/gu, ' '), key: map(words, ({key}) => key).join(' ')}
}

/** The foreign words of a finding; those of one term are one, and so are those of a headword of several words. */
function wordsIn(
  {kind, passage: index, words: {start, end}}: Finding,
  {passages, ignore, findPhrase}: Pick<Knowledge, 'passages' | 'ignore' | 'findPhrase'>,
): Word[] {
  const {text, words, wordDeclarations: said} = passages[index] as Passage
  const own = words.slice(start, end)
  if (kind === 'word') return own.length > 0 ? [asOne(text, own)] : []
  const found: Word[] = []
  for (let i = 0; i < own.length; i++) {
    const declaration = said[start + i]
    if (declaration ? !isForeign(declaration) : ignore.has((own[i] as Word).key)) continue
    const length = Math.max(1, findPhrase(text, own, i))
    found.push(asOne(text, own.slice(i, i + length)))
    i += length - 1
  }
  return found
}

const target =
  (host: Host) =>
  ({key}: Word): TargetWord => ({key, stem: host.stem(key), grammatical: host.functionWords.has(key)})

/** Word links for every part of every gloss; and what the translations teach that stand in marks. */
function linkWords(
  parts: readonly (Part & {passage: number})[],
  spoken: readonly Spoken[],
  {passages, survey, host, read, translations}: Knowledge,
): {links: WordLink[]; taught: Taught[]} {
  const toTarget = target(host)
  const within = (passage: Passage, span: {start: number; end: number}) => {
    const inside = indicesInside(passage.words, span)
    return passage.words.slice(inside.start, inside.end)
  }
  const sides = map(parts, (part) => {
    const said = map(part.of, (id) => {
      const {finding, words} = spoken[id] as Spoken
      return map(words, ({start, end, key, surface}): PlacedWord => ({passage: finding.passage, start, end, key, surface}))
    })
    // What a list translates once may be said again and again.
    const [only = []] = said
    const source = said.length < 2 ? only : uniqBy(said, (words) => map(words, ({key}) => key).join(' ')).flat()
    return {index: part.passage, source, target: within(passages[part.passage] as Passage, part)}
  })
  const forms = printedForms()
  const reader = tokenReader(forms)
  const marked = Array.from(translations, ([id, text]) => {
    const span = reader.read(text)
    return {text, source: (spoken[id] as Spoken).words, target: wordsAmong(reader.tokens(), span, forms)}
  })
  const both: readonly {source: readonly Pick<Word, 'key' | 'surface'>[]; target: readonly Word[]}[] = [...sides, ...marked]
  const pairs: WordPair[] = map(both, (side) => ({source: map(side.source, ({key}) => key), target: map(side.target, toTarget)}))
  const surfaces = new Map(flatMap(both, ({source}) => map(source, ({key, surface}) => [key, surface] as const)))
  const meanings = (key: string): Senses =>
    map(
      flatMap(read(surfaces.get(key) ?? key), ({readings}) => flatMap(readings, ({parts: entries}) => flatMap(entries, sensesOf))),
      ({definition}) => {
        const words: string[] = definition.toLowerCase().match(/[\p{L}']+/gu) ?? []
        const content = words.filter((word) => !host.functionWords.has(word))
        return map(content.length > 0 ? content : words, host.stem)
      },
    )
  const induced = induce(pairs, meanings)
  const links = flatMap(sides, ({index: passage, source, target: translated}, i) =>
    map(induced[i] as (typeof induced)[number], (link): WordLink => {
      const word = source[link.source] as PlacedWord
      const target = {passage, start: (translated[link.start] as Word).start, end: (translated[link.end - 1] as Word).end}
      return {
        source: {passage: word.passage, start: word.start, end: word.end},
        target,
        key: word.key,
        meaning: meaningAt(passages[passage] as Passage, target, survey.names),
        confidence: Math.round(link.confidence * 1e4) / 1e4,
      }
    }),
  )
  const taught = flatMap(marked, ({text, source, target: translated}, i) =>
    map(induced[sides.length + i] as (typeof induced)[number], ({source: from, start, end, confidence}): Taught => {
      const first = translated[start] as Word
      const said = text.slice(first.start, (translated[end - 1] as Word).end)
      const meaning = start === 0 && /^\p{Lu}\p{L}/u.test(said) && !survey.names.has(first.key) ? said.charAt(0).toLowerCase() + said.slice(1) : said
      return {key: (source[from] as Word).key, meaning, confidence}
    }),
  )
  return {links, taught}
}

const isNamed = (declaration: Declaration | undefined): boolean => declaration?.as !== 'term' && Boolean(declaration?.lang)

/** What each key was translated by, the best supported first. */
function learntMeanings(links: readonly WordLink[], taught: readonly Taught[]): Map<string, string> {
  const support = new Map<string, Map<string, number>>()
  for (const {key, meaning, confidence} of [...links, ...taught]) {
    // A loan that the gloss keeps is no explanation of itself.
    if (bare(fold(meaning)) === key) continue
    let row = support.get(key)
    if (!row) support.set(key, (row = new Map()))
    row.set(meaning, (row.get(meaning) ?? 0) + confidence)
  }
  return new Map(Array.from(support, ([key, row]) => [key, (maxBy([...row], ([, sum]) => sum) as [string, number])[0]] as const))
}

/** Findings and glosses → what the tree shows: everything has an id, words are looked up and linked. */
export function link(findings: readonly Finding[], glosses: readonly AlignedGloss[], knowledge: Knowledge): LinkedStory {
  const {passages, survey, read, langs} = knowledge
  const parts = flatMap(glosses, ({site, parts: own}) => map(own, (part) => withFields(part, {passage: site.passage})))
  const spoken = map(findings, (finding): Spoken => ({finding, words: wordsIn(finding, knowledge)}))
  const {links, taught} = linkWords(parts, spoken, knowledge)
  const meanings = learntMeanings(links, taught)

  const termOf = (word: Word, {passage, words}: Finding, id: string, language: string): Term => {
    const found = read(word.surface)
    const own = found.find((reading) => reading.language === language) ?? found[0]
    const readings = own?.readings ?? []
    const meaning = statedMeaning(readings) ?? meanings.get(word.key)
    const {start, end, key, surface} = word
    // What the author says goes before what a dictionary of another language has.
    const lang = isNamed((passages[passage] as Passage).wordDeclarations[words.start]) ? language : (own?.language ?? language)
    return meaning === undefined ? {id, passage, start, end, lang, key, surface, readings} : {id, passage, start, end, lang, key, surface, readings, meaning}
  }

  /** Id of each finding: of an utterance for a line, of a term for a word. */
  const ids: string[] = []
  const terms: Term[] = []
  let lines = 0
  for (const [index, {finding, words}] of spoken.entries()) {
    ids.push(finding.kind === 'line' ? `u${++lines}` : `t${terms.length + 1}`)
    for (const word of words) {
      // A name is no word of the language, unless a dictionary or a gloss has another name for it.
      const isName = finding.kind === 'line' && survey.names.has(word.key) && read(word.surface).length === 0 && !meanings.has(word.key)
      if (!isName) terms.push(termOf(word, finding, `t${terms.length + 1}`, langs[index] as string))
    }
  }

  const named = (of: readonly number[]): string[] => map(of, (index) => ids[index] as string)
  const linkedGlosses = map(
    glosses.filter(({of}) => of.length > 0),
    ({site: {passage, start, end, convention}, of, parts: own}, index): LinkedGloss => {
      return {id: `g${index + 1}`, passage, start, end, convention, of: named(of), parts: map(own, (part) => ({...part, of: named(part.of)}))}
    },
  )
  const translations = new Map<string, {gloss: string; translation: string}>()
  for (const {id: gloss, passage, parts: own} of linkedGlosses) {
    for (const {start, end, of} of own) {
      const translation = legible((passages[passage] as Passage).text.slice(start, end))
      for (const id of of) if (!translations.has(id)) translations.set(id, {gloss, translation})
    }
  }

  const utterances = flatMap(findings, ({kind, passage, start, end, confidence, clues}, index): LinkedUtterance[] => {
    const id = ids[index] as string
    const stated = knowledge.translations.get(index)
    const translated = stated === undefined ? translations.get(id) : {translation: stated}
    return kind === 'line' ? [{id, passage, start, end, lang: langs[index] as string, confidence, clues, ...translated}] : []
  })
  return {utterances, glosses: linkedGlosses, terms, links}
}
