/** Every file of tests/nasty through every entry point that could read it. */
import {readdirSync, readFileSync} from 'node:fs'
import {PassThrough, Readable} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import {describe, expect, test} from 'vitest'
import {type CorpusOptions, runCorpus} from 'xenogloss/corpus'
import {loadStoryHosts} from '../../src/annotate/load-story-hosts.js'
import {decodeStory} from '../../src/files/encoding.js'
import {storyFormatOf} from '../../src/files/story-format.js'
import {formats} from '../../src/formats.js'
import {annotate, type Dictionary, type Format} from '../../src/index.js'
import {dictionaryErrors} from '../../src/lexicon/dictionary-schema.js'
import {vessik} from '../support/dictionaries.js'
import {byTurns} from '../support/random-inputs.js'
import {checkAnnotation, checkDictionary, checkLint, checkStory, isConsistent} from '../support/story-laws.js'

const folder = new URL('../nasty/', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')
const files = (kind: string): [string, Buffer][] =>
  readdirSync(new URL(`${kind}/`, folder)).map((name) => [name, readFileSync(new URL(`${kind}/${name}`, folder))])

const FORMATS: Format[] = ['markdown', 'text', 'html']
/** Words of the stories, and names of object members. */
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

test('README describes exactly the files that exist, and they are small', () => {
  for (const kind of ['stories', 'dictionaries', 'archives']) {
    const section = readme.slice(readme.indexOf(`| \`${kind}/\``))
    const described = [...(section.split('\n\n')[0] as string).matchAll(/^\| `([^`/]+)` \|/gmu)].map(([, name]) => name)
    expect(described.sort()).toEqual(
      files(kind)
        .map(([name]) => name)
        .sort(),
    )
    for (const [name, bytes] of files(kind)) expect(bytes.length, name).toBeLessThanOrEqual(20_480)
  }
})

describe.each(files('stories').map((file, index) => [...file, index] as const))('%s', (name, bytes, index) => {
  /** Decoded without checks. */
  const source = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  const own = storyFormatOf(name) as Format

  test('is text, or an error that names the problem, the place and the remedy', () => {
    try {
      expect(decodeStory(bytes).text).toBe(new TextDecoder(decodeStory(bytes).encoding.name).decode(bytes))
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      expect((error as Error).message).toMatch(/^(?:binary file; expected a story as|invalid UTF-(?:8|16LE|16BE) at byte \d+; save the file as UTF-8)/u)
    }
  })

  test('satisfies all invariants', () => {
    const lists = {terms: ['tal', 'constructor'], ignore: ['okresh']}
    checkStory(source, {format: own, work: name, dictionaries: [mirrish, vessik], ...lists})
    const others = FORMATS.filter((format) => format !== own)
    for (const format of byTurns(others, 2, index)) checkAnnotation(source, {format, ...lists})
    expect(({} as {polluted?: unknown}).polluted).toBeUndefined()
  })
})

const LINE = '“Orreth sulvanei, mirrod,” said Tamsin. (Good evening, traveller.) “A-sulvane __proto__ ab ba.” (Evening.)'

describe.each(files('dictionaries'))('%s', (name, bytes) => {
  test.each(formats.filter(({read}) => read))('is a $name dictionary, or an error that names the file', ({read, extensions}) => {
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
    if (!isConsistent(dictionary)) return
    checkDictionary(dictionary)
    checkLint(LINE, checkAnnotation(LINE, {dictionaries: [dictionary]}), {dictionaries: [dictionary]})
  })
})

/** Runs a corpus in this process. */
async function run(bytes: Uint8Array, options: Partial<CorpusOptions> = {}) {
  const [output, log] = [new PassThrough(), new PassThrough()]
  const summaryPromise = runCorpus({input: Readable.from([bytes]), output, log, workers: 0, limits: {bytes: 12_000}, ...options}).finally(() => {
    output.end()
    log.end()
  })
  const [summary, printed, logged] = await Promise.all([summaryPromise, buffer(output), buffer(log)])
  return {summary, printed: printed.toString(), logged: logged.toString()}
}

describe.each(files('archives'))('%s', (_, bytes) => {
  test('gives a result or an error for every story', async () => {
    const {summary, printed, logged} = await run(bytes)
    const lines = printed
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as {id?: string | number; line?: number; error?: string; standoff?: unknown})
    expect(lines).toHaveLength(summary.stories)
    for (const {id, line, error, standoff} of lines) {
      expect(id === undefined).toBe(line !== undefined)
      expect(error === undefined).toBe(standoff !== undefined)
      if (error !== undefined) expect(error).toMatch(/^(?:not JSON: .|expected .*(?:got|none)|duplicate id|Option `(?:format|lang)` must be )/u)
    }
    expect(lines.filter(({error}) => error !== undefined)).toHaveLength(summary.errors)
    expect(logged.split('\n').slice(0, -1)).toHaveLength(summary.errors)
    // The log contains no terminal control characters.
    expect(logged).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    const ids = lines.flatMap(({id, error}) => (id === undefined || error ? [] : [id]))
    expect(new Set(ids).size).toBe(ids.length)
    expect((await run(bytes)).printed).toBe(printed)
    // The result does not depend on how the input is split into chunks.
    const chunks = Array.from({length: Math.ceil(bytes.length / 7)}, (_, index) => bytes.subarray(7 * index, 7 * index + 7))
    expect((await run(bytes, {input: Readable.from(chunks)})).printed).toBe(printed)
  })
})

test('stories in an archive are annotated as they are individually', async () => {
  const stories = files('stories').map(([name, bytes]) => ({id: name, text: new TextDecoder().decode(bytes), format: storyFormatOf(name) as Format}))
  const options = {dictionaries: [mirrish]}
  const archive = Buffer.from(stories.map((story) => `${JSON.stringify(story)}\n`).join(''))
  // Beside the annotator of the test, which is that of a run without workers.
  const {printed, summary} = await run(archive, {options, limits: {}, workers: 2})
  expect(summary).toMatchObject({stories: stories.length, errors: 0})
  for (const [index, line] of printed.split('\n').slice(0, -1).entries()) {
    const {id, text, format} = stories[index]!
    const {standoff, glossaries: all, messages} = annotate(text, {...options, host: await loadStoryHosts(text), format, work: id})
    const glossaries = all.filter(({entries}) => entries.length > 0)
    const plain = messages.map(({ruleId, reason, place}) => ({ruleId, reason, place}))
    expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify({id, standoff, messages: plain, glossaries})))
  }
})
