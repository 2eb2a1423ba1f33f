/** Properties of all formats, and what each one keeps. */
import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {json} from '../../src/formats/json/json.js'
import {unzip} from '../../src/formats/shared/zip.js'
import {formats} from '../../src/formats.js'
import {annotate, type Dictionary, type DictionaryFormat, type EvidencePlace, type FileMap, type FormatOutput} from '../../src/index.js'
import {dictionaryErrors} from '../../src/lexicon/dictionary-schema.js'
import {toComparable} from '../support/comparable-files.js'
import {arbitraryDictionary} from '../support/dictionaries.js'
import {randomInputs} from '../support/random-inputs.js'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const dictionary = (name: string) => JSON.parse(file(`dictionaries/${name}.json`)) as Dictionary

const samples: [string, Dictionary][] = [
  ['vessik', dictionary('vessik')],
  ['memoirs-krypton', dictionary('memoirs-krypton')],
  ['a learned glossary', annotate(file('examples/story/salt-road.md')).glossary],
]

describe.each(formats.filter(({read, write}) => read && write))('format $name', ({read, write}) => {
  test.each(samples)('writing, reading and writing gives the same output: %s', (_, sample) => {
    const first = write!(sample)
    expect(write!(read!(first))).toEqual(first)
  })

  test.each(['de', 'art-x-vessik', 'pt-BR'])('keeps the language of definitions: %s', (definitionLanguage) => {
    const sample: Dictionary = {language: 'art-x-vessik', definitionLanguage, entries: [{headword: 'vess', senses: ['Salz']}]}
    expect(read!(write!(sample))).toMatchObject({language: 'art-x-vessik', definitionLanguage})
    expect(read!(write!({...sample, definitionLanguage: undefined}))).not.toHaveProperty('definitionLanguage')
  })
})

describe.each(formats.filter(({write}) => write))('format $name', ({name, read, write}) => {
  test('pronunciation is a field of its own', () => {
    const sample: Dictionary = {language: 'art-x-vessik', entries: [{headword: 'vess', partOfSpeech: 'noun', pronunciation: 'vɛːs', senses: ['salt']}]}
    if (['json', 'csv', 'tsv', 'stardict', 'yomitan', 'tei', 'lift'].includes(name))
      expect(read!(write!(sample)).entries[0]).toMatchObject({pronunciation: 'vɛːs'})
    // Spelling checkers and translation memories have no place for it; another field would change the cards of Anki's users.
    else if (!['hunspell', 'tmx', 'anki'].includes(name)) expect(outputText(write!(sample))).toContain('vɛːs')
  })
})

describe.each(formats.filter(({read}) => read))('reading $name', ({read}) => {
  test.each([
    ['an empty file', new Uint8Array()],
    ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x80])],
    ['another kind of file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['no files', {}],
  ])('%s causes an error that names the file', (_, input) => {
    expect(() => read!(input, {file: 'words.file'})).toThrow(TypeError)
    expect(() => read!(input, {file: 'words.file'})).toThrow(/^words\.file/u)
  })
})

// ── bad input ────────────────────────────────────────────────────────────────────────────────────────────────

const small: Dictionary = {
  language: 'art-x-vessik',
  name: 'Vessik',
  licence: 'CC0-1.0',
  spelling: {letters: ['a', 'e'], joiners: "'"},
  entries: [
    {
      headword: "na'ollim",
      partOfSpeech: 'noun',
      senses: ['my child', {definition: 'love', certainty: 'inferred'}],
      forms: [{form: "na'ollimnu", meaning: 'my children'}],
    },
    {headword: 'vess', variants: ['ves'], notes: 'Salt.\nWhite.', see: ["na'ollim"], attestations: [{work: 'The Salt Road', chapter: 1}]},
    {headword: '__proto__', senses: ['constructor']},
  ],
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
/** Returns each file of a format's output, with a function that replaces it among the others. */
function partsOf(written: FormatOutput): {bytes: Uint8Array; put: (bytes: Uint8Array) => FormatOutput}[] {
  if (typeof written === 'string') return [{bytes: bytesOf(written), put: (bytes) => bytes}]
  if (written instanceof Uint8Array) return [{bytes: written, put: (bytes) => bytes}]
  return Object.entries(written).map(([name, content]) => ({bytes: content, put: (bytes): FileMap => ({...written, [name]: bytes})}))
}

/** Returns the dictionary or the TypeError that reading throws. Does not catch other errors. */
function readOrRefused(read: NonNullable<DictionaryFormat['read']>, input: FormatOutput): Dictionary | TypeError {
  try {
    const dictionary = read(input, {file: 'words.file'})
    expect(dictionaryErrors(dictionary)).toEqual([])
    return dictionary
  } catch (error) {
    if (!(error instanceof TypeError) || !error.message.startsWith('words.file')) throw error
    return error
  }
}

/** Tables have no end marker: a truncated table is still a table. */
const WITHOUT_END = ['csv', 'tsv']

describe.each(formats.filter(({read, write}) => read && write))('bad input: $name', ({name, read, write}) => {
  const parts = partsOf(write!(small))
  const whole = read!(write!(small))

  test('truncated anywhere, it gives an error that names the file or the same dictionary', () => {
    for (const {bytes, put} of parts) {
      const step = Math.ceil(bytes.length / 400)
      for (let length = 0; length < bytes.length; length += step) {
        const got = readOrRefused(read!, put(bytes.subarray(0, length)))
        if (!(got instanceof TypeError) && !WITHOUT_END.includes(name)) expect(got, `${length} of ${bytes.length} bytes`).toEqual(whole)
      }
    }
  })

  test('random bytes, and any changed byte, give an error that names the file or a dictionary', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), fc.nat(), fc.nat(), fc.integer({min: 1, max: 255}), (noise, which, at, change) => {
        const {bytes, put} = parts[which % parts.length]!
        readOrRefused(read!, put(noise))
        const changed = bytes.slice()
        changed[at % bytes.length]! ^= change
        readOrRefused(read!, put(changed))
      }),
      randomInputs(15),
    )
  })

  test('thousands of senses of one entry', () => {
    const senses = Array.from({length: 2500}, (_, i) => `sense ${i}`)
    const [entry] = read!(write!({language: 'art-x-many', entries: [{headword: 'vess', senses}]})).entries
    expect(entry?.senses?.length).toBe(senses.length)
  }, 30_000)

  test('thousands of entries', () => {
    const entries = Array.from({length: 2500}, (_, i) => ({headword: `w${i}`}))
    expect(read!(write!({language: 'art-x-many', entries})).entries.length).toBe(entries.length)
  }, 30_000)

  test('names of built-in JavaScript properties are ordinary words', () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const entries = words.map((headword) => ({headword, senses: ['x'], see: ['__proto__', 'valueOf'], variants: [`${headword}s`]}))
    const again = read!(write!({language: 'art-x-odd', entries})).entries
    expect(again.map(({headword}) => headword).sort()).toEqual([...words].sort())
    for (const entry of again) expect(entry).toMatchObject({see: ['__proto__', 'valueOf'], variants: [`${entry.headword}s`]})
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe.each(formats.filter(({write}) => write))('writing $name', ({name, read, write}) => {
  test('any dictionary is written, with the same output every time, or causes a TypeError', () => {
    fc.assert(
      fc.property(arbitraryDictionary, (dictionary) => {
        let written: FormatOutput
        try {
          written = write!(dictionary)
        } catch (error) {
          // The word contains NUL or is too long for an index.
          expect(name).toMatch(/^(?:stardict|dictd)$/u)
          expect(error).toBeInstanceOf(TypeError)
          return
        }
        expect(toComparable(write!(structuredClone(dictionary)))).toEqual(toComparable(written))
        if (read) expect(dictionaryErrors(read(written))).toEqual([])
      }),
      randomInputs(15),
    )
  })
})

/** Returns the text of all files that a format writes. */
const outputText = (written: FormatOutput): string => {
  if (typeof written === 'string') return written
  const files = written instanceof Uint8Array ? unzip(written, {}, () => true) : written
  return Object.entries(files)
    .map(([name, bytes]) => new TextDecoder().decode(name.endsWith('.dz') ? gunzipSync(bytes) : bytes))
    .join()
}

/** These formats cannot state it. */
const WITHOUT_DEFINITION_LANGUAGE = ['anki', 'hunspell', 'markdown']
test.each(formats.filter(({name, write}) => write && !WITHOUT_DEFINITION_LANGUAGE.includes(name)))('$name states the language of definitions', ({write}) => {
  const sample: Dictionary = {language: 'art-x-vessik', definitionLanguage: 'pt-BR', entries: [{headword: 'vess', senses: ['sal']}]}
  expect(outputText(write!(sample))).toContain('pt-BR')
})

describe('json', () => {
  test.each(samples)('keeps everything: %s', (_, sample) => {
    const {read, write} = formats.find(({name}) => name === 'json')!
    expect(read!(write!(sample))).toEqual(sample)
  })

  test('is indented like JSON.stringify, except that each place is on one line', () => {
    const places = [
      {work: 'salt', start: 3, end: 8, meaning: '},{"work"', confidence: 0.5},
      {work: 'salt', start: 30, end: 35, translation: {start: 40, end: 44}},
    ]
    const shown = (evidence: readonly EvidencePlace[]): Dictionary => ({
      language: 'art-x-vessik',
      // Text that looks like the lists that are filled in.
      name: '\n  "entries": []',
      entries: [{headword: 'vess', evidence, notes: '\n      "evidence": []', senses: ['salt']}, {headword: 'anu'}, {headword: 'kess', evidence: []}],
      source: 'ours',
    })
    const lines = `[\n        ${places.map((place) => JSON.stringify(place)).join(',\n        ')}\n      ]`
    const marked = JSON.stringify(shown([{start: 0, end: 0}]), null, 2).replace(/\[\s*\{\s*"start": 0,\s*"end": 0\s*\}\s*\]/u, () => lines)
    expect(json.write(shown(places))).toBe(`${marked}\n`)
    for (const entries of [[], [{headword: 'vess'}]]) {
      const plain: Dictionary = {language: 'art-x-vessik', entries, licence: 'CC0-1.0'}
      expect(json.write(plain)).toBe(`${JSON.stringify(plain, null, 2)}\n`)
    }
  })

  test('writes every place of a word with thousands of occurrences', () => {
    const evidence = Array.from({length: 2500}, (_, index) => ({start: index * 10, end: index * 10 + 4}))
    const sample: Dictionary = {language: 'art-x-vessik', entries: [{headword: 'vess', evidence}]}
    const text = json.write(sample)
    expect(JSON.parse(text)).toEqual(sample)
    expect(text.split('\n').filter((line) => line.startsWith('        {"start":'))).toHaveLength(2500)
  })
})
