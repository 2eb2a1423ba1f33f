import {formOf, isAffix, isPrefix, isSuffix, senseOf, standing} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {type Named, namesOf, uuidOf, xmlId} from './shared/ids.js'
import {definitionLanguageOf} from './shared/input.js'
import {printable} from './shared/xml-write.js'
import type {DictionaryFormat, WriteOptions} from './types.js'

/** What writing takes besides. */
export interface OntolexWriteOptions extends WriteOptions {
  /** IRI that the names of entries are put behind, such as `https://example.org/vessik#`. Default: each entry is a `urn:uuid:` of its own. */
  readonly base?: string | undefined
}

const CONTEXT = {
  ontolex: 'http://www.w3.org/ns/lemon/ontolex#',
  lime: 'http://www.w3.org/ns/lemon/lime#',
  decomp: 'http://www.w3.org/ns/lemon/decomp#',
  lexinfo: 'http://www.lexinfo.net/ontology/3.0/lexinfo#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
} as const

/** Parts of speech that LexInfo 3.0 names as dictionaries do, and what others call them. */
const PARTS_OF_SPEECH: ReadonlyMap<string, string> = new Map([
  ...('adjective adposition adverb article conjunction copula determiner interjection letter noun numeral particle postposition preposition ' + 'pronoun verb')
    .split(' ')
    .map((name) => [name, name] as const),
  ['name', 'properNoun'],
  ['proper noun', 'properNoun'],
  ['personal pronoun', 'personalPronoun'],
  ['n', 'noun'],
  ['v', 'verb'],
  ['adj', 'adjective'],
  ['adv', 'adverb'],
])

const partOfSpeech = ({partOfSpeech: name = '', kind}: Entry): string | undefined => {
  const key = name.toLowerCase()
  return PARTS_OF_SPEECH.get(key) ?? PARTS_OF_SPEECH.get(key.split(/[: ]/u, 1)[0] as string) ?? (kind === 'name' ? 'properNoun' : undefined)
}

const typeOf = (entry: Entry): string => {
  if (isAffix(entry)) return 'ontolex:Affix'
  return /\s/u.test(entry.headword) ? 'ontolex:MultiwordExpression' : 'ontolex:Word'
}

/** Lists without members are left out: JSON-LD would say nothing by them. */
const listed = <T>(name: string, values: readonly T[] = [], make: (value: T, index: number) => unknown): object =>
  values.length > 0 ? {[name]: values.map(make)} : {}

function lexicalEntry({entry, id}: Named, find: (headword: string) => string | undefined, {language, meanings}: {language: string; meanings: string}): object {
  const word = (text: string) => ({'@value': text, '@language': language})
  const said = (text: string) => ({'@value': text, '@language': meanings})
  const linked = (headwords: readonly string[] | undefined) => headwords?.flatMap((headword) => find(headword) ?? [])
  const pos = partOfSpeech(entry)
  // With a separator that ids have not: an IRI may be a fragment already.
  const inside = (name: string) => `${id}${id.includes('#') ? '.' : '#'}${name}`
  const component = (index: number) => inside(`component-${index + 1}`)
  return {
    '@id': id,
    '@type': typeOf(entry),
    'rdfs:label': word(entry.headword),
    ...(pos && {'lexinfo:partOfSpeech': {'@id': `lexinfo:${pos}`}}),
    ...(isAffix(entry) && {'lexinfo:termElement': {'@id': `lexinfo:${isPrefix(entry) ? 'prefix' : isSuffix(entry) ? 'suffix' : 'infix'}`}}),
    // Other spellings are representations of the same form (Lexicon Model for Ontologies, section 3.2).
    'ontolex:canonicalForm': {'@id': inside('form'), '@type': 'ontolex:Form', 'ontolex:writtenRep': [entry.headword, ...(entry.variants ?? [])].map(word)},
    ...listed('ontolex:otherForm', entry.forms?.map(formOf), ({form, meaning}, index) => ({
      '@id': inside(`form-${index + 1}`),
      '@type': 'ontolex:Form',
      'ontolex:writtenRep': word(form),
      ...(meaning !== undefined && {'rdfs:comment': said(meaning)}),
    })),
    ...listed('ontolex:sense', entry.senses?.map(senseOf), ({definition, certainty}, index) => ({
      '@id': inside(`sense-${index + 1}`),
      '@type': 'ontolex:LexicalSense',
      'skos:definition': said(definition),
      ...(certainty && {'skos:editorialNote': certainty}),
    })),
    ...(entry.notes !== undefined && {'skos:note': said(entry.notes)}),
    ...(entry.certainty && {'skos:editorialNote': entry.certainty}),
    ...listed('rdfs:seeAlso', linked(entry.see), (iri) => ({'@id': iri})),
    // Their order is told by rdf:_1, rdf:_2 (section 5.2).
    ...listed('decomp:constituent', entry.parts, (headword, index) => {
      const target = find(headword)
      const correspondsTo = target === undefined ? {} : {'decomp:correspondsTo': {'@id': target}}
      return {'@id': component(index), '@type': 'decomp:Component', 'rdfs:label': word(headword), ...correspondsTo}
    }),
    ...Object.fromEntries((entry.parts ?? []).map((_, index) => [`rdf:_${index + 1}`, {'@id': component(index)}])),
  }
}

function write(dictionary: Dictionary, options: OntolexWriteOptions = {}): string {
  const {base} = options
  const meanings = definitionLanguageOf(dictionary)
  const {language, name, licence, source, entries} = printable(standing({...dictionary, name: dictionary.name ?? options.name}))
  const iri = (headword: string, number: number) =>
    base === undefined ? `urn:uuid:${uuidOf(`${language}\n${headword}\n${number}`)}` : `${base}${xmlId(headword, number)}`
  const names = namesOf({entries}, iri)
  const lexicon = {
    '@context': CONTEXT,
    '@id': base === undefined ? `urn:uuid:${uuidOf(language)}` : `${base}lexicon`,
    '@type': 'lime:Lexicon',
    'lime:language': language,
    'lime:lexicalEntries': names.entries.length,
    ...(name !== undefined && {'dct:title': {'@value': name, '@language': meanings}}),
    ...(licence !== undefined && {'dct:license': licence}),
    ...(source !== undefined && {'dct:source': {'@value': source, '@language': meanings}}),
    ...listed('lime:entry', names.entries, (named) => lexicalEntry(named, names.find, {language, meanings})),
  }
  return `${JSON.stringify(lexicon, null, 2)}\n`
}

/**
 * OntoLex-Lemon (W3C Community Group report “Lexicon Model for Ontologies”, 2016) as JSON-LD 1.1, for linked data; its context stands in
 * the file, nothing is fetched.
 *
 * - Loaded by RDF stores and whatever reads JSON-LD.
 * - Keeps words, variants, forms, meanings with how sure they are, notes, references and parts, and parts of speech that LexInfo 3.0 has a
 *   name for; what affixes attach to, attestations, evidence and what is rejected are left out. Only written.
 * - Options: `name`, `base`.
 */
export const ontolex = {
  name: 'ontolex',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  /** Answers JSON-LD. */
  write,
} as const satisfies DictionaryFormat
