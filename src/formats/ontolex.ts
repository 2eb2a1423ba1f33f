import {isAffix, isPrefix, isSuffix, toForm, toSense, withoutRejected} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {uuidOf} from '../util/uuid.js'
import {checkedFormat} from './shared/checked-format.js'
import {assignIds, type IdentifiedEntry, xmlId} from './shared/ids.js'
import {definitionLanguageOf} from './shared/input.js'
import {replaceInvalidCharacters} from './shared/xml-write.js'
import type {WriteOptions} from './types.js'

/** Options for writing OntoLex. */
export interface OntolexWriteOptions extends WriteOptions {
  /** Prefix of the entries' IRIs, such as `https://example.org/vessik#`. Default: each entry gets a `urn:uuid:` IRI. */
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

/** LexInfo 3.0 terms for parts of speech, by the names that dictionaries use. */
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

/** Omits empty lists, which mean nothing in JSON-LD. */
const nonEmptyList = <T>(name: string, values: readonly T[] = [], make: (value: T, index: number) => unknown): object =>
  values.length > 0 ? {[name]: values.map(make)} : {}

function lexicalEntry(
  {entry, id}: IdentifiedEntry,
  find: (headword: string) => string | undefined,
  {language, meanings}: {language: string; meanings: string},
): object {
  const word = (text: string) => ({'@value': text, '@language': language})
  const definitionText = (text: string) => ({'@value': text, '@language': meanings})
  const linked = (headwords: readonly string[] | undefined) => headwords?.flatMap((headword) => find(headword) ?? [])
  const pos = partOfSpeech(entry)
  // If the IRI already has a fragment, "." extends it: no id contains one there.
  const inside = (name: string) => `${id}${id.includes('#') ? '.' : '#'}${name}`
  const component = (index: number) => inside(`component-${index + 1}`)
  return {
    '@id': id,
    '@type': typeOf(entry),
    'rdfs:label': word(entry.headword),
    ...(pos && {'lexinfo:partOfSpeech': {'@id': `lexinfo:${pos}`}}),
    ...(isAffix(entry) && {'lexinfo:termElement': {'@id': `lexinfo:${isPrefix(entry) ? 'prefix' : isSuffix(entry) ? 'suffix' : 'infix'}`}}),
    // Variants are representations of the same form (Lexicon Model for Ontologies, section 3.2).
    'ontolex:canonicalForm': {
      '@id': inside('form'),
      '@type': 'ontolex:Form',
      'ontolex:writtenRep': [entry.headword, ...(entry.variants ?? [])].map(word),
      ...(entry.pronunciation !== undefined && {'ontolex:phoneticRep': word(entry.pronunciation)}),
    },
    ...nonEmptyList('ontolex:otherForm', entry.forms?.map(toForm), ({form, meaning}, index) => ({
      '@id': inside(`form-${index + 1}`),
      '@type': 'ontolex:Form',
      'ontolex:writtenRep': word(form),
      ...(meaning !== undefined && {'rdfs:comment': definitionText(meaning)}),
    })),
    ...nonEmptyList('ontolex:sense', entry.senses?.map(toSense), ({definition, certainty}, index) => ({
      '@id': inside(`sense-${index + 1}`),
      '@type': 'ontolex:LexicalSense',
      'skos:definition': definitionText(definition),
      ...(certainty && {'skos:editorialNote': certainty}),
    })),
    ...(entry.notes !== undefined && {'skos:note': definitionText(entry.notes)}),
    ...(entry.certainty && {'skos:editorialNote': entry.certainty}),
    ...nonEmptyList('rdfs:seeAlso', linked(entry.see), (iri) => ({'@id': iri})),
    // rdf:_1, rdf:_2 … below give their order (section 5.2).
    ...nonEmptyList('decomp:constituent', entry.parts, (headword, index) => {
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
  const {language, name, licence, source, entries} = replaceInvalidCharacters(withoutRejected({...dictionary, name: dictionary.name ?? options.name}))
  const iri = (headword: string, number: number) =>
    base === undefined ? `urn:uuid:${uuidOf(`${language}\n${headword}\n${number}`)}` : `${base}${xmlId(headword, number)}`
  const ids = assignIds({entries}, iri)
  const lexicon = {
    '@context': CONTEXT,
    '@id': base === undefined ? `urn:uuid:${uuidOf(language)}` : `${base}lexicon`,
    '@type': 'lime:Lexicon',
    'lime:language': language,
    'lime:lexicalEntries': ids.entries.length,
    ...(name !== undefined && {'dct:title': {'@value': name, '@language': meanings}}),
    ...(licence !== undefined && {'dct:license': licence}),
    ...(source !== undefined && {'dct:source': {'@value': source, '@language': meanings}}),
    ...nonEmptyList('lime:entry', ids.entries, (entry) => lexicalEntry(entry, ids.findId, {language, meanings})),
  }
  return `${JSON.stringify(lexicon, null, 2)}\n`
}

/**
 * OntoLex-Lemon (W3C Community Group report “Lexicon Model for Ontologies”, 2016) as JSON-LD 1.1, for linked data. The context is inline, so
 * nothing is fetched.
 *
 * - Loaded by RDF stores and other programs that read JSON-LD.
 * - Keeps words, variants, pronunciation, forms, meanings with their certainty, notes, references, parts, and parts of speech that have a LexInfo 3.0
 *   term. Omits what affixes attach to, attestations, evidence and whatever is rejected. Write-only.
 * - Options: `name`, `base`.
 */
export const ontolex = /* @__PURE__ */ checkedFormat(
  {
    name: 'ontolex',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    /** Returns the JSON-LD document. */
    write,
  },
  ['base'],
)
