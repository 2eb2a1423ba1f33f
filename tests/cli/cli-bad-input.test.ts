/** Invalid input and interruptions: reported with the right exit code, without loss of data. */
import {existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {beforeEach, describe, expect, test} from 'vitest'
import {createTemporaryFolder, STORY, start, xenogloss} from '../support/command.js'

let cwd = ''
beforeEach(() => {
  cwd = createTemporaryFolder()
  write('story.md', STORY)
})
const at = (...path: string[]) => join(cwd, ...path)
const write = (path: string, content: string | Uint8Array) => writeFileSync(at(path), content)
const read = (path: string) => readFileSync(at(path), 'utf8')
const run = (...args: string[]) => xenogloss(args, {cwd})

describe('2 GB', () => {
  const huge = (name: string, size = 2 ** 31) => {
    write(name, '')
    truncateSync(at(name), size)
    return name
  }

  test.each([
    ['lint', ['lint', 'huge.md'], 3, /huge\.md: larger than 32 MB, the limit for a story; split it/u],
    ['explain', ['explain', 'huge.md', '1'], 3, /huge\.md: larger than 32 MB, the limit for a story/u],
    ['glossary', ['glossary', 'huge.md', 'story.md', '-o', 'g.json'], 1, /huge\.md: larger than 32 MB/u],
    ['lookup', ['lookup', 'sorul', '-d', 'huge.json'], 3, /huge\.json: larger than 32 MB, the limit for a dictionary; choose another file/u],
    ['lookup in a table', ['lookup', 'sorul', '-d', 'huge.csv'], 3, /huge\.csv: expected at most 268435456 bytes, got 2147483648/u],
    ['a glossary to update', ['glossary', 'story.md', '--into', 'huge.json'], 3, /huge\.json: larger than 32 MB, the limit for a dictionary/u],
    [
      'a configuration',
      ['annotate', 'story.md', '-c', 'huge.yaml'],
      2,
      /huge\.yaml: larger than 32 MB, the limit for a configuration; choose another with --config/u,
    ],
    ['results to merge', ['corpus', 'merge', 'huge.ndjson', '--glossary', 'w.json'], 2, /huge\.ndjson: a line is longer than \d+ bytes/u],
    ['a story in a folder', ['corpus', 'sub'], 1, /"huge\.md": expected a file of at most 16777216 bytes, got 2147483648/u],
  ])('%s: reports it, with the exit code', async (_, args, code, message) => {
    mkdirSync(at('sub'))
    const name = args.find((arg) => arg.startsWith('huge.')) ?? 'sub/huge.md'
    huge(name)
    expect(await run(...args)).toMatchObject({code, err: expect.stringMatching(message)})
    expect(readdirSync(cwd).filter((path) => path.startsWith('.'))).toEqual([])
  })

  test('results to resume, an eighth of that, since they are read: the file is left unchanged', async () => {
    const {code, err} = await xenogloss(['corpus', '--resume', huge('huge.ndjson', 2 ** 28)], {cwd, input: '{"id":"a","text":"x"}\n'})
    expect({code, err}).toEqual({code: 2, err: expect.stringMatching(/huge\.ndjson: the last line is not a result/u)})
  })
})

test('a file that contains no results is not truncated', async () => {
  const resume = async (text: string) => {
    write('mine.txt', text)
    const {code, err} = await xenogloss(['corpus', '--resume', 'mine.txt', '--workers', '0'], {cwd, input: '{"id":"a","text":"x"}\n'})
    return {code, err, text: read('mine.txt')}
  }
  for (const text of [`${STORY}no end`, '{"ids": [1, 2', '{"id":"b"}\nmine']) {
    expect(await resume(text)).toEqual({
      code: 2,
      err: expect.stringMatching(/mine\.txt: the last line is not a result.*, complete or partial; choose another file/u),
      text,
    })
  }
  for (const half of ['', '{"id":"a","stand', '{"lin']) expect((await resume(half)).code).toBe(0)
})

test('names a dictionary with contradictory entries', async () => {
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

test('a place outside the story', async () => {
  expect(await run('explain', 'story.md', '99:1')).toMatchObject({code: 2, err: expect.stringMatching(/story\.md: there is no line 99; the last line is \d+/u)})
  expect(await run('explain', 'story.md', '1:999')).toMatchObject({code: 2, err: expect.stringContaining('story.md: line 1 has no column 999')})
})

test('writes a story with footnotes as Markdown', async () => {
  write('notes.md', '“Sorul vessin,”[^1] said Oda.\n\n[^1]: The lamp is lit.\n')
  expect(await run('annotate', 'notes.md', '--to', 'markdown')).toMatchObject({code: 0, out: expect.stringMatching(/”\[\^1\] said Oda\.\n\n\[\^1\]: /u)})
})

test('escapes control characters from invalid lines of an archive', async () => {
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

/** Random delays in milliseconds, from the start of a run to after its end; they depend on `SEED`. */
const sampleDelays = (count: number) => fc.sample(fc.integer({min: 60, max: 1500}), count)

describe.each(['SIGKILL', 'SIGINT'] as const)('%s at any moment', (signal) => {
  /** Runs the command, and sends the signal after a delay. */
  async function runAndSignal(args: readonly string[], delay: number) {
    const {process: child, ended} = start(args, {cwd})
    const timer = setTimeout(() => child.kill(signal), delay)
    const {code, err} = await ended
    clearTimeout(timer)
    // Before the handlers are installed, a signal ends the process.
    expect([0, null, 130]).toContain(code)
    if (code === 130) expect(err).toContain('Interrupted')
    if (code !== null) expect(readdirSync(cwd, {recursive: true}).filter((path) => String(path).includes('.xenogloss-'))).toEqual([])
  }

  test('pages are complete or missing, and the next run writes them all', async () => {
    mkdirSync(at('all'))
    for (let number = 0; number < 12; number++) write(`all/${number}.md`, STORY.repeat(10))
    for (const delay of sampleDelays(1)) {
      await runAndSignal(['annotate', 'all', '--output', 'all/out'], delay)
      for (const name of existsSync(at('all/out')) ? readdirSync(at('all/out')).filter((path) => path.endsWith('.html')) : []) {
        expect(read(`all/out/${name}`), name).toMatch(/^<!doctype html>.*<\/html>\n$/su)
      }
    }
    expect(await run('annotate', 'all', '--output', 'all/out')).toMatchObject({code: 0, err: expect.stringContaining('12 stories written')})
  })

  test('an updated glossary or story has either the old or the new content', async () => {
    await run('glossary', 'story.md', '--output', 'g.json')
    const old = read('g.json')
    // This story has problems that can be fixed.
    const source = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
    write('more.md', source)
    const isOld = () => read('g.json') === old
    for (const delay of sampleDelays(2)) {
      await runAndSignal(['glossary', 'more.md', '--into', 'g.json'], delay)
      expect(() => JSON.parse(read('g.json'))).not.toThrow()
      if (!isOld()) expect(read('g.json')).toContain('"more.md"')
      write('g.json', old)
    }
    const fixed = (await xenogloss(['lint', '-', '--fix'], {cwd, input: source})).out
    expect(fixed).not.toBe(source)
    for (const delay of sampleDelays(1)) {
      await runAndSignal(['lint', 'more.md', '--fix', '--max-warnings', '1000'], delay)
      expect([source, fixed]).toContain(read('more.md'))
    }
  })
})
