import type {Element} from 'xast'
import {x} from 'xastscript'
import {isAffix, isPrefix, isSuffix, toForm, toSense, withoutRejected} from '../../lexicon/entry.js'
import type {Attestation, Dictionary, Entry} from '../../lexicon/types.js'
import {uuidOf} from '../../util/uuid.js'
import {checkedFormat} from '../shared/checked-format.js'
import {assignIds, type EntryIds, type IdentifiedEntry} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {ENTRIES_PLACEHOLDER, elementsFor, lazyMap, replaceInvalidCharacters, serializeXml} from '../shared/xml-write.js'
import type {WriteOptions} from '../types.js'
import {COMPONENT_RELATION, INFLECTED_VARIANT, readLift as read} from './lift-read.js'
import {phoneticTag} from './lift-spellings.js'

/** FieldWorks' names for an unspecified relation and for a spelling variant. */
const RELATED_TYPE = 'Compare'
const SPELLING_VARIANT = 'Spelling Variant'

const form = (lang: string, text: string | number): Element => x('form', {lang}, [x('text', {}, text)])
const trait = (name: string) => (value: string | number) => x('trait', {name, value})

const morphType = (entry: Entry): string => {
  if (isAffix(entry)) return isPrefix(entry) ? 'prefix' : isSuffix(entry) ? 'suffix' : 'infix'
  return /\s/u.test(entry.headword) ? 'phrase' : 'stem'
}

/** Formats `The Memoirs, chapter 103, paragraph 77`, where each part is optional. */
const attestationText = ({work, chapter, paragraph}: Attestation): string =>
  [work?.replace(/\s+/gu, ' '), chapter !== undefined && `chapter ${chapter}`, paragraph !== undefined && `paragraph ${paragraph}`].filter(Boolean).join(', ')

function writeEntry({entry, number, id}: IdentifiedEntry, ids: EntryIds, {language, meanings}: {language: string; meanings: string}): Element {
  const key = keyOf(language, entry.headword, number)
  const variant = (text: string, type: string, meaning?: string) =>
    x('variant', {}, [
      form(language, text),
      trait('variant-type')(type),
      ...elementsFor(meaning, (value) => x('field', {type: 'meaning'}, [form(meanings, value)])),
    ])
  const attestations = entry.attestations?.map(attestationText).filter(Boolean).join('\n')
  const grammar = elementsFor(entry.partOfSpeech, (value) => x('grammatical-info', {value}))
  const senses = elementsFor(entry.senses?.map(toSense), ({definition, certainty, status}, index) =>
    x('sense', {id: uuidOf(`${key}\n${index + 1}`), order: index}, [
      ...grammar,
      x('gloss', {lang: meanings}, [x('text', {}, definition)]),
      x('definition', {}, [form(meanings, definition)]),
      ...elementsFor(certainty, trait('certainty')),
      ...elementsFor(status, trait('status')),
    ]),
  )
  const attributes = {id, guid: uuidOf(key), order: ids.homographCount(entry.headword) > 1 ? number : undefined}
  const component = entry.parts?.some((headword) => isAffix({headword})) ? 'Derivative' : 'Compound'
  return x('entry', attributes, [
    x('lexical-unit', {}, [form(language, entry.headword)]),
    trait('morph-type')(morphType(entry)),
    ...elementsFor(entry.kind, trait('kind')),
    ...elementsFor(entry.certainty, trait('certainty')),
    ...elementsFor(entry.status, trait('status')),
    ...elementsFor(entry.count, trait('count')),
    ...elementsFor(entry.attachesTo, trait('attaches-to')),
    ...elementsFor(entry.gives, trait('gives')),
    ...elementsFor(entry.slot, trait('slot')),
    ...elementsFor(entry.seams, trait('seam')),
    ...elementsFor(entry.caseSensitive, (value) => trait('case-sensitive')(String(value))),
    ...elementsFor(entry.pronunciation, (text) => x('pronunciation', {}, [form(phoneticTag(language), text)])),
    ...elementsFor(entry.variants, (text) => variant(text, SPELLING_VARIANT)),
    ...elementsFor(entry.forms?.map(toForm), (inflected) => variant(inflected.form, INFLECTED_VARIANT, inflected.meaning)),
    ...(senses.length > 0 || grammar.length === 0 ? senses : [x('sense', {id: uuidOf(`${key}\n1`)}, grammar)]),
    ...elementsFor(entry.notes, (note) => x('note', {}, [form(meanings, note)])),
    ...elementsFor(entry.see, (headword) => x('relation', {type: RELATED_TYPE, ref: ids.findId(headword) ?? headword})),
    ...elementsFor(entry.parts, (headword, order) =>
      x('relation', {type: COMPONENT_RELATION, ref: ids.findId(headword) ?? headword, order}, [trait('complex-form-type')(component)]),
    ),
    ...elementsFor(attestations || undefined, (text) => x('field', {type: 'attestations'}, [form(meanings, text)])),
  ])
}

const keyOf = (language: string, headword: string, number: number): string => `${language}\n${headword}\n${number}`

/** Combines name, licence and source, because LIFT has only one description. */
const descriptionOf = ({name, licence, source}: Dictionary): string =>
  [name, licence && `Licence: ${licence}`, source && `Source: ${source}`]
    .filter(Boolean)
    .map((line) => (line as string).replace(/\s+/gu, ' '))
    .join('\n')

function write(dictionary: Dictionary, options: WriteOptions = {}): string {
  const meanings = definitionLanguageOf(dictionary)
  const clean = replaceInvalidCharacters(withoutRejected({...dictionary, name: dictionary.name ?? options.name}))
  const {language, entries} = clean
  const ids = assignIds({entries}, (headword, number) => `${headword}_${uuidOf(keyOf(language, headword, number))}`)
  const description = descriptionOf(clean)
  const header = x('header', {}, description ? [x('description', {}, [form(meanings, description)])] : [])
  return serializeXml(
    x('lift', {version: '0.13', producer: 'xenogloss'}, [header, ENTRIES_PLACEHOLDER]),
    lazyMap(ids.entries, (entry) => writeEntry(entry, ids, {language, meanings})),
  )
}

/**
 * LIFT 0.13 (Lexicon Interchange Format, github.com/sillsdev/lift-standard). Traits and fields hold what LIFT has no element for.
 *
 * - Loaded by FieldWorks, WeSay, Combine, Dictionary App Builder.
 * - Keeps everything except evidence, spelling and inflection of the language, and whatever is rejected; keeps the language of definitions if
 *   there are any. Characters that XML does not allow become U+FFFD. Reading ignores examples and pictures, and passes over
 *   entries without a word.
 * - Options: `name`; for reading, `language` and `definitionLanguage` if words or definitions are written in several languages.
 */
export const lift = /* @__PURE__ */ checkedFormat({
  name: 'lift',
  extension: 'lift',
  mediaType: 'application/xml',
  /** @throws TypeError that names the file, the line and the reason */
  read,
  /** Returns the XML document. */
  write,
})
