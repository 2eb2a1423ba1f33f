import isEqual from 'lodash-es/isEqual.js'
import uniqWith from 'lodash-es/uniqWith.js'
import {senseOf} from '../lexicon/entry.js'
import type {Dictionary, Entry, Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {flatMap, map, sortBy} from '../util/lists.js'
import {omitUndefined} from '../util/objects.js'
import {isDecided, joinEntries} from './join-entries.js'

/** Of values that exclude each other, the first in the order of their text. */
const firstOf = <T>(values: readonly (T | undefined)[]): T | undefined =>
  sortBy(
    uniqWith(
      values.filter((value) => value !== undefined),
      isEqual,
    ),
    (value) => JSON.stringify(value),
  )[0]

/**
 * Joins the glossaries of several stories, or a glossary and what its author has decided (`decisionsOf`). Entries that share a spelling, a
 * kind and a part of speech become one: decisions win over proposals, evidence is joined, and meanings are ranked anew by all of it.
 *
 * Associative, commutative and idempotent: any grouping of the stories, in any order, gives the same glossary.
 *
 * @throws TypeError where there is none, or where they are of different languages
 */
export function mergeGlossaries(glossaries: readonly Glossary[]): Glossary {
  const [first] = glossaries
  if (!first) throw new TypeError('mergeGlossaries: expected at least one glossary')
  const other = glossaries.find(({language}) => language !== first.language)
  if (other) throw new TypeError(`mergeGlossaries: expected glossaries of one language, got ${first.language} and ${other.language}`)
  const one = <K extends keyof Dictionary>(field: K) => firstOf(map(glossaries, (glossary) => glossary[field]))
  const spelling = one('spelling')
  const keyOf = (surface: string) => fold(surface, spelling)
  return omitUndefined<Dictionary>({
    $schema: one('$schema'),
    language: first.language,
    definitionLanguage: one('definitionLanguage'),
    name: one('name'),
    licence: one('licence'),
    source: one('source'),
    spelling,
    inflection: one('inflection'),
    entries: joinEntries(
      flatMap(glossaries, ({entries}) => entries),
      keyOf,
    ),
  })
}

/** What of an entry a person answers for; nothing, where a program has said it all. */
function decisionOf(entry: Entry): Entry | undefined {
  const {count, evidence, ...own} = entry
  if (entry.status === 'rejected') return own
  const decides = isDecided(entry)
  const senses = (entry.senses ?? []).filter((sense) => decides(senseOf(sense)))
  const {senses: _, status, ...rest} = own
  const kept = senses.length > 0 ? {...rest, senses} : rest
  if (entry.status !== 'proposed') return kept
  // A proposal without evidence may be anybody's: it decides nothing, but it is not lost.
  if (!evidence) return own
  return senses.length > 0 ? kept : undefined
}

/**
 * What a person answers for in a glossary: entries and senses that were accepted, rejected, corrected or written by hand, without counts
 * and evidence. The author's loop is
 *
 *     const {glossary} = annotate(story, {dictionaries: [edited]})
 *     const next = mergeGlossaries([decisionsOf(edited), glossary])
 *
 * where decisions win, nothing is lost, and the second time nothing changes. To accept an entry, take its `status` away or set it to
 * `accepted`; to reject it, or one of its senses, set that to `rejected`; to correct a meaning, write another.
 */
export function decisionsOf(glossary: Glossary): Glossary {
  return {...glossary, entries: flatMap(glossary.entries, (entry) => decisionOf(entry) ?? [])}
}
