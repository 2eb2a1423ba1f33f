import {toForm} from '../../lexicon/entry.js'
import type {Entry, InflectedForm, Sense} from '../../lexicon/types.js'
import {fileError} from '../shared/input.js'
import {curlApostrophes, lookupWordsOf, spellingsOf} from '../shared/word-spellings.js'
import type {ReadOptions} from '../types.js'
import {entryFromContent, entryToContent} from './yomitan-content.js'
import {readPronunciations} from './yomitan-pronunciations.js'
import type {JsonObject, LocatedRow, Row} from './yomitan-rows.js'
import {contentToText, sensesInContent} from './yomitan-text.js'

/** Yomitan's term and tag banks, format 3. */

/** Tag of rows that only link to another word, as in dictionaries made from Wiktionary. */
export const NON_LEMMA = 'non-lemma'

/** Maps parts of speech to tag names, which cannot contain spaces. */
export function tagNames(entries: readonly Entry[]): ReadonlyMap<string, string> {
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

/** Returns the rows of an entry: its own, and one that links to it for each variant and form. */
export function entryRows(entry: Entry, sequence: number, tags: ReadonlyMap<string, string>, lang: string): Row[] {
  const {headword, partOfSpeech, variants = [], forms = []} = entry
  const content = {type: 'structured-content', content: entryToContent(entry, lang)}
  const alternatives = [
    ...variants.map((variant) => [variant, 'variant'] as const),
    ...forms.map(toForm).map(({form, meaning}) => [form, meaning ?? 'inflected form'] as const),
  ]
  const listed = new Set(alternatives.map(([form]) => form))
  const typographic = lookupWordsOf(entry).filter((word) => !listed.has(word))
  const links = [...alternatives.filter(([form]) => form !== headword), ...typographic.map((word) => [word, 'spelling'] as const)]
  return [
    [headword, '', tags.get(partOfSpeech ?? '') ?? '', '', 0, [content], sequence, ''],
    ...links.map(([form, how]): Row => [form, '', NON_LEMMA, '', 0, [[headword, [how]]], sequence, '']),
  ]
}

/** An entry that is being assembled from rows. */
interface EntryDraft extends Entry {
  senses?: (string | Sense)[]
  forms?: (string | InflectedForm)[]
  notes?: string
  pronunciation?: string
}

/** Returns the senses in a definition, for an image its description; and remarks on them. */
function readDefinition(definition: unknown, at: ReadOptions): {readonly senses: readonly string[]; readonly note?: string} {
  if (typeof definition === 'string') return {senses: [definition.trim()]}
  const {type, text, content} = (definition ?? {}) as JsonObject
  if (type === 'text' && typeof text === 'string') return {senses: [text.trim()]}
  if (type === 'structured-content') {
    const {senses, rest} = sensesInContent(content, at)
    return senses.length === 0 ? {senses: [rest]} : {senses, note: rest}
  }
  if (type === 'image') return {senses: [contentToText({...(definition as JsonObject), tag: 'img'}, at)]}
  throw fileError(at, 'expected definitions that are text, an image, structured content or a deinflection')
}

/** Whether a definition is a deinflection: `[uninflected, [rule, …]]`. */
const isDeinflection = (definition: unknown): definition is [string, string[]] =>
  Array.isArray(definition) && typeof definition[0] === 'string' && Array.isArray(definition[1]) && definition[1].every((rule) => typeof rule === 'string')

/** Returns the part of speech and kind from the tags of a row. In our own archives, a tag's notes hold the part of speech with its spaces. */
function readTags(tags: string, bank: ReadonlyMap<string, JsonObject>, isOwn: boolean): Pick<Entry, 'partOfSpeech' | 'kind'> {
  const bankTags = tags.split(/\s+/u).flatMap((tag): readonly JsonObject[] => [bank.get(tag) ?? {}])
  const names = bankTags.filter(({category}) => category === 'partOfSpeech').map(({name, notes}) => String(isOwn ? notes : name))
  return {...(names.length > 0 && {partOfSpeech: names.join(' ')}), ...(bankTags.some(({category}) => category === 'name') && {kind: 'name'})}
}

/** A row that links to another word: `form` is the `how` of `headword`. */
interface FormLink {
  readonly form: string
  readonly headword: string
  readonly how: string
}

/**
 * Reads entries from rows.
 *
 * @param options.isOwn whether xenogloss wrote the archive
 * @param options.isSequenced whether rows with the same sequence number belong to one entry
 */
export function readEntries(
  rows: {readonly terms: Iterable<LocatedRow>; readonly tags: Iterable<LocatedRow>; readonly metadata: Iterable<LocatedRow>},
  {isOwn, isSequenced}: {isOwn: boolean; isSequenced: boolean},
): Entry[] {
  const tags = new Map<string, JsonObject>()
  for (const {row} of rows.tags) tags.set(row[0] as string, {name: row[0], category: row[1], notes: row[3]})
  const drafts: EntryDraft[] = []
  const links: FormLink[] = []
  const merged = new Map<string, EntryDraft>()
  for (const {row, at} of rows.terms) {
    const [headword, reading, tagsOfDefinition, , , definitions, sequence, tagsOfTerm] = row as unknown as Row
    if (!Array.isArray(definitions)) throw fileError(at, 'expected a list of definitions in column 6, as in format 3')
    const ownDefinitions = definitions.filter((definition) => !Array.isArray(definition))
    for (const link of definitions.filter(Array.isArray)) {
      if (!isDeinflection(link)) throw fileError(at, 'expected a deinflection as [word, [rule, …]]')
      links.push({form: headword, headword: link[0], how: link[1].join(', ')})
    }
    if (ownDefinitions.length === 0) continue
    const grammar = readTags(`${tagsOfDefinition ?? ''} ${tagsOfTerm ?? ''}`, tags, isOwn)
    const ownEntry = isOwn ? entryFromContent((ownDefinitions[0] as JsonObject | null)?.content, at) : undefined
    if (ownEntry) {
      drafts.push({headword, ...grammar, ...ownEntry} as EntryDraft)
      continue
    }
    const read = ownDefinitions.map((definition) => readDefinition(definition, at))
    const senses = read.flatMap((definition) => definition.senses).filter((text) => text !== '')
    const remarks = read.flatMap(({note}) => note || [])
    const key = JSON.stringify([headword, reading, tagsOfDefinition, tagsOfTerm, sequence])
    const existing = isSequenced ? merged.get(key) : undefined
    if (existing) {
      for (const sense of senses) existing.senses?.push(sense)
      if (remarks.length > 0) existing.notes = [existing.notes ?? [], remarks].flat().join('\n')
    } else {
      const variants = typeof reading === 'string' && reading !== '' && reading !== headword ? {variants: [reading]} : {}
      const draft: EntryDraft = {headword, ...grammar, senses, ...variants, ...(remarks.length > 0 && {notes: remarks.join('\n')})}
      merged.set(key, draft)
      drafts.push(draft)
    }
  }
  if (!isOwn) {
    const pronunciationOf = readPronunciations(rows.metadata)
    for (const draft of drafts) {
      const pronunciation = pronunciationOf(draft.headword, draft.variants?.[0])
      if (pronunciation !== undefined) draft.pronunciation = pronunciation
    }
  }
  return [...drafts, ...attachForms(drafts, links)].map((draft) => (draft.senses?.length === 0 ? omitSenses(draft) : draft))
}

const omitSenses = ({senses: _, ...entry}: EntryDraft): Entry => entry

/**
 * Adds rows that link to a word as its forms, unless the word already has them, ignoring the kind of apostrophe. Returns rows that link to a
 * missing word as entries that refer to it, so that nothing is lost.
 */
function attachForms(drafts: readonly EntryDraft[], links: readonly FormLink[]): EntryDraft[] {
  const words = new Map<string, {readonly draft: EntryDraft; readonly forms: Set<string>}>()
  for (const draft of drafts) {
    const word = words.get(draft.headword) ?? {draft, forms: new Set<string>()}
    for (const form of spellingsOf(draft)) word.forms.add(curlApostrophes(form))
    words.set(draft.headword, word)
  }
  return links.flatMap(({form, headword, how}): EntryDraft[] => {
    const word = words.get(headword)
    if (!word) return [{headword: form, senses: [how === '' ? headword : `${how} of ${headword}`], see: [headword]}]
    if (!word.forms.has(curlApostrophes(form))) (word.draft.forms ??= []).push(how === '' ? form : {form, meaning: how})
    return []
  })
}
