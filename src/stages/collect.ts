import {groupBy, sortBy} from 'lodash-es'
import {variantIndex} from '../lexicon/variants.js'
import {bare, fold} from '../text/folding.js'
import {sourceOf} from '../text/locate.js'
import {firstEndingAfter} from '../text/spans.js'
import {isCapitalised} from '../text/words.js'
import type {Certainty, Entry, Evidenced, Findings, Glossary, Passage, Place, SourceSpan, Survey, Term, WordLink} from '../types.js'

/** A link drawn from more than its place in the order: confidence from which a meaning counts as attested. */
const ATTESTED = 0.8

const at = ({passage, start, end}: Place): string => `${passage}:${start}-${end}`

/** Groups near spellings whose learnt meanings do not contradict each other under the commonest of them. */
function groups(terms: ReadonlyMap<string, readonly Term[]>, meaningsOf: (key: string) => ReadonlySet<string>): Map<string, string[]> {
  const near = variantIndex(terms.keys())
  const byCount = sortBy([...terms.keys()], [(key) => -(terms.get(key)?.length ?? 0), (key) => key])
  const taken = new Set<string>()
  const found = new Map<string, string[]>()
  const compatible = (a: string, b: string): boolean => {
    const [left, right] = [meaningsOf(a), meaningsOf(b)]
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

/** The surface that stands for a group: the commonest; in small letters, unless sentences capitalise it in their middle. */
function headwordOf(terms: readonly Term[], passages: readonly Passage[]): string {
  const beginsSentence = ({passage, start}: Term): boolean => {
    const {sentences} = passages[passage] as Passage
    return sentences[firstEndingAfter(sentences, start)]?.start === start
  }
  const capitalised = terms.every(({surface}) => isCapitalised(surface)) && !terms.every(beginsSentence)
  const surfaces = Object.entries(groupBy(terms, ({surface}) => (capitalised ? surface : surface.toLowerCase())))
  return sortBy(surfaces, [([, uses]) => -uses.length, ([surface]) => surface])[0]?.[0] as string
}

/** What the story teaches: an entry for every word met, its spellings, meanings and where they were read. */
export function collect({terms, links}: Findings, {passages, survey, lang}: {passages: readonly Passage[]; survey: Survey; lang: string}): Glossary {
  const linkAt = new Map<string, WordLink>(links.map((link) => [at(link.source), link]))
  const place = ({passage, start, end}: Place): SourceSpan | undefined => sourceOf((passages[passage] as Passage).runs, start, end)
  const textOf = ({passage, start, end}: Place) => (passages[passage] as Passage).text.slice(start, end)
  const byKey = new Map(Object.entries(groupBy(terms, 'key')))
  const meaningsOf = (key: string): ReadonlySet<string> =>
    new Set(
      (byKey.get(key) ?? []).flatMap((term) => {
        const link = linkAt.get(at(term))
        return link
          ? (textOf(link.target)
              .toLowerCase()
              .match(/[\p{L}'’]+/gu) ?? [])
          : []
      }),
    )

  const entries = Array.from(groups(byKey, meaningsOf).values(), (members): Entry => {
    const own = members.flatMap((key) => byKey.get(key) ?? [])
    const headword = headwordOf(byKey.get(members[0] as string) ?? own, passages)
    // Which glyph stands for the apostrophe is the typesetter's affair, not another spelling.
    const spellings = new Map(own.map(({surface}) => [fold(surface), isCapitalised(headword) ? surface : surface.toLowerCase()]))
    spellings.delete(fold(headword))

    const support = new Map<string, number>()
    let surest = 0
    const evidence: Evidenced[] = []
    for (const term of own) {
      const source = place(term)
      const link = linkAt.get(at(term))
      if (link) {
        const meaning = textOf(link.target).toLowerCase()
        // A loan that the gloss keeps is no explanation of itself.
        if (bare(fold(meaning)) !== term.key) support.set(meaning, (support.get(meaning) ?? 0) + link.confidence)
        surest = Math.max(surest, link.confidence)
      }
      const translation = link && place(link.target)
      if (source) evidence.push(translation ? {...source, translation} : source)
    }
    const stated = own.find(({readings}) => readings.length > 0)?.meaning
    const meanings = sortBy([...support], [([, sum]) => -sum, ([meaning]) => meaning]).map(([meaning]) => meaning)
    const senses = [...new Set(stated === undefined ? meanings : [stated, ...meanings])]
    const certainty: Certainty = senses.length === 0 ? 'unknown' : surest >= ATTESTED || stated !== undefined ? 'attested' : 'inferred'
    return {
      headword,
      ...(members.some((key) => survey.names.has(key)) && {kind: 'name' as const}),
      ...(senses.length > 0 && {senses}),
      ...(spellings.size > 0 && {variants: [...spellings.values()].sort()}),
      certainty,
      count: own.length,
      evidence: sortBy(evidence, 'start'),
    }
  })
  const languages = Object.entries(groupBy(terms, 'lang'))
  const [language] = sortBy(languages, [([, uses]) => -uses.length, ([tag]) => tag])[0] ?? [lang]
  return {language, entries: sortBy(entries, [({headword}) => headword.toLowerCase().replace(/^['’]+/u, ''), 'headword'])}
}
