/** Tables that people write in a spreadsheet, and tables that xenogloss writes. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {csv} from '../../src/formats/csv/csv.js'
import {tsv} from '../../src/formats/csv/tsv.js'
import type {Dictionary, Entry} from '../../src/index.js'

const entriesOf = (sheet: string, file = 'words.csv') => csv.read(sheet, {file}).entries
const full: Entry = {
  headword: "ammeri'",
  kind: 'word',
  partOfSpeech: 'noun:animate',
  pronunciation: '/amˈmɛri/; [x] = y',
  caseSensitive: false,
  senses: ['salt-friend; guest', {definition: 'address [inferred]', certainty: 'inferred', status: 'rejected'}, {definition: 'host', status: 'proposed'}],
  forms: ['ammerith', {form: 'ammeri=nu', meaning: 'a = b; c'}],
  variants: ['ammeri', 'amm;eri'],
  certainty: 'attested',
  notes: 'First line.\nSecond, with “quotes”, "more" and r\\ in X-SAMPA.',
  see: ['vess', '-ik'],
  attestations: [{}, {chapter: 3}, {paragraph: 0}, {chapter: 3, paragraph: 4}, {work: '12:3'}, {work: 'A = B', chapter: 1}, {work: 'Salt', paragraph: 2}],
  parts: ["ke'-", 'vess'],
  attachesTo: [],
  gives: 'noun',
  slot: 'number',
  seams: ['y+s=ies', '+<vowel>=x'],
  status: 'accepted',
  count: 7,
}
const dictionary: Dictionary = {
  $schema: './dictionary.schema.json',
  language: 'art-x-vessik',
  name: '=Vessik',
  licence: 'CC0-1.0',
  source: 'a tale, "told" at night; and by day',
  spelling: {joiners: "'\\-", variants: [["'", '’']], letters: ['a', 'ch'], classes: {vowel: ['a']}},
  inflection: {slots: ['number'], seams: ['a+a=a'], compounds: false},
  entries: [full, {headword: 'dakh', senses: []}],
}

describe.each([csv, tsv])('$name', ({read, write}) => {
  test('keeps everything except evidence', () => {
    expect(read(write(dictionary))).toEqual(dictionary)
    expect(read(write({...dictionary, entries: [{headword: 'vess', count: 1, evidence: [{start: 0, end: 4}]}]})).entries).toEqual([
      {headword: 'vess', count: 1},
    ])
  })

  test('keeps any text unchanged', () => {
    const odd = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'\\;=[]\'"#,\t\n -+@:\u0301\u05d0\u200f\ufeff😀<&', 'inferred', ' [rejected]'),
        fc.string({minLength: 1, maxLength: 3}),
      ),
    })
    const text = odd.map((value) => value.replace(/\r\n?/gu, '\n')).filter((value) => value !== '')
    const texts = fc.array(text, {maxLength: 3})
    const certainty = fc.constantFrom('attested' as const, 'inferred' as const, 'unknown' as const)
    const status = fc.constantFrom('proposed' as const, 'accepted' as const, 'rejected' as const)
    const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined})
    const sense = fc.oneof(text, fc.record({definition: text, certainty, status: some(status)}), fc.record({definition: text, status}))
    const entry = fc.record({
      headword: text,
      partOfSpeech: some(text),
      senses: some(fc.array(sense, {maxLength: 3})),
      forms: some(fc.array(fc.oneof(text, fc.record({form: text, meaning: text})), {maxLength: 3})),
      variants: some(texts),
      notes: some(text),
      see: some(texts),
      attestations: some(fc.array(fc.record({work: some(text), chapter: some(fc.nat()), paragraph: some(fc.nat())}), {maxLength: 3})),
      gives: some(text),
      status: some(status),
    })
    fc.assert(
      fc.property(fc.record({language: fc.constant('art-x-odd'), name: some(text), entries: fc.array(entry, {maxLength: 4})}), (given) => {
        const written = write(given)
        expect(read(written)).toEqual(given)
        expect(write(read(written))).toBe(written)
      }),
    )
  })

  test('no cell is a formula', () => {
    const attack = '=HYPERLINK("http://x","y")'
    const written = write({language: 'art-x-odd', entries: [attack, '+1', '-ath', '@sum', "'=1"].map((headword) => ({headword, notes: attack}))})
    expect(written).not.toMatch(/(?:^\ufeff?|[\r\n,\t]|^\ufeff?"|[\r\n,\t]")[=+\-@]/u)
    expect(read(written).entries.map(({headword}) => headword)).toEqual([attack, '+1', '-ath', '@sum', "'=1"])
  })
})

describe('tables that people write', () => {
  test.each([
    ['as a list with a heading', 'Words,Meanings\n-ath,past\ndorvet,"mule; donkey"\n'],
    ['as a plain list', 'Word,Meaning\n-ath,past\ndorvet,"mule; donkey"\n'],
    ['with semicolons and a byte order mark', '\ufeffword;English\r\n-ath;past\r\ndorvet;"mule; donkey"\r\n'],
    ['with the line that tells Excel the delimiter', 'sep=;\nword;English;;\n\n-ath;past;;\n;;;\ndorvet;"mule; donkey";;\n'],
    ['pasted from a spreadsheet, with columns in another order', 'DEFINITIONS\tLemma\npast\t-ath\nmule ;; donkey ; \tdorvet'],
    ['with the apostrophe that spreadsheets require', "word,meaning\n'-ath,past\ndorvet,mule;donkey"],
  ])('%s', (_, sheet) => {
    expect(entriesOf(sheet)).toEqual([
      {headword: '-ath', senses: ['past']},
      {headword: 'dorvet', senses: ['mule', 'donkey']},
    ])
  })

  test.each([
    ['two columns without a header', '\n-ath,past\ndorvet,mule;donkey\n'],
    ['two columns without a header, in which meanings have commas', '-ath\tpast\ndorvet\tmule;donkey'],
  ])('%s', (_, sheet) => {
    expect(csv.read(`#name,Vessik\n${sheet}`.replace('#name,', sheet.includes('\t') ? '#name\t' : '#name,'))).toEqual({
      language: 'art-x-unknown',
      name: 'Vessik',
      entries: [
        {headword: '-ath', senses: ['past']},
        {headword: 'dorvet', senses: ['mule', 'donkey']},
      ],
    })
  })

  test.each([
    ['of the words', 'Vessik,English\nvess,salt', {language: 'art-x-unknown', name: 'Vessik', entries: [{headword: 'vess', senses: ['salt']}]}],
    [
      'of the words, behind the meanings',
      'Meaning;Vessik\nsalt;vess',
      {language: 'art-x-unknown', name: 'Vessik', entries: [{headword: 'vess', senses: ['salt']}]},
    ],
    ['of the meanings', 'Word,Deutsch\nvess,Salz', {language: 'art-x-unknown', definitionLanguage: 'de', entries: [{headword: 'vess', senses: ['Salz']}]}],
    ['of both', 'Latin,English\nsal,salt', {language: 'la', name: 'Latin', entries: [{headword: 'sal', senses: ['salt']}]}],
    [
      'of two kinds of meanings',
      'word,French,English\nvess,sel,salt',
      {language: 'art-x-unknown', entries: [{headword: 'vess', senses: ['salt'], notes: 'French: sel'}]},
    ],
  ])('the name of a language heads the column %s', (_, sheet, expected) => {
    expect(csv.read(sheet)).toEqual(expected)
  })

  test('the spreadsheet of PolyGlot, with its classes and inflected forms', () => {
    const sheet = 'CON WORD,LOCAL WORD,TYPE,PRONUNCIATION,Gender,DEFINITION\nvess,salt,noun,vɛs,soft,"white; mined"\ndakh,,verb,,,to go\n'
    expect(entriesOf(sheet)).toEqual([
      {headword: 'vess', senses: ['salt'], partOfSpeech: 'noun', pronunciation: 'vɛs', notes: 'white; mined\nGender: soft'},
      {headword: 'dakh', partOfSpeech: 'verb', senses: ['to go']},
    ])
  })

  test('the tables of Lexiconga and Lexicanter', () => {
    const lexiconga = '"word","pronunciation","part of speech","definition","explanation"\r\n"vess","vɛs","Noun","salt","**white**"'
    expect(entriesOf(lexiconga)).toEqual([{headword: 'vess', pronunciation: 'vɛs', partOfSpeech: 'Noun', senses: ['salt'], notes: '**white**'}])
    const lexicanter = '"Word","Pronunciations","Definitions"\r\n"vess","General: vɛs","salt — ice; cold"\r\n"kes","North: kes — South: ces","air [old]"'
    expect(entriesOf(lexicanter)).toEqual([
      {headword: 'vess', pronunciation: 'vɛs', senses: ['salt', 'ice; cold']},
      {headword: 'kes', pronunciation: 'North: kes, South: ces', senses: ['air [old]']},
    ])
  })

  test('the byte order mark, without which Excel misreads é, can be left out', () => {
    const sample: Dictionary = {language: 'art-x-vessik', entries: [{headword: 'é'}]}
    expect(csv.write(sample)).toBe(`\ufeff${csv.write(sample, {byteOrderMark: false})}`)
    expect(csv.write(sample, {byteOrderMark: false})).toMatch(/^#language/u)
    expect(tsv.write(sample)).toMatch(/^#language/u)
  })

  test('a headword keeps its apostrophe, and brackets with other content stay in the definition', () => {
    expect(entriesOf("word,meaning,pos\n'e',what [archaic],part of speech\nvess,salt [Inferred],\n")).toEqual([
      {headword: "'e'", senses: ['what [archaic]'], partOfSpeech: 'part of speech'},
      {headword: 'vess', senses: [{definition: 'salt', certainty: 'inferred'}]},
    ])
  })

  test('the language is unknown unless the table or the options state it', () => {
    expect(csv.read('word\nvess').language).toBe('art-x-unknown')
    expect(csv.read('word\nvess', {language: 'art-x-vessik'}).language).toBe('art-x-vessik')
    expect(csv.read('#Language,art-x-krypton\nword,\nvess,', {language: 'art-x-vessik'}).language).toBe('art-x-krypton')
  })

  test.each([
    ['an unknown column', 'word,wrod\nvess,salt', /words\.csv: line 2: column “wrod”: expected one of headword, kind,/u],
    ['a cell without a column', 'word,meaning\nvess,salt,mule', /line 2: column “3”/u],
    ['a duplicate column', 'word,meaning,English\nvess,salt,', /line 1: duplicate column “senses”/u],
    ['two unknown columns', 'Vessik,English,Soort\nvess,salt,x', /line 2: column “Soort”: expected one of headword/u],
    ['a row without a word', 'word,meaning\n"vess\nik",x\n,salt', /line 4\.headword: expected/u],
    ['an invalid certainty', 'word,certainty\n\nvess,maybe', /line 3 \(“vess”\)\.certainty: expected .*got "maybe"/u],
    ['an invalid count', 'word,count\nvess,many', /line 2 \(“vess”\)\.count: expected number/u],
    ['an unclosed quotation mark', 'word,meaning\nvess,salt\ndorvet,"mule\nx', /line 3: unclosed quotation mark/u],
    ['an unknown property', '#lang,art\nword\nvess', /line 1: expected one of #\$schema, #language, .*, got “#lang”/u],
    ['a property with a comma', '#source,a tale, told\nword\nvess', /line 1: expected one value/u],
    ['a spelling that is not JSON', '#spelling,abc\nword\nvess', /line 1: expected JSON/u],
    ['three columns without a header', 'vess,salt,x\ndorvet,mule,y', /expected a header row .* or two columns/u],
    ['a header without words', 'meaning,notes\nsalt,x', /expected a header row/u],
    ['no columns', 'vess\ndorvet', /expected a header row/u],
  ])('%s causes an error with its location', (_, sheet, message) => {
    expect(() => entriesOf(sheet)).toThrow(TypeError)
    expect(() => entriesOf(sheet)).toThrow(message)
  })

  test('names of built-in JavaScript properties are ordinary words', () => {
    expect(entriesOf('word,see\n__proto__,constructor; toString')).toEqual([{headword: '__proto__', see: ['constructor', 'toString']}])
    expect(() => entriesOf('word,__proto__\nvess,x')).toThrow(/column “__proto__”/u)
    expect(({} as {x?: unknown}).x).toBeUndefined()
  })

  test('a million senses are read in linear time', () => {
    const [entry] = entriesOf(`word,meaning\nvess,"${'salt\\; x ; '.repeat(1e6)}"`)
    expect(entry?.senses).toHaveLength(1e6)
  }, 20_000)
})
