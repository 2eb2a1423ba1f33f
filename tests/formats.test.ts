/** The laws that every format of the shelf keeps, and what each of them loses on the way. */
import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {formats} from '../src/formats/index.js'
import {unzip} from '../src/formats/zip.js'
import {annotate, type Dictionary, type Written} from '../src/index.js'

const file = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const dictionary = (name: string) => JSON.parse(file(`dictionaries/${name}.json`)) as Dictionary

const samples: [string, Dictionary][] = [
  ['vessik', dictionary('vessik')],
  ['memoirs-krypton', dictionary('memoirs-krypton')],
  ['what a story teaches', annotate(file('examples/story/salt-road.md')).glossary],
]

describe.each(formats.filter(({read, write}) => read && write))('format $name', ({read, write}) => {
  test.each(samples)('writes the same again when it has read what it wrote: %s', (_, sample) => {
    const first = write!(sample)
    expect(write!(read!(first))).toEqual(first)
  })

  test.each(['de', 'art-x-vessik', 'pt-BR'])('says what language the definitions are of: %s', (definitionLanguage) => {
    const sample: Dictionary = {language: 'art-x-vessik', definitionLanguage, entries: [{headword: 'vess', senses: ['Salz']}]}
    expect(read!(write!(sample))).toMatchObject({language: 'art-x-vessik', definitionLanguage})
    expect(read!(write!({...sample, definitionLanguage: undefined}))).not.toHaveProperty('definitionLanguage')
  })
})

describe.each(formats.filter(({read}) => read))('reading $name', ({read}) => {
  test.each([
    ['nothing', new Uint8Array()],
    ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x80])],
    ['another kind of file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['no files', {}],
  ])('%s is an error that names the file', (_, input) => {
    expect(() => read!(input, {file: 'words.file'})).toThrow(TypeError)
    expect(() => read!(input, {file: 'words.file'})).toThrow(/^words\.file/u)
  })
})

/** The text of all that a format writes. */
const told = (written: Written): string => {
  if (typeof written === 'string') return written
  const files = written instanceof Uint8Array ? unzip(written, {}, () => true) : written
  return Object.entries(files)
    .map(([name, bytes]) => new TextDecoder().decode(name.endsWith('.dz') ? gunzipSync(bytes) : bytes))
    .join()
}

/** Words, cards and Markdown have no place for it. */
const SILENT = ['anki', 'hunspell', 'markdown']
test.each(formats.filter(({name}) => !SILENT.includes(name)))('$name names the language of definitions where its readers look for it', ({write}) => {
  const sample: Dictionary = {language: 'art-x-vessik', definitionLanguage: 'pt-BR', entries: [{headword: 'vess', senses: ['sal']}]}
  expect(told(write!(sample))).toContain('pt-BR')
})

describe('json', () => {
  test.each(samples)('keeps everything: %s', (_, sample) => {
    const {read, write} = formats.find(({name}) => name === 'json')!
    expect(read!(write!(sample))).toEqual(sample)
  })
})
