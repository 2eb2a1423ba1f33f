/** The built command line: most runs in one process, those that test what a process does in one of their own. */
import {execFileSync, spawnSync} from 'node:child_process'
import {closeSync, existsSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Command} from 'commander'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {CONVENTIONS} from '../../src/annotate/options-schema.js'
import {compareNaturally} from '../../src/cli/compare-naturally.js'
import {DICTIONARIES, RENDERERS, TARGETS} from '../../src/cli/option-values.js'
import {createProgram} from '../../src/cli/program.js'
import {targets} from '../../src/cli/targets.js'
import {formats} from '../../src/formats.js'
import {conventions} from '../../src/gloss/conventions/index.js'
import {annotate, type Dictionary} from '../../src/index.js'
import {renderers} from '../../src/render/renderers/index.js'
import {CLI, createTemporaryFolder, STORY, start, xenogloss, xenoglossProcess} from '../support/command.js'

const vessik = fileURLToPath(new URL('../../dictionaries/vessik.json', import.meta.url))
let cwd = ''
beforeEach(() => {
  cwd = createTemporaryFolder()
  write('story.md', STORY)
})
const at = (...path: string[]) => join(cwd, ...path)
const write = (path: string, content: string | Uint8Array) => writeFileSync(at(path), content)
const read = (path: string) => readFileSync(at(path), 'utf8')
const run = (...args: string[]) => xenogloss(args, {cwd})
const json = (text: string) => JSON.parse(text) as never

describe('help', () => {
  const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)]
  const program = createProgram()
  const commands = withSubcommands(program).filter((command) => command.name() !== 'help')
  const helpOf = (command: Command) => {
    let text = ''
    command.configureOutput({writeOut: (part) => (text += part), getOutHasColors: () => false, getOutHelpWidth: () => 1000})
    command.outputHelp()
    return text
  }
  const examplesIn = (help: string) =>
    [...help.split('Examples:\n')[1]!.matchAll(/^ {2}(?!#)(.*)$/gmu)].map(([, line]) => line as string).filter((line) => line.includes('xenogloss '))
  /** Splits the last command of a pipeline into words, as a shell does. */
  const splitWords = (line: string) =>
    [...line.replace(/^.*?\| (?=xenogloss)/u, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(([, a, b, c]) => a ?? b ?? c ?? '').slice(1)

  test.each(commands.map((command) => [command.name(), command] as const))('of %s has examples, which are valid commands', (_, command) => {
    const help = helpOf(command)
    const examples = examplesIn(help)
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) {
      const words = splitWords(example)
      const end = words.findIndex((word) => /^[<>|]$/u.test(word))
      const fresh = createProgram()
      const called: string[] = []
      for (const each of withSubcommands(fresh)) if (each.commands.length === 0 || each === fresh) each.action(() => void called.push(each.name()))
      fresh.parse(end === -1 ? words : words.slice(0, end), {from: 'user'})
      expect(called, example).toHaveLength(1)
      expect(called, example).not.toContain('xenogloss')
    }
  })

  test('of the program lists exit codes, and that of each command the global options', async () => {
    const {code, out} = await run('--help')
    expect(code).toBe(0)
    expect(out).toMatch(/Exit codes:\n {2}0 {4}success/u)
    expect(helpOf(commands.find((command) => command.name() === 'lookup') as Command)).toContain('--no-config')
  })

  test('lists the names of all registered items', () => {
    const names = (items: readonly {readonly name: string}[]) => items.map(({name}) => name)
    expect(names(conventions)).toEqual(CONVENTIONS)
    expect(names(renderers)).toEqual(RENDERERS)
    expect(names(formats.filter(({write: writes}) => writes))).toEqual(DICTIONARIES)
    expect(names(targets)).toEqual(TARGETS)
  })

  test('no command, an unknown command, an invalid value: lists the valid ones, exit code 2', async () => {
    expect(await run()).toMatchObject({code: 2, err: expect.stringContaining('Usage: xenogloss')})
    expect(await run('anotate', 'story.md')).toMatchObject({code: 2, err: expect.stringContaining('annotate')})
    expect(await run('annotate', 'story.md', '--to', 'pdf')).toMatchObject({code: 2, err: expect.stringContaining('html')})
    expect(await run('annotate', 'story.md', '--lang', '!')).toMatchObject({code: 2, err: expect.stringMatching(/`lang` must be a BCP 47/u)})
    expect(await run('annotate')).toMatchObject({code: 2, err: expect.stringContaining('No story')})
  })
})

describe('annotate', () => {
  test('prints a page to standard output, and nothing to standard error', async () => {
    const {code, out, err} = await run('annotate', 'story.md')
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toMatch(/^<!doctype html>.*<title>The ferry<\/title>/su)
    expect(out).toContain('class="xg-utterance"')
  })

  test('reads standard input in the given format', async () => {
    const {code, out} = await xenogloss(['annotate', '--format', 'text', '--to', 'standoff'], {cwd, input: STORY})
    expect(code).toBe(0)
    expect(out).toBe(`${JSON.stringify(annotate(STORY, {format: 'text', work: 'stdin'}).standoff, null, 2)}\n`)
  })

  test('writes a folder with subfolders and other files into a folder', async () => {
    mkdirSync(at('all/sub'), {recursive: true})
    write('all/two.html', '<p>“Sorul vessin,” said Oda. (The lamp is lit.)')
    write('all/sub/three.txt', STORY)
    write('all/picture.png', new Uint8Array([137, 80, 0]))
    write('all/broken.txt', new Uint8Array([65, 0, 66]))
    const {code, out, err} = await run('annotate', 'all', '--output', 'all/pages')
    // A picture is no story, but a text that cannot be read may be one.
    expect({code, out}).toEqual({code: 1, out: ''})
    expect(err).toContain('skipped 1 .png')
    expect(err).toContain('error left out all/broken.txt: binary file')
    expect(readdirSync(at('all/pages'), {recursive: true}).sort()).toEqual(['sub', 'sub/three.html', 'two.html'])
    // Results are not stories in the next run.
    expect((await run('annotate', 'all', '--output', 'all/pages')).err).toContain('2 stories written')
  })

  test('a document in a folder that is left out is an error, also with --quiet; so is an archive', async () => {
    mkdirSync(at('book'))
    write('book/one.md', STORY)
    write('book/map.png', '')
    expect(await run('annotate', 'book', '--output', 'pages')).toMatchObject({code: 0})
    write('book/two.rtf', '')
    const {code, err} = await run('annotate', 'book', '--quiet', '--output', 'pages')
    expect({code, err}).toEqual({code: 1, err: 'error left out 1 .rtf: save stories as .txt, .md, .html, .docx or .odt\n'})
    const {zipSync} = await import('fflate')
    write('tale.txt', zipSync({'word/document.xml': new Uint8Array()}))
    expect(await run('annotate', 'tale.txt')).toMatchObject({code: 3, err: expect.stringContaining('a zip archive')})
  })

  test('writes a book of the stories that match a pattern, in natural order', async () => {
    for (const number of [10, 2, 1]) write(`chapter-${number}.md`, STORY.replace('The ferry', `Night ${number}`))
    const {code, err} = await run('annotate', 'chapter-*.md', '--output', 'book.epub', '--title', 'Nights')
    expect({code, err}).toEqual({code: 0, err: '3 chapters written to book.epub\n'})
    expect(['c10', 'c2', 'c01', 'c1'].sort(compareNaturally)).toEqual(['c01', 'c1', 'c2', 'c10'])
    const {unzipSync, strFromU8} = await import('fflate')
    const contents = strFromU8(unzipSync(readFileSync(at('book.epub')))['EPUB/nav.xhtml']!)
    expect([...contents.matchAll(/Night \d+/gu)].map(String)).toEqual(['Night 1', 'Night 2', 'Night 10'])
    write('chapter-3.md', new Uint8Array([0xff, 0x41]))
    expect(await run('annotate', 'chapter-1.md', 'chapter-3.md', '--output', 'other.epub')).toMatchObject({
      code: 3,
      err: expect.stringContaining('a chapter is missing'),
    })
    expect(existsSync(at('other.epub'))).toBe(false)
  })

  test('writes a chapter and its notes for AO3', async () => {
    expect((await run('annotate', 'story.md', '--to', 'ao3', '--output', 'up/')).code).toBe(0)
    expect(readdirSync(at('up')).sort()).toEqual(['story.chapter.html', 'story.notes-1.html'])
  })

  test('writes Markdown with directives, which yields the same annotations when read again', async () => {
    const {out} = await run('annotate', 'story.md', '--to', 'markdown')
    expect(out).toContain('“:line[Sorul vessin,]” said Oda, and held up the lantern. (:gloss[The lamp is lit.])')
    const lines = (source: string) => annotate(source).standoff.utterances.map(({start, end, translation}) => [source.slice(start, end), translation])
    expect(lines(out)).toEqual(lines(STORY))
    expect((await xenogloss(['annotate', '-', '--to', 'markdown'], {cwd, input: out})).out).toBe(out)
  })

  test('Web Annotations', async () => {
    const {out} = await run('annotate', 'story.md', '--to', 'annotations', '--iri', 'https://example.org/ferry')
    expect(json(out)).toMatchObject(
      [{target: {source: 'https://example.org/ferry'}}, {}, {}, {}, {}].slice(0, 1).concat((json(out) as unknown[]).slice(1) as never),
    )
  })

  test('never overwrites a story, under any name or link', async () => {
    linkSync(at('story.md'), at('same.html'))
    symlinkSync(at('story.md'), at('link.html'))
    for (const output of ['story.md', './story.md', 'same.html', 'link.html']) {
      expect(await run('annotate', 'story.md', '--output', output)).toMatchObject({code: 2, err: expect.stringContaining('would overwrite story.md')})
    }
    write('story.txt', STORY)
    expect(await run('annotate', 'story.md', 'story.txt', '--output', 'out')).toMatchObject({
      code: 2,
      err: expect.stringContaining('would both be written there'),
    })
    expect(read('story.md')).toBe(STORY)
  })

  test('one of several stories cannot be read: the others are written, exit code 1', async () => {
    const {code, err} = await run('annotate', 'story.md', 'none.md', '--output', 'out')
    expect(code).toBe(1)
    expect(err).toContain('none.md: no such file or folder')
    expect(readdirSync(at('out'))).toEqual(['story.html'])
  })

  test('file names with spaces, other scripts, line breaks, leading hyphens, and pattern characters', async () => {
    const names = ['a name with blanks', 'имя 名前', '-leading', 'line\nbreak', 'a [strange] {name}*']
    for (const name of names) write(`${name}.md`, STORY)
    const {code, err} = await run('annotate', '--output', 'out/', '--', ...names.map((name) => `${name}.md`))
    expect({code, err}).toEqual({code: 0, err: '5 stories written to out/\n'})
    expect(readdirSync(at('out')).sort()).toEqual(names.map((name) => `${name}.html`).sort())
  })
})

describe('input that is not a story', () => {
  test('invalid UTF-8: reports its offset, exit code 3', async () => {
    write('broken.md', Buffer.concat([Buffer.from('åb'), Buffer.from([0xe2, 0x28]), Buffer.from('c')]))
    expect(await run('annotate', 'broken.md')).toEqual({
      code: 3,
      out: '',
      err: 'error broken.md: invalid UTF-8 at byte 4; save the file as UTF-8 (or as UTF-16 with a byte order mark)\n',
    })
    write('cut.md', Buffer.from([0x61, 0xe2, 0x80]))
    expect((await run('annotate', 'cut.md')).err).toContain('at byte 3')
  })

  test('UTF-8 and UTF-16 with a byte order mark are accepted', async () => {
    const plain = (await run('annotate', 'story.md', '--to', 'standoff')).out
    const text = Buffer.from(`\ufeff${STORY}`, 'utf16le')
    const all = [Buffer.from(`\ufeff${STORY}`), text, Buffer.from(text).swap16()]
    await Promise.all(
      all.map(async (bytes, index) => {
        write(`story-${index}.md`, bytes)
        expect((await run('annotate', `story-${index}.md`, '--to', 'standoff')).out).toBe(plain)
      }),
    )
  })

  test('2 GB, an endless device, a binary, a folder without stories', async () => {
    write('large.md', '')
    truncateSync(at('large.md'), 2 ** 31)
    expect(await run('annotate', 'large.md')).toMatchObject({code: 3, err: expect.stringContaining('larger than 32 MB')})
    if (existsSync('/dev/zero')) expect(await run('annotate', '/dev/zero')).toMatchObject({code: 3, err: expect.stringContaining('larger than 32 MB')})
    expect(await run('annotate', process.execPath)).toMatchObject({code: 3})
    mkdirSync(at('empty'))
    expect(await run('annotate', 'empty')).toMatchObject({code: 3, err: expect.stringContaining('empty: the folder contains no story')})
    expect(await run('annotate', 'x/*.md')).toMatchObject({code: 3, err: expect.stringContaining('no story matches')})
  })

  test('terminal control characters are escaped', async () => {
    const {err} = await run('annotate', 'a\u001b]0;title\u0007\u202e.md')
    expect(err).toBe('error a\\u001b]0;title\\u0007\\u202e.md: no such file or folder; check the name (ENOENT)\n')
  })
})

describe('configuration', () => {
  test('is found in a parent folder; its paths are relative to it, and the command line takes precedence', async () => {
    mkdirSync(at('book/part'), {recursive: true})
    write('book/.xenoglossrc', `dictionaries: [words.json]\nlang: art-x-lamps\noutput: {to: standoff}\nrules: {unknown-word: off}\n`)
    write('book/words.json', JSON.stringify({language: 'art-x-ferry', entries: [{headword: 'sorul', senses: ['lamp']}]}))
    write('book/part/story.md', STORY)
    const inside = {cwd: at('book/part')}
    const {out} = await xenogloss(['annotate', 'story.md'], inside)
    expect((json(out) as {terms: {headword?: string; lang: string}[]}).terms).toContainEqual(expect.objectContaining({headword: 'sorul', lang: 'art-x-ferry'}))
    expect((await xenogloss(['lookup', 'sorul'], inside)).out).toContain('lamp')
    expect((await xenogloss(['annotate', 'story.md', '--to', 'html'], inside)).out).toMatch(/^<!doctype/u)
    expect((await xenogloss(['annotate', 'story.md', '--no-config', '--to', 'standoff'], inside)).out).not.toContain('art-x-ferry')
  })

  test('in package.json, and in a given file', async () => {
    write('package.json', JSON.stringify({name: 'book', xenogloss: {output: {to: 'standoff'}}}))
    expect((await run('annotate', 'story.md')).out).toMatch(/^\{/u)
    write('mine.yaml', 'output: {to: markdown}')
    expect((await run('annotate', 'story.md', '--config', 'mine.yaml')).out).toContain(':line[')
  })

  test('errors name the file, the key and the valid values', async () => {
    write(
      '.xenoglossrc.json',
      JSON.stringify({threshold: 7, colour: 1, output: {to: 'pdf', output: '/etc/x'}, conventions: ['brackets'], terms: [{word: 'x'}], rules: {all: true}}),
    )
    const {code, err} = await run('annotate', 'story.md')
    expect(code).toBe(2)
    for (const message of [
      '.xenoglossrc.json: `threshold` must be a number from 0 to 1, not 7',
      'no key `colour`; there are `$schema`',
      '`terms[0].headword` must be given',
      'no key `rules.all`; there are `front-matter`',
      "`output.to` must be 'html' or",
      'no key `output.output`',
      '`conventions[0]` must be',
    ]) {
      expect(err).toContain(message)
    }
    write('.xenoglossrc.json', '{"a": ')
    expect(await run('annotate', 'story.md')).toMatchObject({code: 2, err: expect.stringMatching(/\.xenoglossrc\.json: invalid JSON/u)})
  })

  test('configuration files that are programs are never run', async () => {
    for (const name of ['xenogloss.config.js', 'xenogloss.config.mjs', '.xenoglossrc.js', '.xenoglossrc.cjs'])
      write(name, `require('fs').writeFileSync('ran', '')\nimport('fs').then((fs) => fs.writeFileSync('ran', ''))`)
    expect((await run('annotate', 'story.md', '--to', 'standoff')).code).toBe(0)
    expect(await run('annotate', 'story.md', '--config', 'xenogloss.config.mjs')).toMatchObject({code: 2, err: expect.stringContaining('never run')})
    expect(existsSync(at('ran'))).toBe(false)
  })
})

describe('glossary', () => {
  const entries = (path: string) => (json(read(path)) as Dictionary).entries
  const entry = (path: string, headword: string) => entries(path).find((own) => own.headword === headword)

  test('learn, correct, learn again, with another chapter', async () => {
    expect(await run('glossary', 'story.md', '--output', 'g.json')).toMatchObject({code: 0, out: ''})
    expect(entry('g.json', 'sorul')).toMatchObject({status: 'proposed', count: 2, evidence: [{work: 'story.md'}, {}]})
    const corrected = {
      ...(json(read('g.json')) as Dictionary),
      entries: entries('g.json').map((own) => (own.headword === 'sorul' ? {...own, status: undefined, senses: ['lantern']} : own)),
    }
    write('g.json', JSON.stringify(corrected))
    write('two.md', '“Kettu vessin thal,” said Oda. (The water is lit too.)')
    expect((await run('glossary', 'learn', 'two.md', '--into', 'g.json')).code).toBe(0)
    expect(entry('g.json', 'sorul')).toMatchObject({senses: [{definition: 'lantern'}], count: 2})
    expect(entry('g.json', 'kettu')?.evidence?.map(({work}) => work)).toEqual(['story.md', 'two.md'])
    await run('glossary', 'learn', 'story.md', 'two.md', '--into', 'g.json')
    expect(entry('g.json', 'kettu')?.count).toBe(2)
    const once = read('g.json')
    await run('glossary', 'learn', 'story.md', 'two.md', '--into', 'g.json')
    expect(read('g.json')).toBe(once)
    // A story without the word no longer counts as evidence.
    write('two.md', 'Nothing was said.')
    expect((await run('glossary', 'learn', 'two.md', '--into', 'g.json')).code).toBe(0)
    expect(entry('g.json', 'kettu')?.evidence?.map(({work}) => work)).toEqual(['story.md'])
  })

  test('export, import decisions from a spreadsheet, merge', async () => {
    await run('glossary', 'story.md', '--output', 'g.json')
    expect((await run('glossary', 'export', 'g.json', '--output', 'g.csv')).code).toBe(0)
    write(
      'g.csv',
      `${read('g.csv')
        .split('\r\n')
        .filter((line) => /^#|headword|kettu/u.test(line))
        .join('\r\n')
        .replace(/(kettu.*?)proposed/gu, '$1accepted')}\r\n`,
    )
    expect((await run('glossary', 'import', 'g.csv', '--into', 'g.json')).code).toBe(0)
    expect(entry('g.json', 'kettu')?.status).not.toBe('proposed')
    expect(await run('glossary', 'import', vessik, '--into', 'new.json')).toMatchObject({code: 0})
    expect(json(read('new.json'))).toEqual(json(readFileSync(vessik, 'utf8')))
    expect(entry('g.json', 'sorul')?.status).toBe('proposed')
    expect((await run('glossary', 'merge', 'g.json', 'g.csv', '--output', 'all.json')).code).toBe(0)
    expect(entries('all.json').map(({headword, senses, status}) => [headword, senses, status])).toEqual(
      entries('g.json').map(({headword, senses, status}) => [headword, senses, status]),
    )
    // Merging a glossary with its own spreadsheet does not change counts.
    await run('glossary', 'export', 'g.json', '--output', 'same.csv')
    await run('glossary', 'merge', 'g.json', 'same.csv', 'same.csv', '--output', 'all.json')
    expect(entries('all.json').map(({count}) => count)).toEqual(entries('g.json').map(({count}) => count))
    expect(await run('glossary', 'merge', 'g.json', vessik)).toMatchObject({code: 2, err: expect.stringContaining('different languages')})
    expect((await run('glossary', 'export', vessik, '--to', 'stardict', '--output', 'dic/')).code).toBe(0)
    expect(readdirSync(at('dic')).sort()).toEqual(['Vessik.dict.dz', 'Vessik.idx', 'Vessik.ifo', 'Vessik.syn'])
    expect((await run('lookup', 'sorulnu', '--dictionary', 'dic/Vessik.ifo')).out).toContain('sorulnu → sorul (suffix)')
    expect(await run('glossary', 'export', 'g.json', '--output', 'g.json')).toMatchObject({code: 2, err: expect.stringContaining('would overwrite g.json')})
    expect(await run('glossary', 'export', 'g.json', '--output', 'g.xyz')).toMatchObject({code: 2, err: expect.stringContaining('--to')})
  })

  test('a table without a byte order mark; the option is for tables', async () => {
    expect((await run('glossary', 'export', vessik, '--to', 'csv')).out).toMatch(/^\ufeff#/u)
    expect((await run('glossary', 'export', vessik, '--to', 'csv', '--no-byte-order-mark')).out).toMatch(/^#/u)
    expect((await run('glossary', 'story.md', '--output', 'g.csv', '--no-byte-order-mark')).code).toBe(0)
    expect(read('g.csv')).toMatch(/^#/u)
    expect(await run('glossary', 'export', vessik, '--output', 'g.json', '--no-byte-order-mark')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--no-byte-order-mark is for csv'),
    })
    expect(existsSync(at('g.json'))).toBe(false)
  })

  test('a spreadsheet that is not read: says what to do', async () => {
    const compoundFile = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    for (const name of ['words.xls', 'words.XLSX', 'words.ods', 'words.csv']) {
      write(name, compoundFile)
      for (const args of [
        ['glossary', 'import', name],
        ['lookup', 'sorul', '--dictionary', name],
      ])
        expect(await run(...args)).toMatchObject({code: 3, out: '', err: expect.stringMatching(/words\.\w+: a spreadsheet .*CSV.*PolyGlot.*\.pgd/u)})
    }
  })

  test('stories in unnamed languages that share no word are not merged silently', async () => {
    write('other.md', '“Brannok usti varr,” said Oda. (The moon is red.) “Usti oldrem varr.” (The sun is red.)')
    const note = /note story\.md and other\.md share no word, but are merged as art-x-unknown: .*--lang/u
    expect(await run('glossary', 'story.md', 'other.md', '--output', 'both.json')).toMatchObject({code: 0, err: expect.stringMatching(note)})
    await run('glossary', 'other.md', '--output', 'other.json')
    await run('glossary', 'story.md', '--output', 'story.json')
    expect((await run('glossary', 'merge', 'story.json', 'other.json')).err).toContain('story.json and other.json share no word')
    expect((await run('glossary', 'story.md', 'other.md', '--lang', 'art-x-one', '--output', 'both.json')).err).not.toContain('share no word')
  })

  test('writes every format', async () => {
    const names = formats.flatMap(({name, write: writes}) => (writes ? [name] : []))
    await Promise.all(
      names.map(async (name) => {
        expect(await run('glossary', 'export', vessik, '--to', name, '--output', `${name}/`), name).toMatchObject({code: 0})
        expect(readdirSync(at(name)).length, name).toBeGreaterThan(0)
      }),
    )
  })
})

describe('looking words up', () => {
  test('lookup: readings with their affixes; exit code 1 if a word is not found', async () => {
    const {code, out} = await run('lookup', "na'ollim", '--dictionary', vessik)
    expect(code).toBe(0)
    expect(out).toContain("na'- “my” + ollim “child”")
    expect(out).toContain("na'ollim → ollim (prefix)")
    expect(await run('lookup', 'sorul', 'qqqq', '--dictionary', vessik)).toMatchObject({code: 1, out: expect.stringContaining('not found')})
    const guessed = json((await run('lookup', 'kelemta', '--fuzzy', '--json', '--dictionary', vessik)).out) as {readings: {steps: {kind: string}[]}[]}[]
    expect(guessed[0]?.readings[0]?.steps[0]?.kind).toBe('guess')
    expect(await run('lookup', 'sorul')).toMatchObject({code: 2, err: expect.stringContaining('No dictionary')})
    expect(await run('lookup', '--dictionary', vessik, '--', '-nu')).toMatchObject({code: 0, out: expect.stringContaining('plural')})
    expect(await run('lookup', '-nu', '--dictionary', vessik)).toMatchObject({code: 2, err: expect.stringMatching(/unknown option '-nu'.*\n.*behind “--”/u)})
    write(
      'v.lift',
      '<lift><entry/><entry><lexical-unit><form lang="art-x-v"><text>vess</text></form></lexical-unit><pronunciation><form lang="art-fonipa-x-v"><text>vɛs</text></form></pronunciation></entry></lift>',
    )
    expect(await run('lookup', 'vess', '--dictionary', 'v.lift')).toMatchObject({
      code: 0,
      out: expect.stringContaining('[vɛs]'),
      err: expect.stringContaining('v.lift: line 1: passed over'),
    })
    expect((await run('lookup', 'sorul', '--fuzy', '--dictionary', vessik)).err).not.toContain('affix')
  })

  test('concordance: every occurrence in its context', async () => {
    const {code, out} = await run('concordance', 'sorul', 'story.md')
    expect(code).toBe(0)
    expect(out.match(/^story\.md:\d+:\d+ .*Sorul vessin/gmu)).toHaveLength(2)
    expect(json((await run('concordance', 'kettu', 'story.md', '--json')).out)).toMatchObject([
      {work: 'story.md', line: 5, word: 'Kettu', translation: 'The water is lit too.'},
    ])
    expect(await run('concordance', 'ferry', 'story.md')).toMatchObject({code: 1, out: ''})
  })

  test('explain: at a place, for a word; exit code 1 if nothing is annotated', async () => {
    const line = STORY.split('\n')[4] as string
    const {code, out} = await run('explain', 'story.md', `5:${line.indexOf('Kettu') + 1}`)
    expect(code).toBe(0)
    expect(out).toContain('“Kettu vessin thal.” is identified as a line')
    expect((await run('explain', 'story.md', '--word', 'kettu')).out).toContain('“Kettu” is identified as a word')
    expect(await run('explain', 'story.md', '1:3')).toMatchObject({code: 1, out: ''})
    for (const wrong of [['0:1'], ['999'], []]) expect((await run('explain', 'story.md', ...wrong)).code).toBe(2)
  })
})

describe('lint', () => {
  const bare = `${STORY}
“Thal sorul vessin,” she said.
`

  test('prints warnings as text and as JSON, exit code 1', async () => {
    write('story.md', bare)
    const {code, out} = await run('lint', 'story.md', '--only', 'line-without-gloss')
    expect(code).toBe(1)
    expect(out).toMatch(/^story\.md\n7:\d+-7:\d+ +warning Line without a translation.*line-without-gloss/u)
    const [file] = json((await run('lint', 'story.md', '--json')).out) as {path: string; messages: {ruleId: string; line: number}[]}[]
    expect(file).toMatchObject({path: 'story.md'})
    expect(file?.messages).toContainEqual(expect.objectContaining({ruleId: 'line-without-gloss', line: 7}))
    expect((await run('lint', 'story.md', '--max-warnings', '100')).code).toBe(0)
    expect(await run('lint', 'story.md', '--only', 'front-matter')).toMatchObject({code: 0, out: ''})
    expect(await run('lint', 'story.md', '--only', 'spelling')).toMatchObject({code: 2, err: expect.stringContaining('apostrophe-variant')})
    write('.xenoglossrc', `rules: {line-without-gloss: off}`)
    expect((await run('lint', 'story.md')).out).not.toContain('line-without-gloss')
  })

  test('--fix changes the file and keeps its encoding; without it, no story is changed', async () => {
    const source = readFileSync(fileURLToPath(new URL('../../examples/story/salt-road.md', import.meta.url)), 'utf8')
    write('story.md', Buffer.from(`\ufeff${source}`, 'utf16le'))
    await run('lint', 'story.md')
    expect(readFileSync(at('story.md')).toString('utf16le')).toBe(`\ufeff${source}`)
    const {err} = await run('lint', 'story.md', '--fix', '--only', 'apostrophe-variant')
    expect(err).toContain('story.md: fixed')
    const fixed = readFileSync(at('story.md')).toString('utf16le')
    expect(fixed.startsWith('\ufeff# The Salt Road')).toBe(true)
    expect(fixed).toContain("Na'ollim rillo")
    expect(fixed.length).toBe(source.length + 1)
    const piped = await xenogloss(['lint', '-', '--fix', '--only', 'apostrophe-variant'], {cwd, input: source})
    expect(piped.out).toBe(fixed.slice(1))
  })
})

describe('corpus', () => {
  const story = (id: string) => `${JSON.stringify({id, text: STORY, format: 'markdown'})}\n`

  test('writes one line for each story, in order; a bad line does not end the run, exit code 1', async () => {
    const {code, out, err} = await xenogloss(['corpus', '--workers', '1', '--fields', 'standoff', '--glossary', 'words.json'], {
      cwd,
      input: `${story('a')}{bad\n${story('b')}`,
    })
    expect(code).toBe(1)
    expect(err).toMatch(/line 2: not JSON.*\n3 stories, 1 error; glossary written to words\.json/u)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => json(line) as {id?: string; error?: string; standoff?: unknown})
    expect(lines.map(({id, error}) => id ?? error?.slice(0, 8))).toEqual(['a', 'not JSON', 'b'])
    expect(lines[0]?.standoff).toEqual(json(JSON.stringify(annotate(STORY).standoff)))
    expect((json(read('words.json')) as Dictionary).entries.find(({headword}) => headword === 'sorul')?.count).toBe(4)
  })

  test('annotates a folder, resumes, and merges', async () => {
    mkdirSync(at('all'))
    for (const name of ['a.md', 'b.md']) write(`all/${name}`, STORY)
    expect((await run('corpus', 'all', '--workers', '0', '--resume', 'r.ndjson')).code).toBe(0)
    const results = read('r.ndjson')
    write('r.ndjson', results.slice(0, results.indexOf('\n') + 20))
    expect((await run('corpus', 'all', '--workers', '0', '--resume', 'r.ndjson')).err).toContain('2 stories, 1 from an earlier run')
    expect(read('r.ndjson')).toBe(results)
    expect((await run('corpus', 'merge', 'r.ndjson', '--glossary', 'words.json', '--workers', '0')).code).toBe(0)
    expect((json(read('words.json')) as Dictionary).entries.length).toBeGreaterThan(3)
    expect(await run('corpus', 'story.md')).toMatchObject({code: 2, err: expect.stringContaining('expected a folder')})
    expect(await run('corpus', 'all', '--evidence', 'some')).toMatchObject({code: 2})
  })
})

test.each([
  ['annotate', 'story.md'],
  ['annotate', '-', '--to', 'standoff'],
  ['annotate', 'none.md'],
  ['glossary', 'story.md', '--to', 'csv'],
  ['lint', 'story.md'],
  ['lookup', 'qqqq', '--dictionary', vessik],
  ['corpus', '--workers', '0'],
  ['nothing'],
])('%s %s in a process of its own does what it does in one of many runs', async (...args) => {
  const options = {cwd, input: args.includes('-') ? STORY : ''}
  expect(await xenoglossProcess(args, options)).toEqual(await xenogloss(args, options))
})

describe('terminals, pipes, disks, signals', () => {
  test('uses colors only on request or on a terminal', async () => {
    const of = async (env: Record<string, string>) => (await xenoglossProcess(['lookup', 'sorul', '--dictionary', vessik], {cwd, env})).out
    expect(await of({})).not.toContain('\u001b')
    expect(await of({CI: '1'})).not.toContain('\u001b')
    expect(await of({FORCE_COLOR: '1'})).toContain('\u001b[1m')
    expect(await of({FORCE_COLOR: '1', NO_COLOR: '1'})).not.toContain('\u001b')
    expect((await xenoglossProcess(['annotate', 'none.md'], {cwd, env: {FORCE_COLOR: '1'}})).err).toContain('\u001b[31merror')
  })

  test('a closed standard output is no error', async () => {
    write('long.md', STORY.repeat(80))
    const {process: child, ended} = start(['annotate', 'long.md'], {cwd})
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await ended).toMatchObject({code: 0, err: ''})
  })

  test.skipIf(!existsSync('/dev/full'))('standard output on a full disk: reports it, exit code 3', async () => {
    const full = openSync('/dev/full', 'w')
    const {code, err} = await start(['annotate', 'story.md'], {cwd, stdio: ['ignore', full, 'pipe']}).ended
    closeSync(full)
    expect({code, err}).toEqual({code: 3, err: expect.stringContaining('the disk is full')})
  })

  test.skipIf(!existsSync('/dev/full'))('help and version on a full disk: report it, exit code 3', async () => {
    for (const args of [['--help'], ['help', 'lint'], ['--version']]) {
      const full = openSync('/dev/full', 'w')
      const {code, err} = await start(args, {cwd, stdio: ['ignore', full, 'pipe']}).ended
      closeSync(full)
      expect({code, err}, args.join(' ')).toEqual({code: 3, err: expect.stringContaining('the disk is full')})
    }
  })

  test.skipIf(!existsSync('/proc/self'))('a folder that cannot be created: reports it, exit code 3', async () => {
    expect(await run('annotate', 'story.md', '--output', '/proc/x/y.html')).toMatchObject({
      code: 3,
      err: expect.stringContaining('/proc/x: no such file or folder'),
    })
    expect(await run('glossary', 'story.md', '--output', '/proc/x/y/')).toMatchObject({code: 3, err: expect.stringContaining('/proc/x')})
  })

  test('prints stack traces only with --verbose', async () => {
    expect((await run('annotate', 'none.md')).err.split('\n')).toHaveLength(2)
    expect((await run('glossary', 'export', 'none.json', '--verbose')).err).toMatch(/\n +at /u)
  })

  /** Mounts a small disk. @returns whether this system allows it */
  const mount = (options: string) => {
    mkdirSync(at('disk'))
    return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at('disk')]).status === 0
  }
  afterEach(() => {
    if (cwd && existsSync(at('disk'))) spawnSync('umount', [at('disk')])
  })

  test('a full disk: reports it, exit code 3, the old file is intact', async ({skip}) => {
    if (!mount('size=64k')) return skip('a small disk cannot be mounted here')
    expect((await run('annotate', 'story.md', '--output', 'disk/story.html', '--to', 'standoff')).code).toBe(0)
    const old = read('disk/story.html')
    write('long.md', STORY.repeat(100))
    const {code, err} = await run('annotate', 'long.md', '--output', 'disk/story.html')
    expect(code).toBe(3)
    expect(err).toMatch(/the disk is full; make room, then run it again/u)
    expect(read('disk/story.html')).toBe(old)
    expect(readdirSync(at('disk'))).toEqual(['story.html'])
  })

  test('a read-only disk: reports it, exit code 3', async ({skip}) => {
    if (!mount('ro,size=64k')) return skip('a small disk cannot be mounted here')
    expect(await run('annotate', 'story.md', '--output', 'disk/story.html')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/disk.*read-only file system/u),
    })
  })

  test('Ctrl-C: finished results are complete, nothing is partial, exit code 130', async () => {
    mkdirSync(at('all'))
    for (let number = 0; number < 60; number++) write(`all/${number}.md`, STORY.repeat(20))
    const {process: child, ended} = start(['annotate', 'all', '--output', 'out'], {cwd})
    while (!existsSync(at('out/3.html'))) await new Promise((resolve) => setTimeout(resolve, 10))
    child.kill('SIGINT')
    const {code, err} = await ended
    expect({code, err}).toEqual({code: 130, err: 'error Interrupted: finished results were written, nothing else was changed\n'})
    const written = readdirSync(at('out'))
    expect(written.length).toBeLessThan(60)
    for (const name of written) expect(readFileSync(at('out', name), 'utf8')).toMatch(/<\/html>\n$/u)
  })

  test('SIGTERM while waiting for standard input', async () => {
    let code: number | null = null
    // On a busy machine the signal may come before the command handles it, and then ends the process as any other.
    for (let delay = 300; code === null && delay < 20_000; delay *= 4) {
      const {process: child, ended} = start(['annotate', '-'], {cwd})
      await new Promise((resolve) => setTimeout(resolve, delay))
      child.kill('SIGTERM')
      code = (await ended).code
    }
    expect(code).toBe(143)
  })
})

test('is executable', () => {
  expect(readFileSync(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u)
  if (process.platform !== 'win32') expect(execFileSync(CLI, ['--version'], {encoding: 'utf8'})).toMatch(/^\d+\.\d+\.\d+/u)
})
