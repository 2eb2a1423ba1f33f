import {groupBy, sortBy} from 'lodash-es'
import {statedMeaning} from '../lexicon/entry.js'
import {stemClasses} from '../lexicon/kinship.js'
import {variantIndex} from '../lexicon/variants.js'
import {bare, fold} from '../text/folding.js'
import {sourceOf} from '../text/locate.js'
import {firstEndingAfter} from '../text/spans.js'
import {meaningAt} from '../text/vocabulary.js'
import {isCapitalised} from '../text/words.js'
import type {Certainty, Entry, Evidenced, Findings, Glossary, Passage, Place, SourceSpan, Survey, Term, WordLink} from '../types.js'

/** A link drawn from more than its place in the order: confidence from which a meaning counts as attested. */
const ATTESTED = 0.8

/** What the collecting looks things up in. */
interface Reader {
  /** By the place of the foreign word. */
  readonly links: ReadonlyMap<string, WordLink>
  readonly place: (place: Place) => SourceSpan | undefined
  readonly meaningOf: (place: Place) => string
}

const at = ({passage, start, end}: Place): string => `${passage}:${start}-${end}`

/** Groups near spellings whose attested meanings do not contradict each other under the commonest of them. */
function groups(terms: ReadonlyMap<string, readonly Term[]>, attestedOf: (key: string) => ReadonlySet<string>): Map<string, string[]> {
  const near = variantIndex(terms.keys())
  const byCount = sortBy([...terms.keys()], [(key) => -(terms.get(key)?.length ?? 0), (key) => key])
  const taken = new Set<string>()
  const found = new Map<string, string[]>()
  const compatible = (a: string, b: string): boolean => {
    const [left, right] = [attestedOf(a), attestedOf(b)]
    return left.size === 0 || right.size === 0 || [...left].some((meaning) => right.has(meaning))
  }
  for (const key of byCount) {
    if (taken.has(key)) continue
    const members = [key, ...near(key).filter((other) => !taken.has(other) && compatible(key, other))]
    for (const member of members) taken.add(member)
    found.set(key, members)
  }
  return found
}

/** The surface that stands for a group: the commonest; in small letters, unless it is a name or sentences capitalise it in their middle. */
function headwordOf(terms: readonly Term[], {passages, survey}: {passages: readonly Passage[]; survey: Survey}): string {
  const beginsSentence = ({passage, start}: Term): boolean => {
    const {sentences} = passages[passage] as Passage
    return sentences[firstEndingAfter(sentences, start)]?.start === start
  }
  const capitalised = terms.every(({surface}) => isCapitalised(surface)) && (terms.some(({key}) => survey.names.has(key)) || !terms.every(beginsSentence))
  const surfaces = Object.entries(groupBy(terms, ({surface}) => (capitalised ? surface : surface.toLowerCase())))
  return sortBy(surfaces, [([, uses]) => -uses.length, ([surface]) => surface])[0]?.[0] as string
}

/** What the uses of one word teach: its meanings, the best supported first, and where they were read. */
function learn(uses: readonly Term[], {links, place, meaningOf}: Reader): Pick<Entry, 'senses' | 'certainty' | 'count' | 'evidence'> {
  const keys = new Set(uses.map(({key}) => key))
  /** By folded meaning: as first printed, and the sum of confidence. */
  const support = new Map<string, {meaning: string; sum: number}>()
  let surest = 0
  const evidence: Evidenced[] = []
  for (const term of uses) {
    const link = links.get(at(term))
    if (link) {
      const meaning = meaningOf(link.target)
      const key = fold(meaning)
      // A loan that the gloss keeps is no explanation of itself.
      if (!keys.has(bare(key))) {
        const {meaning: first = meaning, sum = 0} = support.get(key) ?? {}
        support.set(key, {meaning: first, sum: sum + link.confidence})
        surest = Math.max(surest, link.confidence)
      }
    }
    const source = place(term)
    const translation = link && place(link.target)
    if (source) evidence.push(translation ? {...source, translation} : source)
  }
  const stated = uses.map(({readings}) => statedMeaning(readings)).find((meaning) => meaning !== undefined)
  const learnt = sortBy([...support.values()], [({sum}) => -sum, 'meaning']).map(({meaning}) => meaning)
  // A mark may teach a meaning that stands in no gloss.
  const marked = uses.find(({meaning}) => meaning !== undefined)?.meaning
  const senses = stated !== undefined ? [...new Set([stated, ...learnt])] : learnt.length === 0 && marked !== undefined ? [marked] : learnt
  const certainty: Certainty = senses.length === 0 ? 'unknown' : surest >= ATTESTED || stated !== undefined ? 'attested' : 'inferred'
  return {...(senses.length > 0 && {senses}), certainty, count: uses.length, evidence: sortBy(evidence, 'start')}
}

/** Cross-references between entries that share a stem: *sha'xrectia* and *xreticia*. */
function crossReferences(headwords: ReadonlyMap<string, string>): (key: string) => string[] {
  const classesOf = stemClasses(new Set(headwords.keys()))
  const byClass = new Map<string, Set<string>>()
  for (const [key, headword] of headwords) {
    for (const name of classesOf(key)) byClass.set(name, (byClass.get(name) ?? new Set()).add(headword))
  }
  return (key) => {
    const own = headwords.get(key)
    return [...new Set(classesOf(key).flatMap((name) => [...(byClass.get(name) ?? [])]))].filter((headword) => headword !== own)
  }
}

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  /** The language of a story in which nothing is found. */
  readonly lang: string
}

/**
 * What the story teaches: for each language met, in the order of first occurrence, an entry for every word, its spellings, meanings and
 * where they were read.
 */
export function collect(findings: Findings, knowledge: Knowledge): Glossary[] {
  const languages = Object.entries(groupBy(findings.terms, 'lang'))
  const found = languages.map(([language, terms]) => ({first: terms[0] as Term, glossary: {language, entries: entriesOf(terms, findings, knowledge)}}))
  const inOrder = sortBy(found, [({first}) => first.passage, ({first}) => first.start]).map(({glossary}) => glossary)
  return inOrder.length > 0 ? inOrder : [{language: knowledge.lang, entries: []}]
}

/** The glossary of the language that most words belong to. */
export const mainOf = (glossaries: readonly Glossary[]): Glossary =>
  sortBy(glossaries, [({entries}) => -entries.reduce((sum, {count = 0}) => sum + count, 0), 'language'])[0] as Glossary

/** The entries of one language. */
function entriesOf(terms: readonly Term[], {links}: Findings, {passages, survey}: Knowledge): Entry[] {
  const reader: Reader = {
    links: new Map(links.map((link) => [at(link.source), link])),
    place: ({passage, ...span}) => sourceOf(passages[passage] as Passage, span),
    meaningOf: ({passage, ...span}) => meaningAt(passages[passage] as Passage, span, survey.names),
  }
  const byKey = new Map(Object.entries(groupBy(terms, 'key')))
  const usesOf = (key: string) => byKey.get(key) ?? []
  const attestedOf = (key: string): ReadonlySet<string> => {
    const sure = usesOf(key)
      .flatMap((term) => reader.links.get(at(term)) ?? [])
      .filter(({confidence}) => confidence >= ATTESTED)
    return new Set(sure.flatMap(({target}) => fold(reader.meaningOf(target)).match(/[\p{L}']+/gu) ?? []))
  }
  const words = Array.from(groups(byKey, attestedOf), ([first, members]) => ({members, headword: headwordOf(usesOf(first), {passages, survey})}))
  const seeAlso = crossReferences(new Map(words.flatMap(({members, headword}) => members.map((key) => [key, headword] as const))))

  const entries = words.map(({members, headword}): Entry => {
    const uses = members.flatMap(usesOf)
    // Which glyph stands for the apostrophe is the typesetter's affair, not another spelling.
    const spellings = new Map(uses.map(({surface}) => [fold(surface), isCapitalised(headword) ? surface : surface.toLowerCase()]))
    spellings.delete(fold(headword))
    const see = [...new Set(members.flatMap(seeAlso))].sort()
    return {
      headword,
      ...(members.some((key) => survey.names.has(key)) && {kind: 'name' as const}),
      ...(spellings.size > 0 && {variants: [...spellings.values()].sort()}),
      ...(see.length > 0 && {see}),
      ...learn(uses, reader),
    }
  })
  return sortBy(entries, [({headword}) => headword.toLowerCase().replace(/^['’]+/u, ''), 'headword'])
}
