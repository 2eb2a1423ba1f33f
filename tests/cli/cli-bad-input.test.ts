/** What the command line is given that it cannot take, and ends that nobody chose: told, with its exit code, and nothing lost. */
import {existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {beforeEach, describe, expect, test} from 'vitest'
import {folderFor, STORY, start, xenogloss} from '../support/command.js'

let cwd = ''
beforeEach(() => {
  cwd = folderFor()
  write('story.md', STORY)
})
const at = (...path: string[]) => join(cwd, ...path)
const write = (path: string, content: string | Uint8Array) => writeFileSync(at(path), content)
const read = (path: string) => readFileSync(at(path), 'utf8')
const run = (...args: string[]) => xenogloss(args, {cwd})

describe('2 GB', () => {
  const huge = (name: string) => {
    write(name, '')
    truncateSync(at(name), 2 ** 31)
    return name
  }

  test.each([
    ['lint', ['lint', 'huge.md'], 3, /huge\.md: larger than 32 MB, which no story is; split it/u],
    ['explain', ['explain', 'huge.md', '1'], 3, /huge\.md: larger than 32 MB, which no story is/u],
    ['glossary', ['glossary', 'huge.md', 'story.md', '-o', 'g.json'], 1, /huge\.md: larger than 32 MB/u],
    ['lookup', ['lookup', 'sorul', '-d', 'huge.json'], 3, /huge\.json: larger than 32 MB, which no dictionary is; name another file/u],
    ['lookup in a table', ['lookup', 'sorul', '-d', 'huge.csv'], 3, /huge\.csv: expected at most 268435456 bytes, got 2147483648/u],
    ['a glossary to bring up to date', ['glossary', 'story.md', '--into', 'huge.json'], 3, /huge\.json: larger than 32 MB, which no dictionary is/u],
    [
      'a configuration',
      ['annotate', 'story.md', '-c', 'huge.yaml'],
      2,
      /huge\.yaml: larger than 32 MB, which no configuration is; name another with --config/u,
    ],
    ['results to merge', ['corpus', 'merge', 'huge.ndjson', '--glossary', 'w.json'], 2, /huge\.ndjson: a line of it is longer than \d+ bytes/u],
    ['a story of a folder', ['corpus', 'sub'], 1, /"huge\.md": expected a file of at most 16777216 bytes, got 2147483648/u],
  ])('%s: told, and the exit code', async (_, args, code, said) => {
    mkdirSync(at('sub'))
    const name = args.find((arg) => arg.startsWith('huge.')) ?? 'sub/huge.md'
    huge(name)
    expect(await run(...args)).toMatchObject({code, err: expect.stringMatching(said)})
    expect(readdirSync(cwd).filter((path) => path.startsWith('.'))).toEqual([])
  })

  test('results to go on behind: the file stays as it is', async () => {
    const {code, err} = await xenogloss(['corpus', '--resume', huge('huge.ndjson')], {cwd, input: '{"id":"a","text":"x"}\n'})
    expect({code, err}).toEqual({code: 2, err: expect.stringMatching(/huge\.ndjson: its last line is no result/u)})
  })
})

test('a file of somebody’s is no file of results, and nothing of it is cut off', async () => {
  const resume = async (text: string) => {
    write('mine.txt', text)
    const {code, err} = await xenogloss(['corpus', '--resume', 'mine.txt', '--workers', '0'], {cwd, input: '{"id":"a","text":"x"}\n'})
    return {code, err, text: read('mine.txt')}
  }
  for (const text of [`${STORY}no end`, '{"ids": [1, 2', '{"id":"b"}\nmine']) {
    expect(await resume(text)).toEqual({
      code: 2,
      err: expect.stringMatching(/mine\.txt: its last line is no result, whole or half.*; name another file/u),
      text,
    })
  }
  for (const half of ['', '{"id":"a","stand', '{"lin']) expect((await resume(half)).code).toBe(0)
})

test('a dictionary that is wrong as a whole is named', async () => {
  write('words.json', JSON.stringify({language: 'art-x-ferry', inflection: {slots: ['case']}, entries: [{headword: '-x', slot: 'tense'}]}))
  for (const args of [
    ['lookup', 'sorul'],
    ['annotate', 'story.md'],
    ['corpus', cwd],
  ]) {
    expect(await run(...args, '-d', 'words.json')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error words\.json: entry “-x”: slot: expected one of inflection\.slots, got “tense”\n$/u),
    })
  }
})

test('a place in a story that is not there', async () => {
  expect(await run('explain', 'story.md', '99:1')).toMatchObject({code: 2, err: expect.stringMatching(/story\.md: there is no line 99; the last is \d+/u)})
  expect(await run('explain', 'story.md', '1:999')).toMatchObject({code: 2, err: expect.stringContaining('story.md: line 1 has no column 999')})
})

test('a story with footnotes is printed as Markdown', async () => {
  write('notes.md', '“Sorul vessin,”[^1] said Oda.\n\n[^1]: The lamp is lit.\n')
  expect(await run('annotate', 'notes.md', '--to', 'markdown')).toMatchObject({code: 0, out: expect.stringMatching(/”\[\^1\] said Oda\.\n\n\[\^1\]: /u)})
})

test('what bad lines of an archive hold does nothing to a terminal', async () => {
  const {code, out, err} = await xenogloss(['corpus', '--workers', '0'], {cwd, input: '\u001b]0;title\u0007{\n{"id":"\\u202e","text":7}\n'})
  expect(code).toBe(1)
  expect(
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => Object.keys(JSON.parse(line) as object)),
  ).toEqual([
    ['line', 'error'],
    ['id', 'error'],
  ])
  expect(err).toContain('\\u001b]0;title\\u0007')
  expect(err).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
})

/** From the start to after the end of a run, in milliseconds; others with another `SEED`. */
const moments = (count: number) => fc.sample(fc.integer({min: 60, max: 1500}), count)

describe.each(['SIGKILL', 'SIGINT'] as const)('%s at any moment', (signal) => {
  /** Runs it, and ends it in the middle, or not. */
  async function cut(args: readonly string[], moment: number) {
    const {process: child, ended} = start(args, {cwd})
    const timer = setTimeout(() => child.kill(signal), moment)
    const {code, err} = await ended
    clearTimeout(timer)
    // Before it listens, a signal ends a process as ever.
    expect([0, null, 130]).toContain(code)
    if (code === 130) expect(err).toContain('Interrupted')
    if (code !== null) expect(readdirSync(cwd, {recursive: true}).filter((path) => String(path).includes('.xenogloss-'))).toEqual([])
  }

  test('pages are whole, or not there; and the next run makes them all', async () => {
    mkdirSync(at('all'))
    for (let number = 0; number < 12; number++) write(`all/${number}.md`, STORY.repeat(30))
    for (const moment of moments(1)) {
      await cut(['annotate', 'all', '--output', 'all/out'], moment)
      for (const name of existsSync(at('all/out')) ? readdirSync(at('all/out')).filter((path) => path.endsWith('.html')) : []) {
        expect(read(`all/out/${name}`), name).toMatch(/^<!doctype html>.*<\/html>\n$/su)
      }
    }
    expect(await run('annotate', 'all', '--output', 'all/out')).toMatchObject({code: 0, err: expect.stringContaining('12 stories written')})
  })

  test('a glossary and a story that are brought up to date are the old ones or the new ones', async () => {
    await run('glossary', 'story.md', '--output', 'g.json')
    const old = read('g.json')
    // There is something to mend in it.
    const source = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
    write('more.md', source)
    const isOld = () => read('g.json') === old
    for (const moment of moments(2)) {
      await cut(['glossary', 'more.md', '--into', 'g.json'], moment)
      expect(() => JSON.parse(read('g.json'))).not.toThrow()
      if (!isOld()) expect(read('g.json')).toContain('"more.md"')
      write('g.json', old)
    }
    const mended = (await xenogloss(['lint', '-', '--fix'], {cwd, input: source})).out
    expect(mended).not.toBe(source)
    for (const moment of moments(1)) {
      await cut(['lint', 'more.md', '--fix', '--max-warnings', '1000'], moment)
      expect([source, mended]).toContain(read('more.md'))
    }
  })
})
