/** `runCorpus`: results in order, the same bytes however it is run, and one error line for a bad story. */
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PassThrough, Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {beforeEach, describe, expect, test} from 'vitest'
import {type CorpusOptions, listStories, mergeResults, runCorpus} from 'xenogloss/corpus'
import {readDictionary} from '../../src/files.js'
import {json} from '../../src/formats/json/json.js'
import {annotate, type Dictionary, type Glossary, mergeGlossaries} from '../../src/index.js'
import {lazy} from '../../src/util/lazy.js'
import {archive, storyOf} from '../support/archive.js'

const vessik = JSON.parse(readFileSync(fileURLToPath(new URL('../../dictionaries/vessik.json', import.meta.url)), 'utf8')) as Dictionary
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
})

interface Result {
  readonly id?: string | number
  readonly line?: number
  readonly error?: string
  readonly glossaries?: readonly Glossary[]
}

const bytes = (...parts: (string | Uint8Array)[]) => Readable.from(parts.map((part) => Buffer.from(part as string)))
const line = (story: unknown) => `${JSON.stringify(story)}\n`
const story = (id: string | number, text = '“Vess thalor imbra,” said Mira. (Salt keeps the house.)') => line({id, text})

/**
 * Runs an archive without workers, which take a second to start; the tests of workers ask for them.
 *
 * @returns the output, the parsed results, the summary and the log
 */
async function run(input: CorpusOptions['input'], options: Partial<CorpusOptions> = {}) {
  const printed: Buffer[] = []
  const logged: Buffer[] = []
  const output = new PassThrough().on('data', (chunk: Buffer) => printed.push(chunk))
  const log = new PassThrough().on('data', (chunk: Buffer) => logged.push(chunk))
  const summary = await runCorpus({input, output, log, workers: 0, ...options})
  const text = Buffer.concat(printed).toString()
  const results =
    text === ''
      ? []
      : text
          .trimEnd()
          .split('\n')
          .map((result) => JSON.parse(result) as Result)
  return {text, results, summary, log: Buffer.concat(logged).toString()}
}

/** Part of each story: what is tested is what happens between them. */
const share = 0.12
const fiveStories = archive(5, {share})

describe('results', () => {
  test('one line for each story, in order, with the output of annotate', async () => {
    const {results, summary} = await run(bytes(fiveStories), {workers: 2})
    expect(summary).toEqual({stories: 5, errors: 0, kept: 0, glossaries: []})
    for (const [index, result] of results.entries()) {
      const {id, text, format} = storyOf(index, share)
      const {standoff, glossaries: all, messages} = annotate(text, {format, work: id})
      const glossaries = all.filter(({entries}) => entries.length > 0)
      const plain = messages.map(({ruleId, reason, place}) => ({ruleId, reason, place}))
      expect(result).toEqual(JSON.parse(JSON.stringify({id, standoff, messages: plain, glossaries})))
    }
  })

  test('contain the requested fields; a story sets its own format and language', async () => {
    const input = bytes(line({id: 7, text: '<p>“Vess na mirr,” she said. (Salt and sea.)</p>', format: 'html', lang: 'art-x-other', title: 'Sea'}))
    const {results} = await run(input, {fields: ['glossaries'], workers: 1})
    expect(Object.keys(results[0] ?? {})).toEqual(['id', 'glossaries'])
    expect(results[0]).toMatchObject({id: 7, glossaries: [{language: 'art-x-other'}]})
  })

  test('the glossary is the same with and without glossaries in the results, also with multibyte characters', async () => {
    const texts = ['“Vëss nâ mirr — gürr,” she said. (Salt and sea, “our” bread.)', '“Vëss nâ tholé,” said Mira. (Salt and wind.)', storyOf(0, share).text]
    const input = () => bytes(...texts.map((text, index) => line({id: `ü${index}`, text, format: 'text'})))
    const glossaries: string[] = []
    for (const fields of [['standoff', 'glossaries'], ['standoff']] as const) {
      const glossary = join(folder, `learned-${fields.length}.json`)
      await run(input(), {fields, glossary})
      glossaries.push(readFileSync(glossary, 'utf8'))
    }
    expect(glossaries[1]).toBe(glossaries[0])
    const expected = mergeGlossaries(texts.map((text, index) => annotate(text, {format: 'text', work: `ü${index}`}).glossary))
    expect(JSON.parse(glossaries[0] as string)).toEqual(JSON.parse(JSON.stringify(expected)))
  })

  test('dictionaries, terms and ignored words apply to every story', async () => {
    const options = {dictionaries: [vessik], terms: ['gurr'], ignore: ['imbra'], lang: 'art-x-vessik'}
    const text = 'He was a gurr. “Vess thalor imbra,” said Mira. (Salt keeps the house.)'
    const {results} = await run(bytes(line({id: 'a', text})), {options, workers: 1})
    expect(results[0]?.glossaries).toEqual(JSON.parse(JSON.stringify(annotate(text, {...options, work: 'a'}).glossaries)))
  })

  test('a story without foreign words, and an archive without stories', async () => {
    const glossary = join(folder, 'words.json')
    expect((await run(bytes(line({id: 'a', text: 'Nothing was said.'})), {glossary})).results).toEqual([
      {id: 'a', standoff: {utterances: [], glosses: [], terms: [], links: []}, messages: [], glossaries: []},
    ])
    expect(await readDictionary(glossary)).toEqual({language: 'art-x-unknown', entries: []})
    expect((await run(bytes(), {glossary})).text).toBe('')
  })
})

describe('identical output', () => {
  const whole = async (workers: number) => {
    const glossary = join(folder, `whole-${workers}.json`)
    return {...(await run(bytes(fiveStories), {workers, glossary})), glossary: readFileSync(glossary, 'utf8')}
  }
  const withoutWorkers = lazy(() => whole(0))

  test('for any number of workers; the glossary covers all stories', async () => {
    const [none, one, three] = await Promise.all([withoutWorkers(), whole(1), whole(3)])
    for (const other of [one, three]) {
      expect(other.text).toBe(none.text)
      expect(other.glossary).toBe(none.glossary)
    }
    const all = mergeGlossaries(none.results.flatMap(({glossaries = []}) => glossaries))
    expect(none.glossary).toBe(json.write(all))
  })

  test('for any split: shards run separately and merged in any order', async () => {
    const {text, glossary} = await withoutWorkers()
    const shards = [0, 2, 3].map((from, index, all) => archive((all[index + 1] ?? 5) - from, {from, share}))
    const parts = await Promise.all(shards.map((shard) => run(bytes(shard))))
    expect(parts.map((part) => part.text).join('')).toBe(text)
    const inputs = parts.map((part, index) => {
      const path = join(folder, `shard-${index}.ndjson`)
      writeFileSync(path, part.text)
      return path
    })
    const merged = join(folder, 'merged.json')
    await mergeResults({inputs: inputs.reverse(), glossary: merged, workers: 1})
    expect(readFileSync(merged, 'utf8')).toBe(glossary)
  })

  test('counts include evidence that is not kept', async () => {
    const paths = ['all', 'none', 2].map((kept) => join(folder, `${kept}.json`)) as [string, string, string]
    const input = () => bytes(archive(2, {share}))
    await run(input(), {glossary: paths[0]})
    await run(input(), {glossary: paths[1], evidence: 'none'})
    await run(input(), {glossary: paths[2], evidence: 2})
    const [all, none, two] = await Promise.all(paths.map((path) => readDictionary(path)))
    expect(none?.entries).toEqual(all?.entries.map(({evidence, ...entry}) => entry))
    expect(two?.entries).toEqual(all?.entries.map(({evidence, ...entry}) => ({...entry, evidence: evidence?.slice(0, 2)})))
  })
})

describe('a bad story yields one error line', () => {
  test('for every kind of error', async () => {
    const input = bytes(
      story('a'),
      '{"id": "b", "text": “\n',
      '\n  \r\n',
      Buffer.from([0x7b, 0xff, 0x0a]),
      line({text: 'Whose?'}),
      line({id: '', text: 'Whose?'}),
      line({id: 'c'}),
      line(['d']),
      line({id: 'e', text: 'A story.', format: 'pdf'}),
      line({id: 'f', text: 'x'.repeat(5000)}),
      story('a'),
      line({id: 'g', text: 'A story.', lang: 'no language'}),
      story('h').trimEnd(),
    )
    const {results, summary, log} = await run(input, {limits: {bytes: 4000}, workers: 2})
    expect(results.map(({id, line: at, error}) => [id ?? at, error?.replace(/: .*/u, '')])).toEqual([
      ['a', undefined],
      [2, 'not JSON'],
      [5, 'expected UTF-8, got invalid bytes'],
      [6, 'expected `id`, a non-empty string or an integer, got nothing'],
      [7, 'expected `id`, a non-empty string or an integer, got an empty string'],
      ['c', 'expected `text`, the story, got nothing'],
      [9, 'expected an object, got an array'],
      ['e', "Option `format` must be 'markdown' or 'text' or 'html', not 'pdf'"],
      [11, 'expected a line of at most 4000 bytes, got 5020'],
      ['a', 'duplicate id'],
      ['g', "Option `lang` must be a BCP 47 language tag, such as art-x-vessik, not 'no language'"],
      ['h', undefined],
    ])
    expect(summary).toMatchObject({stories: 12, errors: 10})
    expect(log).toContain('line 2: not JSON')
    expect(log).toContain('"c": expected `text`')
  })

  test('if it exceeds the memory or time limit: its worker is replaced, other stories are unaffected', async () => {
    const huge = storyOf(0).text.repeat(1600)
    const input = () => bytes(story('a'), line({id: 'huge', text: huge}), story('b'), story('c'))
    const [heavy, slow] = await Promise.all([
      run(input(), {limits: {megabytes: 96, bytes: 1e9}, workers: 2}),
      run(input(), {limits: {seconds: 4, bytes: 1e9}, workers: 1}),
    ])
    expect(heavy.results.map(({id, error}) => [id, error])).toEqual([
      ['a', undefined],
      ['huge', 'exceeded the memory limit of 96 MB'],
      ['b', undefined],
      ['c', undefined],
    ])
    expect(slow.results.map(({id, error}) => [id, error])).toEqual([
      ['a', undefined],
      ['huge', 'exceeded the time limit of 4 seconds'],
      ['b', undefined],
      ['c', undefined],
    ])
  })

  test('a line of two gigabytes is never buffered', async () => {
    const chunk = Buffer.alloc(8 * 1024 * 1024, 'x')
    async function* input() {
      yield Buffer.from(`${story('a')}{"id": "long", "text": "`)
      for (let sent = 0; sent < 2 ** 31; sent += chunk.length) yield chunk
      yield Buffer.from(`"}\n${story('b')}`)
    }
    const before = process.memoryUsage().rss
    const {results} = await run(input())
    expect(results.map(({id, line: at, error}) => [id ?? at, error])).toEqual([
      ['a', undefined],
      [2, `expected a line of at most ${2 ** 24} bytes, got ${2 ** 31 + 26}`],
      ['b', undefined],
    ])
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
  })

  test('an input error is reported after the stories read so far are written', async () => {
    async function* input() {
      yield Buffer.from(story('a'))
      throw Object.assign(new Error('EIO: i/o error, read'), {code: 'EIO'})
    }
    const printed: Buffer[] = []
    const output = new PassThrough().on('data', (chunk: Buffer) => printed.push(chunk))
    await expect(runCorpus({input: input(), output, workers: 1})).rejects.toThrow('input: the disk reports an error; check it (EIO)')
    expect(Buffer.concat(printed).toString()).toMatch(/^\{"id":"a",.*\}\n$/u)
  })

  test('invalid options are reported before anything is read', async () => {
    await expect(run(bytes(), {workers: -1})).rejects.toThrow('Option `workers` must be a non-negative integer, not -1')
    await expect(run(bytes(), {evidence: 0.5})).rejects.toThrow("Option `evidence` must be 'all', 'none' or a non-negative integer, not 0.5")
    await expect(run(bytes(), {fields: ['tree' as never]})).rejects.toThrow(
      "Option `fields` must be a list of 'standoff', 'messages', 'glossaries', not 'tree'",
    )
    await expect(run(bytes(), {options: {threshold: 2}})).rejects.toThrow('Option `threshold` must be a number from 0 to 1, not 2')
    await expect(run(bytes(), {limits: {seconds: 0}})).rejects.toThrow('Option `limits.seconds` must be a number above 0, not 0')
  })
})

describe('a folder', () => {
  test('yields stories sorted by path, each in its format; skips or refuses other files', async () => {
    const put = (path: string, content: string | Uint8Array) => writeFileSync(join(folder, path), content)
    for (const name of ['b', 'b/deep', '.git']) mkdirSync(join(folder, name))
    put('b/one.txt', '“Vess thalor imbra,” said Mira. (Salt keeps the house.)')
    put('b/deep/two.md', '“Vess,” said *Mira*. (Salt.)')
    put('b-side.htm', '<p>“Vess,” said Mira. (Salt.)</p>')
    put('b.md', 'Nothing.')
    put('photo.jpg', new Uint8Array([0xff, 0xd8, 0]))
    put('.git/x.md', 'Hidden.')
    put('binary.txt', 'a\0b')
    put('latin.txt', new Uint8Array([0x61, 0xe9, 0x62]))
    put('large.txt', 'x'.repeat(3000))
    symlinkSync('b.md', join(folder, 'link.md'))
    const {results} = await run(listStories(folder), {limits: {bytes: 2000}})
    expect(results.map(({id, error}) => [id, error])).toEqual([
      ['b-side.htm', undefined],
      ['b.md', undefined],
      ['b/deep/two.md', undefined],
      ['b/one.txt', undefined],
      ['binary.txt', 'binary file; expected a story as text, Markdown or HTML'],
      ['large.txt', 'expected a file of at most 2000 bytes, got 3000'],
      ['latin.txt', 'invalid UTF-8 at byte 2; save the file as UTF-8 (or as UTF-16 with a byte order mark)'],
      ['link.md', 'expected a file, got a symbolic link, which is not followed'],
    ])
    expect(results.map(({id}) => id)).toEqual([...results.map(({id}) => id)].sort())
    await expect(run(listStories(join(folder, 'none')))).rejects.toThrow(/input: no such file or folder; check the name \(ENOENT\)/u)
  })
})

describe('the merged glossary', () => {
  const two = () =>
    bytes(line({id: 'a', text: '“Vess thalor imbra.” (Salt keeps the house.)', lang: 'art-x-one'}), line({id: 'b', text: '“Korr.” (Sea.)', lang: 'art-x-two'}))

  test('one file for each of several languages; in a folder, named by tag', async () => {
    const named = await run(two(), {glossary: join(folder, 'words.json')})
    expect(named.summary.glossaries).toEqual(['art-x-one', 'art-x-two'].map((language) => join(folder, `words.${language}.json`)))
    const inside = await run(two(), {glossary: join(folder, 'words')})
    expect(inside.summary.glossaries).toEqual(['art-x-one', 'art-x-two'].map((language) => join(folder, 'words', `${language}.json`)))
    expect(readFileSync(join(folder, 'words/art-x-two.json'), 'utf8')).toBe(readFileSync(join(folder, 'words.art-x-two.json'), 'utf8'))
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('in any format, selected by the extension', async () => {
    const {summary} = await run(bytes(fiveStories), {glossary: join(folder, 'words.csv')})
    expect(summary.glossaries).toEqual([join(folder, 'words.csv')])
    expect((await readDictionary(join(folder, 'words.csv'))).entries.map(({headword}) => headword)).toContain('thessa')
  })

  test('a path that cannot be written is reported before the run, and nothing is left behind', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(run(bytes(fiveStories), {glossary: join(folder, 'file/words.json')})).rejects.toThrow(
      /file\/words\.json: a part of the path is a file, not a folder; check the name \(ENOTDIR\)/u,
    )
    expect(existsSync(join(folder, 'words.json'))).toBe(false)
  })
})
