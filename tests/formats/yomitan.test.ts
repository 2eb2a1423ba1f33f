/** Yomitan archives: validation, lookup by every form of a word, round trips, and archives of other programs. */
import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {unzip, zip} from '../../src/formats/shared/zip.js'
import {yomitan} from '../../src/formats/yomitan/yomitan.js'
import {annotate} from '../../src/index.js'
import {toForm, toSense} from '../../src/lexicon/entry.js'
import type {Dictionary, Entry} from '../../src/lexicon/types.js'
import {indexSchema, tagBankSchema, termBankSchema} from '../support/yomitan-schema.js'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const krypton = JSON.parse(file('dictionaries/memoirs-krypton.json')) as Dictionary
const vessik = JSON.parse(file('dictionaries/vessik.json')) as Dictionary
const learnt = annotate(file('examples/story/salt-road.md')).glossary

const jsonIn = (archive: Uint8Array, name: string) => JSON.parse(new TextDecoder().decode(unzip(archive, {}, () => true)[name]))
const archiveOf = (files: Record<string, unknown>) =>
  zip(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, new TextEncoder().encode(JSON.stringify(value))])))

/** What reading restores: everything that is not rejected except evidence; plain senses and forms as text; no empty lists. */
function kept({entries, ...about}: Dictionary): Dictionary {
  const plain = entries.map(({evidence: _, senses = [], forms = [], ...entry}): Entry => {
    const written = {
      ...entry,
      senses: senses
        .map(toSense)
        .filter(({status}) => status !== 'rejected')
        .map(({definition, ...marks}) => (Object.keys(marks).length > 0 ? {definition, ...marks} : definition)),
      forms: forms.map(toForm).map(({form, meaning}) => (meaning === undefined ? form : {form, meaning})),
    }
    return Object.fromEntries(Object.entries(written).filter(([, value]) => !Array.isArray(value) || value.length > 0)) as unknown as Entry
  })
  return {...about, entries: plain.filter(({status}) => status !== 'rejected')}
}

/** Unusual words: any character, markup, spaces, combining marks, right-to-left scripts. */
const odd = fc.oneof(
  fc.string({unit: 'binary', minLength: 1, maxLength: 12}),
  fc.constantFrom('__proto__', 'constructor', '<b>', '&amp;', ' ', 'a b', 'שלום', 'e\u0301', '🜁', '\ud800', '"', "'", '\n', '-', '-i'),
)
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, {minLength: 1, maxLength: 3})
const certainty = fc.constantFrom('attested', 'inferred', 'unknown')
const status = fc.constantFrom('proposed', 'accepted', 'rejected')
const entry = fc.record(
  {
    headword: odd,
    kind: fc.constantFrom('word', 'name'),
    partOfSpeech: odd,
    pronunciation: odd,
    caseSensitive: fc.boolean(),
    senses: some(fc.oneof(odd, fc.record({definition: odd, certainty, status}, {requiredKeys: ['definition']}))),
    forms: some(fc.oneof(odd, fc.record({form: odd, meaning: odd}, {requiredKeys: ['form']}))),
    variants: some(odd),
    certainty,
    status,
    notes: odd,
    see: some(odd),
    attestations: some(fc.record({work: odd, chapter: fc.nat()}, {requiredKeys: []})),
    parts: some(odd),
    attachesTo: some(odd),
    gives: odd,
    slot: odd,
    count: fc.nat(),
  },
  {requiredKeys: ['headword']},
) as fc.Arbitrary<Entry>
const anyDictionary: fc.Arbitrary<Dictionary> = fc.record({
  language: fc.constantFrom('art-x-odd', 'tlh', 'x-odd'),
  name: odd,
  entries: fc.array(entry, {maxLength: 6}),
})

describe('writing', () => {
  test.each([krypton, vessik, learnt])('$language is valid', (dictionary) => {
    const archive = yomitan.write(dictionary)
    const ajv = new Ajv({strict: false})
    const errors = (schema: object, name: string) => (ajv.validate(schema, jsonIn(archive, name)) ? [] : ajv.errors)
    expect(errors(indexSchema, 'index.json')).toEqual([])
    expect(errors(tagBankSchema, 'tag_bank_1.json')).toEqual([])
    expect(errors(termBankSchema, 'term_bank_1.json')).toEqual([])
  })

  test('the index states the language for Yomitan, and the exact one', () => {
    const index = jsonIn(yomitan.write(vessik), 'index.json')
    expect(index).toMatchObject({title: 'Vessik', format: 3, sequenced: true, sourceLanguage: 'art', targetLanguage: 'en', description: 'Licence: CC0-1.0'})
    expect(index.xenogloss).toMatchObject({language: 'art-x-vessik'})
    expect(jsonIn(yomitan.write(vessik), 'index.json').revision).toBe(index.revision)
    expect(jsonIn(yomitan.write({...vessik, entries: vessik.entries.slice(1)}), 'index.json').revision).not.toBe(index.revision)
    expect(jsonIn(yomitan.write({language: 'tlh', entries: []}, {name: 'Klingon'}), 'index.json')).toMatchObject({title: 'Klingon', sourceLanguage: 'tlh'})
  })

  test('variants and forms link to the word', () => {
    const dictionary = {
      language: 'art-x-odd',
      entries: [{headword: 'dorvet', partOfSpeech: 'animate noun', variants: ['dorvett'], forms: ['dorveti', {form: 'dorvetnu', meaning: 'mules'}]}],
    }
    const archive = yomitan.write(dictionary)
    expect(
      jsonIn(archive, 'term_bank_1.json').map(([term, , tags, , , definitions, sequence]: unknown[]) => [term, tags, (definitions as unknown[])[0], sequence]),
    ).toEqual([
      ['dorvet', 'animate-noun', expect.objectContaining({type: 'structured-content'}), 1],
      ['dorvett', 'non-lemma', ['dorvet', ['variant']], 1],
      ['dorveti', 'non-lemma', ['dorvet', ['inflected form']], 1],
      ['dorvetnu', 'non-lemma', ['dorvet', ['mules']], 1],
    ])
    expect(jsonIn(archive, 'tag_bank_1.json')).toContainEqual(['animate-noun', 'partOfSpeech', 0, 'animate noun', 0])
  })

  test('words with an apostrophe are also found with a typographic one', () => {
    const archive = yomitan.write({language: 'art-x-odd', entries: [{headword: "na'ollim", forms: ["na'ollimnu"]}]})
    expect(jsonIn(archive, 'term_bank_1.json').map(([term, , , , , definitions]: unknown[]) => [term, (definitions as unknown[])[0]])).toEqual([
      ["na'ollim", expect.anything()],
      ["na'ollimnu", ["na'ollim", ['inflected form']]],
      ['na’ollim', ["na'ollim", ['spelling']]],
      ['na’ollimnu', ["na'ollim", ['spelling']]],
    ])
  })

  test('rejected entries and senses are not written', () => {
    const dictionary: Dictionary = {
      language: 'art-x-odd',
      entries: [
        {headword: 'a', status: 'rejected'},
        {headword: 'b', senses: [{definition: 'no', status: 'rejected'}, 'yes']},
      ],
    }
    expect(yomitan.read(yomitan.write(dictionary)).entries).toEqual([{headword: 'b', senses: ['yes']}])
  })

  test('a bank holds at most ten thousand rows', () => {
    const entries = Array.from({length: 10_001}, (_, index) => ({headword: `w${index}`}))
    const archive = yomitan.write({language: 'art-x-odd', entries})
    expect(jsonIn(archive, 'term_bank_1.json')).toHaveLength(10_000)
    expect(jsonIn(archive, 'term_bank_2.json')).toHaveLength(1)
    expect(yomitan.read(archive).entries).toEqual(entries)
  })
})

describe('reading what was written', () => {
  test.each([krypton, vessik, learnt])('$language: everything except evidence', (dictionary) => {
    expect(yomitan.read(yomitan.write(dictionary))).toEqual(kept(dictionary))
  })

  test('any dictionary', () => {
    fc.assert(
      fc.property(anyDictionary, (dictionary) => {
        const archive = yomitan.write(dictionary)
        const again = yomitan.read(archive)
        expect(again).toEqual(kept(dictionary))
        expect(yomitan.write(again)).toEqual(archive)
      }),
      {numRuns: 100},
    )
  })

  test('unpacked files are read like the archive', () => {
    expect(yomitan.read(unzip(yomitan.write(vessik), {}, () => true))).toEqual(kept(vessik))
  })
})

describe('archives of other programs', () => {
  const index = {title: 'A stranger', revision: '1', format: 3, sourceLanguage: 'tlh'}
  const readRows = (rows: unknown, about: object = {}) =>
    yomitan.read(archiveOf({'index.json': {...index, ...about}, 'term_bank_1.json': rows}), {file: 'words.zip'})
  const row = (term: string, definitions: unknown[], {reading = '', tags = '', sequence = 0} = {}) => [term, reading, tags, '', 0, definitions, sequence, '']

  test('definitions of every kind become text', () => {
    const content = [
      'burn, ',
      {tag: 'a', href: '?query=hovar', content: 'shine'},
      {tag: 'div', content: [{tag: 'ruby', content: ['火', {tag: 'rp', content: '('}, {tag: 'rt', content: 'hi'}, {tag: 'rp', content: ')'}]}]},
      {
        tag: 'ul',
        content: [
          {tag: 'li', content: 'a  fire'},
          {tag: 'li', content: {tag: 'img', path: 'fire.png', alt: 'flames'}},
        ],
      },
    ]
    const definitions = ['to burn', {type: 'text', text: 'to shine'}, {type: 'structured-content', content}, {type: 'image', path: 'x.png'}]
    expect(readRows([row('hovar', definitions)])).toEqual({
      language: 'tlh',
      name: 'A stranger',
      entries: [{headword: 'hovar', senses: ['to burn', 'to shine', 'burn, shine\n火(hi)\na fire\nflames']}],
    })
  })

  test('each item of a numbered list is a sense, also in the lists in it; what stands beside the lists is a note', () => {
    const item = (...content: unknown[]) => ({tag: 'li', content})
    const content = [
      {tag: 'span', content: 'verb'},
      {
        tag: 'ul',
        content: item({
          tag: 'ol',
          content: [item('to burn'), [item('to go', {tag: 'ol', content: [item('by land'), item({tag: 'div', content: 'by sea'})]})], item()],
        }),
      },
      {tag: 'ol', content: item('to shine', {tag: 'ul', content: [item('glow'), item('gleam')]})},
    ]
    expect(readRows([row('hovar', [{type: 'structured-content', content}, 'a flame'])]).entries).toEqual([
      {headword: 'hovar', senses: ['to burn', 'to go', 'by land', 'by sea', 'to shine\nglow\ngleam', 'a flame'], notes: 'verb'},
    ])
    let nested: unknown = []
    for (let depth = 0; depth < 1000; depth++) nested = depth % 2 === 0 ? {tag: 'ol', content: nested} : [nested]
    expect(() => readRows([row('a', [{type: 'structured-content', content: nested}])])).toThrow(/row 1: structured content is nested/u)
  })

  test('phonetic transcriptions are the pronunciation of a word and its reading', () => {
    const ipa = (reading: string, ...transcriptions: string[]) => ({reading, transcriptions: transcriptions.map((text) => ({ipa: text}))})
    const archive = archiveOf({
      'index.json': index,
      'term_bank_1.json': [row('sorul', ['lamp'], {reading: 'so-rul'}), row('sorul', ['sun']), row('keth', ['foot'])],
      'term_meta_bank_1.json': [
        ['sorul', 'ipa', ipa('so-rul', 'soˈrul', 'zorul')],
        ['sorul', 'ipa', ipa('sorul', 'ˈsorul')],
        ['sorul', 'freq', 7],
        ['keth', 'ipa', null],
        ['nobody', 'ipa', ipa('nobody', 'x')],
      ],
    })
    expect(yomitan.read(archive).entries.map(({pronunciation}) => pronunciation)).toEqual(['soˈrul, zorul', 'ˈsorul', undefined])
    const own = yomitan.write({language: 'art-x-odd', entries: [{headword: 'keth', pronunciation: 'kɛθ'}]})
    expect(jsonIn(own, 'term_meta_bank_1.json')).toEqual([['keth', 'ipa', {reading: 'keth', transcriptions: [{ipa: 'kɛθ', tags: []}]}]])
  })

  test('deinflections become forms, tags the part of speech, and readings variants', () => {
    const archive = archiveOf({
      'index.json': index,
      'tag_bank_1.json': [
        ['n', 'partOfSpeech', 0, 'noun (common)', 0],
        ['pn', 'name', 0, 'proper name', 0],
        ['old', 'archaism', 0, '', 0],
      ],
      'term_bank_2.json': [row('sorulnu', [['sorul', ['plural', 'dative']]], {tags: 'non-lemma'}), row('kethi', [['keth', []]])],
      'term_bank_1.json': [row('sorul', ['lamp'], {tags: 'n old', reading: 'so-rul'}), row('Taren', ['a river'], {tags: 'pn'})],
    })
    expect(yomitan.read(archive).entries).toEqual([
      {headword: 'sorul', partOfSpeech: 'n', variants: ['so-rul'], senses: ['lamp'], forms: [{form: 'sorulnu', meaning: 'plural, dative'}]},
      {headword: 'Taren', kind: 'name', senses: ['a river']},
      {headword: 'kethi', senses: ['keth'], see: ['keth']},
    ])
  })

  test('rows with the same sequence number are one entry if the index says so', () => {
    const rows = [row('talin', ['know'], {sequence: 7}), row('talin', ['be sure'], {sequence: 7}), row('talin', ['a bird'], {sequence: 8})]
    expect(readRows(rows, {sequenced: true}).entries.map(({senses}) => senses)).toEqual([['know', 'be sure'], ['a bird']])
    expect(readRows(rows).entries).toHaveLength(3)
  })

  test('the options state a language without a code', () => {
    const files = {'index.json': {...index, sourceLanguage: 'art'}, 'term_bank_1.json': []}
    expect(yomitan.read(archiveOf(files), {language: 'art-x-vessik'}).language).toBe('art-x-vessik')
    expect(yomitan.read(archiveOf(files)).language).toBe('art')
  })

  let deep: unknown = 'x'
  for (let depth = 0; depth < 1000; depth++) deep = [deep]
  test.each([
    ['no index', {'term_bank_1.json': []}, /^words\.zip: expected index\.json/u],
    ['another format', {'index.json': {...index, format: 1}, 'term_bank_1.json': []}, /index\.json: expected format 3, got 1/u],
    ['an index that is null', {'index.json': null}, /index\.json: expected an object/u],
    ['no terms', {'index.json': index}, /expected a term bank/u],
    ['a bank that is not a list', {'index.json': index, 'term_bank_1.json': {}}, /term_bank_1\.json: expected a list/u],
    ['a row without a word', {'index.json': index, 'term_bank_1.json': [row('a', []), row('', [])]}, /term_bank_1\.json: row 2: expected a row/u],
    ['a row of format 1', {'index.json': index, 'term_bank_1.json': [['a', '', '', '', 0, 'to be']]}, /row 1: expected a list of definitions/u],
    ['a definition of an unknown type', {'index.json': index, 'term_bank_1.json': [row('a', [{type: 'sound'}])]}, /row 1: expected definitions/u],
    ['a definition that is null', {'index.json': index, 'term_bank_1.json': [row('a', [null])]}, /row 1: expected definitions/u],
    ['an incomplete deinflection', {'index.json': index, 'term_bank_1.json': [row('a', [['b']])]}, /row 1: expected a deinflection/u],
    [
      'a deeply nested definition',
      {'index.json': index, 'term_bank_1.json': [row('a', [{type: 'structured-content', content: deep}])]},
      /row 1: structured content is nested/u,
    ],
    ['our own field with an invalid language', {'index.json': {...index, xenogloss: {language: 7}}, 'term_bank_1.json': []}, /language: expected/u],
  ])('%s', (_, files, message) => {
    expect(() => yomitan.read(archiveOf(files), {file: 'words.zip'})).toThrow(TypeError)
    expect(() => yomitan.read(archiveOf(files), {file: 'words.zip'})).toThrow(message)
  })

  test('a hundred thousand rows', () => {
    const rows = Array.from({length: 100_000}, (_, index) => row(`w${index % 50_000}`, index < 50_000 ? ['x'] : [[`w${index - 49_999}`, ['plural']]]))
    expect(readRows(rows).entries.length).toBeGreaterThanOrEqual(50_000)
  })
})
