import isEqual from 'lodash-es/isEqual.js'
import uniqWith from 'lodash-es/uniqWith.js'
import {toSense} from '../lexicon/entry.js'
import type {Dictionary, Entry, Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {flatMap, map, sortBy} from '../util/lists.js'
import {omitUndefined} from '../util/objects.js'
import {mergeEntries} from './merge-entries.js'
import {createDecisionTest} from './merge-senses.js'

/** Returns the value that comes first in the order of its JSON text, of values that exclude each other. */
const firstByJson = <T>(values: readonly (T | undefined)[]): T | undefined =>
  sortBy(
    uniqWith(
      values.filter((value) => value !== undefined),
      isEqual,
    ),
    (value) => JSON.stringify(value),
  )[0]

/**
 * Merges the glossaries of several stories, or a glossary and its author's decisions (`extractDecisions`). Entries that share a spelling, a kind and a
 * part of speech are combined: decisions take precedence over proposals, evidence is merged, and meanings are ranked by all of it.
 *
 * Associative, commutative and idempotent: the result is the same for any grouping and order of the stories.
 *
 * @throws TypeError if there is no glossary, or if they are of different languages
 */
export function mergeGlossaries(glossaries: readonly Glossary[]): Glossary {
  const [first] = glossaries
  if (!first) throw new TypeError('mergeGlossaries: expected at least one glossary')
  const other = glossaries.find(({language}) => language !== first.language)
  if (other) throw new TypeError(`mergeGlossaries: expected glossaries of one language, got ${first.language} and ${other.language}`)
  const merged = <K extends keyof Dictionary>(field: K) => firstByJson(map(glossaries, (glossary) => glossary[field]))
  const spelling = merged('spelling')
  const keyOf = (surface: string) => fold(surface, spelling)
  return omitUndefined<Dictionary>({
    $schema: merged('$schema'),
    language: first.language,
    definitionLanguage: merged('definitionLanguage'),
    name: merged('name'),
    licence: merged('licence'),
    source: merged('source'),
    spelling,
    inflection: merged('inflection'),
    entries: mergeEntries(
      flatMap(glossaries, ({entries}) => entries),
      keyOf,
    ),
  })
}

/** Returns the part of an entry that a person decided on; `undefined` if there is none. */
function decisionOf(entry: Entry): Entry | undefined {
  const {count, evidence, ...own} = entry
  if (entry.status === 'rejected') return own
  const isDecided = createDecisionTest(entry)
  const senses = (entry.senses ?? []).filter((sense) => isDecided(toSense(sense)))
  const {senses: _, status, ...rest} = own
  const kept = senses.length > 0 ? {...rest, senses} : rest
  if (entry.status !== 'proposed') return kept
  // A proposal without evidence may come from anywhere; it is not a decision, but it is kept.
  if (!evidence) return own
  return senses.length > 0 ? kept : undefined
}

/**
 * Returns the decisions in a glossary: entries and senses that a person accepted, rejected, corrected or wrote, without counts and evidence. To apply
 * an author's decisions to a new run:
 *
 *     const {glossary} = annotate(story, {dictionaries: [edited]})
 *     const next = mergeGlossaries([extractDecisions(edited), glossary])
 *
 * Decisions take precedence, nothing is lost, and running it again changes nothing. To accept an entry, remove its `status` or set it to `accepted`;
 * to reject an entry or a sense, set its status to `rejected`; to correct a meaning, replace it.
 */
export function extractDecisions(glossary: Glossary): Glossary {
  return {...glossary, entries: flatMap(glossary.entries, (entry) => decisionOf(entry) ?? [])}
}
