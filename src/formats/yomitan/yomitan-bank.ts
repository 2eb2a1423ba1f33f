import {formOf} from '../../lexicon/entry.js'
import type {Entry, InflectedForm, Sense} from '../../lexicon/types.js'
import {wrong} from '../shared/input.js'
import {otherWords, ownWords, typeset} from '../shared/word-spellings.js'
import type {ReadOptions} from '../types.js'
import {contentOf, entryOf, textOfContent} from './yomitan-content.js'

/** Yomitan's banks: rows of terms and of tags, format 3. */

/** The tag of rows that only lead to another word, as dictionaries made of Wiktionary call them. */
export const NON_LEMMA = 'non-lemma'

/** Term, reading, tags, rules, score, definitions, sequence, tags of the term. */
export type Row = readonly [string, string, string, string, number, readonly unknown[], number, string]

/** A row of a stranger's bank, which begins with a text that is not empty, and the place that errors name. */
export interface PlacedRow {
  readonly row: readonly unknown[]
  readonly at: ReadOptions
}

/** What rows, tags and indices say when nothing about them is known. */
export type Json = Readonly<Record<string, unknown>>

/** Parts of speech → names of tags, which have no spaces. */
export function tagsFor(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const used = new Set([NON_LEMMA])
  for (const {partOfSpeech} of entries) {
    if (partOfSpeech === undefined || names.has(partOfSpeech)) continue
    const name = partOfSpeech.replace(/\s+/gu, '-')
    let unique = name
    for (let number = names.size + 1; used.has(unique); number++) unique = `${name}-${number}`
    names.set(partOfSpeech, unique)
    used.add(unique)
  }
  return names
}

/** The rows of an entry: its own, and one for each other spelling and each form, which leads to it. */
export function rowsOf(entry: Entry, sequence: number, tags: ReadonlyMap<string, string>, lang: string): Row[] {
  const {headword, partOfSpeech, variants = [], forms = []} = entry
  const content = {type: 'structured-content', content: contentOf(entry, lang)}
  const ways = [
    ...variants.map((variant) => [variant, 'variant'] as const),
    ...forms.map(formOf).map(({form, meaning}) => [form, meaning ?? 'inflected form'] as const),
  ]
  const named = new Set(ways.map(([form]) => form))
  const printed = otherWords(entry).filter((word) => !named.has(word))
  const leads = [...ways.filter(([form]) => form !== headword), ...printed.map((word) => [word, 'spelling'] as const)]
  return [
    [headword, '', tags.get(partOfSpeech ?? '') ?? '', '', 0, [content], sequence, ''],
    ...leads.map(([form, how]): Row => [form, '', NON_LEMMA, '', 0, [[headword, [how]]], sequence, '']),
  ]
}

/** An entry while its rows are read. */
interface Draft extends Entry {
  senses?: (string | Sense)[]
  forms?: (string | InflectedForm)[]
}

/** A definition that is text of some kind; pictures are none. */
function definitionOf(definition: unknown, at: ReadOptions): string {
  if (typeof definition === 'string') return definition.trim()
  const {type, text, content} = (definition ?? {}) as Json
  if (type === 'text' && typeof text === 'string') return text.trim()
  if (type === 'structured-content') return textOfContent(content, at)
  if (type === 'image') return textOfContent({...(definition as Json), tag: 'img'}, at)
  throw wrong(at, 'expected definitions that are text, an image, structured content or a deinflection')
}

/** `[uninflected, [rule, …]]`. */
const isDeinflection = (definition: unknown): definition is [string, string[]] =>
  Array.isArray(definition) && typeof definition[0] === 'string' && Array.isArray(definition[1]) && definition[1].every((rule) => typeof rule === 'string')

/** What the tags of a row say. In our own archives the tag's notes are the part of speech, with its spaces. */
function grammarOf(tags: string, bank: ReadonlyMap<string, Json>, isOurs: boolean): Pick<Entry, 'partOfSpeech' | 'kind'> {
  const known = tags.split(/\s+/u).flatMap((tag): readonly Json[] => [bank.get(tag) ?? {}])
  const names = known.filter(({category}) => category === 'partOfSpeech').map(({name, notes}) => String(isOurs ? notes : name))
  return {...(names.length > 0 && {partOfSpeech: names.join(' ')}), ...(known.some(({category}) => category === 'name') && {kind: 'name'})}
}

/** A row that leads to another word: `form` is `how` of `headword`. */
interface Lead {
  readonly form: string
  readonly headword: string
  readonly how: string
}

/**
 * The entries that rows tell of.
 *
 * @param options.isOurs whether the archive was written here
 * @param options.isSequenced whether rows of one sequence number are parts of one entry
 */
export function entriesOf(
  rows: {readonly terms: Iterable<PlacedRow>; readonly tags: Iterable<PlacedRow>},
  {isOurs, isSequenced}: {isOurs: boolean; isSequenced: boolean},
): Entry[] {
  const tags = new Map<string, Json>()
  for (const {row} of rows.tags) tags.set(row[0] as string, {name: row[0], category: row[1], notes: row[3]})
  const drafts: Draft[] = []
  const leads: Lead[] = []
  const merged = new Map<string, Draft>()
  for (const {row, at} of rows.terms) {
    const [headword, reading, tagsOfDefinition, , , definitions, sequence, tagsOfTerm] = row as unknown as Row
    if (!Array.isArray(definitions)) throw wrong(at, 'expected a list of definitions in the sixth place, as banks of format 3 have it')
    const told = definitions.filter((definition) => !Array.isArray(definition))
    for (const lead of definitions.filter(Array.isArray)) {
      if (!isDeinflection(lead)) throw wrong(at, 'expected a deinflection as [word, [rule, …]]')
      leads.push({form: headword, headword: lead[0], how: lead[1].join(', ')})
    }
    if (told.length === 0) continue
    const grammar = grammarOf(`${tagsOfDefinition ?? ''} ${tagsOfTerm ?? ''}`, tags, isOurs)
    const ours = isOurs ? entryOf((told[0] as Json | null)?.content, at) : undefined
    if (ours) {
      drafts.push({headword, ...grammar, ...ours} as Draft)
      continue
    }
    const senses = told.map((definition) => definitionOf(definition, at)).filter((text) => text !== '')
    const key = JSON.stringify([headword, reading, tagsOfDefinition, tagsOfTerm, sequence])
    const before = isSequenced ? merged.get(key) : undefined
    if (before) for (const sense of senses) before.senses?.push(sense)
    else {
      const variants = typeof reading === 'string' && reading !== '' && reading !== headword ? {variants: [reading]} : {}
      const draft: Draft = {headword, ...grammar, senses, ...variants}
      merged.set(key, draft)
      drafts.push(draft)
    }
  }
  return [...drafts, ...strayForms(drafts, leads)].map((draft) => (draft.senses?.length === 0 ? omitSenses(draft) : draft))
}

const omitSenses = ({senses: _, ...entry}: Draft): Entry => entry

/**
 * Rows that lead to a word become its forms, unless it has them, apostrophes of either shape being one. Those that lead nowhere come back as entries that say where they would:
 * nothing is dropped without a word.
 */
function strayForms(drafts: readonly Draft[], leads: readonly Lead[]): Draft[] {
  const known = new Map<string, {readonly draft: Draft; readonly forms: Set<string>}>()
  for (const draft of drafts) {
    const word = known.get(draft.headword) ?? {draft, forms: new Set<string>()}
    for (const form of ownWords(draft)) word.forms.add(typeset(form))
    known.set(draft.headword, word)
  }
  return leads.flatMap(({form, headword, how}): Draft[] => {
    const word = known.get(headword)
    if (!word) return [{headword: form, senses: [how === '' ? headword : `${how} of ${headword}`], see: [headword]}]
    if (!word.forms.has(typeset(form))) (word.draft.forms ??= []).push(how === '' ? form : {form, meaning: how})
    return []
  })
}
