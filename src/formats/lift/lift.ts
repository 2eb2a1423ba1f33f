import type {Element} from 'xast'
import {x} from 'xastscript'
import {formOf, isAffix, isPrefix, isSuffix, senseOf, standing} from '../../lexicon/entry.js'
import type {Attestation, Dictionary, Entry} from '../../lexicon/types.js'
import {type Named, type Names, namesOf, uuidOf} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {ENTRIES, each, mapped, printable, written} from '../shared/xml-write.js'
import type {DictionaryFormat, WriteOptions} from '../types.js'
import {BUILT_OF, INFLECTED, readLift as read} from './lift-read.js'

/** What FieldWorks calls a relation of no closer kind, and another spelling. */
const RELATED = 'Compare'
const SPELLING = 'Spelling Variant'

const form = (lang: string, text: string | number): Element => x('form', {lang}, [x('text', {}, text)])
const trait = (name: string) => (value: string | number) => x('trait', {name, value})

const morphType = (entry: Entry): string => {
  if (isAffix(entry)) return isPrefix(entry) ? 'prefix' : isSuffix(entry) ? 'suffix' : 'infix'
  return /\s/u.test(entry.headword) ? 'phrase' : 'stem'
}

/** `The Memoirs, chapter 103, paragraph 77`, each part optional. */
const attestationText = ({work, chapter, paragraph}: Attestation): string =>
  [work?.replace(/\s+/gu, ' '), chapter !== undefined && `chapter ${chapter}`, paragraph !== undefined && `paragraph ${paragraph}`].filter(Boolean).join(', ')

function writeEntry({entry, number, id}: Named, names: Names, {language, meanings}: {language: string; meanings: string}): Element {
  const key = keyOf(language, entry.headword, number)
  const variant = (text: string, type: string, meaning?: string) =>
    x('variant', {}, [form(language, text), trait('variant-type')(type), ...each(meaning, (value) => x('field', {type: 'meaning'}, [form(meanings, value)]))])
  const attestations = entry.attestations?.map(attestationText).filter(Boolean).join('\n')
  const grammar = each(entry.partOfSpeech, (value) => x('grammatical-info', {value}))
  const senses = each(entry.senses?.map(senseOf), ({definition, certainty, status}, index) =>
    x('sense', {id: uuidOf(`${key}\n${index + 1}`), order: index}, [
      ...grammar,
      x('gloss', {lang: meanings}, [x('text', {}, definition)]),
      x('definition', {}, [form(meanings, definition)]),
      ...each(certainty, trait('certainty')),
      ...each(status, trait('status')),
    ]),
  )
  const attributes = {id, guid: uuidOf(key), order: names.homographs(entry.headword) > 1 ? number : undefined}
  const component = entry.parts?.some((headword) => isAffix({headword})) ? 'Derivative' : 'Compound'
  return x('entry', attributes, [
    x('lexical-unit', {}, [form(language, entry.headword)]),
    trait('morph-type')(morphType(entry)),
    ...each(entry.kind, trait('kind')),
    ...each(entry.certainty, trait('certainty')),
    ...each(entry.status, trait('status')),
    ...each(entry.count, trait('count')),
    ...each(entry.attachesTo, trait('attaches-to')),
    ...each(entry.gives, trait('gives')),
    ...each(entry.slot, trait('slot')),
    ...each(entry.seams, trait('seam')),
    ...each(entry.variants, (text) => variant(text, SPELLING)),
    ...each(entry.forms?.map(formOf), (inflected) => variant(inflected.form, INFLECTED, inflected.meaning)),
    ...(senses.length > 0 || grammar.length === 0 ? senses : [x('sense', {id: uuidOf(`${key}\n1`)}, grammar)]),
    ...each(entry.notes, (note) => x('note', {}, [form(meanings, note)])),
    ...each(entry.see, (headword) => x('relation', {type: RELATED, ref: names.find(headword) ?? headword})),
    ...each(entry.parts, (headword, order) =>
      x('relation', {type: BUILT_OF, ref: names.find(headword) ?? headword, order}, [trait('complex-form-type')(component)]),
    ),
    ...each(attestations || undefined, (text) => x('field', {type: 'attestations'}, [form(meanings, text)])),
  ])
}

const keyOf = (language: string, headword: string, number: number): string => `${language}\n${headword}\n${number}`

/** Name, licence and source of a dictionary, for which LIFT has but one description. */
const descriptionOf = ({name, licence, source}: Dictionary): string =>
  [name, licence && `Licence: ${licence}`, source && `Source: ${source}`]
    .filter(Boolean)
    .map((line) => (line as string).replace(/\s+/gu, ' '))
    .join('\n')

function write(dictionary: Dictionary, options: WriteOptions = {}): string {
  const meanings = definitionLanguageOf(dictionary)
  const clean = printable(standing({...dictionary, name: dictionary.name ?? options.name}))
  const {language, entries} = clean
  const names = namesOf({entries}, (headword, number) => `${headword}_${uuidOf(keyOf(language, headword, number))}`)
  const description = descriptionOf(clean)
  const header = x('header', {}, description ? [x('description', {}, [form(meanings, description)])] : [])
  return written(
    x('lift', {version: '0.13', producer: 'xenogloss'}, [header, ENTRIES]),
    mapped(names.entries, (named) => writeEntry(named, names, {language, meanings})),
  )
}

/**
 * LIFT 0.13 (Lexicon Interchange Format, github.com/sillsdev/lift-standard). What LIFT has no element for stands in traits and fields.
 *
 * - Loaded by FieldWorks, WeSay, Combine, Dictionary App Builder.
 * - Keeps everything but evidence, what is rejected, and how the language is spelt and inflected; the language of definitions where there
 *   is one; what XML cannot hold becomes U+FFFD. Reads LIFT of others without examples, pronunciations, pictures.
 * - Options: `name`; reading, `definitionLanguage` where senses are told in several.
 */
export const lift = {
  name: 'lift',
  extension: 'lift',
  mediaType: 'application/xml',
  /** @throws TypeError that names the file, the place and the reason */
  read,
  /** Answers the XML document. */
  write,
} as const satisfies DictionaryFormat
