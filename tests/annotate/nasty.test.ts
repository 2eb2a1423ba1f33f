/** Every file of tests/nasty, through every entry that could be asked to read it. */
import {readdirSync, readFileSync} from 'node:fs'
import {PassThrough, Readable} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import {describe, expect, test} from 'vitest'
import {type CorpusOptions, runCorpus} from 'xenogloss/corpus'
import {decode} from '../../src/files/encoding.js'
import {formatOf} from '../../src/files/story-format.js'
import {formats} from '../../src/formats.js'
import {annotate, type Dictionary, type Format} from '../../src/index.js'
import {dictionaryErrors} from '../../src/lexicon/dictionary-schema.js'
import {vessik} from '../support/dictionaries.js'
import {annotationHolds, dictionaryHolds, isSound, remarksHold, storyHolds} from '../support/story-laws.js'

const folder = new URL('../nasty/', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')
const files = (kind: string): [string, Buffer][] =>
  readdirSync(new URL(`${kind}/`, folder)).map((name) => [name, readFileSync(new URL(`${kind}/${name}`, folder))])

const FORMATS: Format[] = ['markdown', 'text', 'html']
/** Words of the stories, and of every object. */
const mirrish: Dictionary = {
  language: 'art-x-mirr',
  entries: [
    {headword: 'sulvane', senses: ['evening'], forms: ['sulvanei']},
    {headword: 'mirrod', senses: ['traveller'], variants: ['mirrodh']},
    {headword: '-i', partOfSpeech: 'suffix', senses: ['of']},
    {headword: '__proto__', senses: ['constructor']},
    {headword: 'toString', senses: ['__proto__']},
  ],
}

test('every file is explained, is small, and nothing else is', () => {
  for (const kind of ['stories', 'dictionaries', 'archives']) {
    const section = readme.slice(readme.indexOf(`| \`${kind}/\``))
    const told = [...(section.split('\n\n')[0] as string).matchAll(/^\| `([^`/]+)` \|/gmu)].map(([, name]) => name)
    expect(told.sort()).toEqual(
      files(kind)
        .map(([name]) => name)
        .sort(),
    )
    for (const [name, bytes] of files(kind)) expect(bytes.length, name).toBeLessThanOrEqual(20_480)
  }
})

describe.each(files('stories'))('%s', (name, bytes) => {
  /** As a program gives it that looks at no bytes. */
  const source = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  const own = formatOf(name) as Format

  test('is text, or an error that says what is wrong, where, and what to do', () => {
    try {
      expect(decode(bytes).text).toBe(new TextDecoder(decode(bytes).encoding.name).decode(bytes))
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      expect((error as Error).message).toMatch(
        /^it is no (?:text: there are zero bytes in it; give a story as|valid UTF-(?:8|16LE|16BE) at byte \d+; save it as UTF-8)/u,
      )
    }
  })

  test('keeps every law', () => {
    storyHolds(source, {format: own, work: name, dictionaries: [mirrish, vessik]})
    for (const format of FORMATS) annotationHolds(source, {format, terms: ['tal', 'constructor'], ignore: ['okresh']})
    expect(({} as {polluted?: unknown}).polluted).toBeUndefined()
  })
})

const LINE = '“Orreth sulvanei, mirrod,” said Tamsin. (Good evening, traveller.) “A-sulvane __proto__ ab ba.” (Evening.)'

describe.each(files('dictionaries'))('%s', (name, bytes) => {
  test.each(formats.filter(({read}) => read))('is a dictionary to $name, or an error that names it', ({read, extensions}) => {
    let dictionary: Dictionary
    try {
      dictionary = read!(extensions ? {[name]: bytes} : bytes, {file: name})
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError)
      const {message} = error as TypeError
      expect(message.startsWith(`${name}: `), message).toBe(true)
      expect(message.length).toBeLessThan(2000)
      return
    }
    expect(dictionaryErrors(JSON.parse(JSON.stringify(dictionary)))).toEqual([])
    expect(read!(extensions ? {[name]: bytes} : bytes, {file: name})).toEqual(dictionary)
    expect(({} as {polluted?: unknown}).polluted).toBeUndefined()
    if (!isSound(dictionary)) return
    dictionaryHolds(dictionary)
    remarksHold(LINE, annotationHolds(LINE, {dictionaries: [dictionary]}), {dictionaries: [dictionary]})
  })
})

/** Runs it here; answers its lines. */
async function results(bytes: Uint8Array, options: Partial<CorpusOptions> = {}) {
  const [output, log] = [new PassThrough(), new PassThrough()]
  const run = runCorpus({input: Readable.from([bytes]), output, log, workers: 0, limits: {bytes: 12_000}, ...options}).finally(() => {
    output.end()
    log.end()
  })
  const [summary, printed, told] = await Promise.all([run, buffer(output), buffer(log)])
  return {summary, printed: printed.toString(), told: told.toString()}
}

describe.each(files('archives'))('%s', (_, bytes) => {
  test('is a line of results for every story, or of what is wrong with it', async () => {
    const {summary, printed, told} = await results(bytes)
    const lines = printed
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as {id?: string | number; line?: number; error?: string; standoff?: unknown})
    expect(lines).toHaveLength(summary.stories)
    for (const {id, line, error, standoff} of lines) {
      expect(id === undefined).toBe(line !== undefined)
      expect(error === undefined).toBe(standoff !== undefined)
      if (error !== undefined) expect(error).toMatch(/^(?:not JSON: .|expected .*(?:got|none)|the id of an earlier story|Option `(?:format|lang)` must be )/u)
    }
    expect(lines.filter(({error}) => error !== undefined)).toHaveLength(summary.errors)
    expect(told.split('\n').slice(0, -1)).toHaveLength(summary.errors)
    // What is told to a person does nothing to the terminal.
    expect(told).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    const ids = lines.flatMap(({id, error}) => (id === undefined || error ? [] : [id]))
    expect(new Set(ids).size).toBe(ids.length)
    expect((await results(bytes)).printed).toBe(printed)
    // However it comes in pieces.
    const pieces = Array.from({length: Math.ceil(bytes.length / 7)}, (_, index) => bytes.subarray(7 * index, 7 * index + 7))
    expect((await results(bytes, {input: Readable.from(pieces)})).printed).toBe(printed)
  })
})

test('stories in an archive are annotated as they are alone', async () => {
  const stories = files('stories').map(([name, bytes]) => ({id: name, text: new TextDecoder().decode(bytes), format: formatOf(name) as Format}))
  const options = {dictionaries: [mirrish]}
  const given = Buffer.from(stories.map((story) => `${JSON.stringify(story)}\n`).join(''))
  const {printed, summary} = await results(given, {options, limits: {}})
  expect(summary).toMatchObject({stories: stories.length, errors: 0})
  for (const [index, line] of printed.split('\n').slice(0, -1).entries()) {
    const {id, text, format} = stories[index]!
    const {standoff, glossaries: all} = annotate(text, {...options, format, work: id})
    const glossaries = all.filter(({entries}) => entries.length > 0)
    expect(JSON.parse(line)).toMatchObject(JSON.parse(JSON.stringify({id, standoff, glossaries})))
  }
  expect((await results(given, {options, limits: {}, workers: 2})).printed).toBe(printed)
})
