/**
 * Mutated inputs through every reader: the invariants hold. `FUZZ=600 npx vitest run --config tests/vitest.config.ts
 * tests/annotate/fuzz.test.ts` runs each test for 600 seconds; `SEED=7` sets another seed.
 */
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PassThrough, Readable} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import {type Command, CommanderError} from 'commander'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {runCorpus} from 'xenogloss/corpus'
import {allParts} from '../../src/annotate/all-parts.js'
import {resolveOptions} from '../../src/annotate/resolve-options.js'
import {isCommandError} from '../../src/cli/command-error.js'
import {loadConfiguration} from '../../src/cli/configuration.js'
import {configurationErrors} from '../../src/cli/configuration-schema.js'
import {createProgram} from '../../src/cli/program.js'
import {formats} from '../../src/formats.js'
import type {Dictionary, FileMap, Format, Options} from '../../src/index.js'
import {dictionaryErrors} from '../../src/lexicon/dictionary-schema.js'
import {fullDictionary, vessik} from '../support/dictionaries.js'
import {byTurns} from '../support/random-inputs.js'
import {checkAnnotation, checkDictionary, checkLint, checkRendering, isConsistent} from '../support/story-laws.js'

const seconds = Number(process.env.FUZZ ?? 0)
/** `count` runs normally; with `FUZZ`, as many as fit into the time limit. */
const runs = (count: number) => (seconds > 0 ? {numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: 1000 * seconds} : {numRuns: count})
const limit = 60_000 + 2000 * seconds

const root = new URL('../../', import.meta.url)
const filesIn = (folder: string, kind = /./u): Buffer[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => kind.test(name))
    .map((name) => readFileSync(new URL(`${folder}${name}`, root)))

/** Mutations of bytes, as by careless editing or a damaged disk. */
const mutations = fc.array(
  fc.record({
    kind: fc.constantFrom('cut', 'drop', 'repeat', 'change', 'splice', 'insert'),
    at: fc.double({min: 0, max: 1, noNaN: true}),
    length: fc.nat(60),
    byte: fc.nat(255),
    snippet: fc.constantFrom(
      '(',
      ')',
      '“',
      '”',
      '"',
      '\n\n',
      '\r',
      '<',
      '</p>',
      '&#',
      '*',
      '_',
      '[',
      ']',
      '\0',
      '\\',
      ',',
      '{',
      '}',
      '---\n',
      ':line[',
      '[^a]',
      '\u202e',
      '\u0301',
    ),
  }),
  {minLength: 1, maxLength: 5},
)
type Mutation = (typeof mutations extends fc.Arbitrary<infer T> ? T : never)[number]
function mutate(bytes: Buffer, {kind, at, length, byte, snippet}: Mutation, other: Buffer): Buffer {
  const from = Math.floor(at * bytes.length)
  const [before, piece, after] = [bytes.subarray(0, from), bytes.subarray(from, from + length), bytes.subarray(from + length)]
  if (kind === 'cut') return before
  if (kind === 'drop') return Buffer.concat([before, after])
  if (kind === 'repeat') return Buffer.concat([before, ...Array.from({length: 1 + (byte % 20)}, () => piece), after])
  if (kind === 'change') return Buffer.concat([before, piece.map((own) => own ^ byte), after])
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(snippet.repeat(1 + (byte % 8))), bytes.subarray(from)])
  const start = Math.floor((byte / 256) * other.length)
  return Buffer.concat([before, other.subarray(start, start + 20 * length), after])
}
/** Mutations of any of the inputs. */
const mutationsOf = (all: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.constantFrom(...all), fc.constantFrom(...all), mutations)
    .map(([bytes, other, list]) => list.reduce((mutated, mutation) => mutate(mutated, mutation, other), bytes))

/** The beginnings of files suffice. */
const stories = [...filesIn('tests/nasty/stories/'), ...filesIn('examples/story/', /\.md$/u), ...filesIn('examples/html-archive/', /\.html$/u)].map((bytes) =>
  bytes.subarray(0, 2500),
)

describe('stories', () => {
  test.each<Format>(['markdown', 'text', 'html'])(
    '%s',
    (format) => {
      fc.assert(
        fc.property(mutationsOf(stories), fc.boolean(), (bytes, hasDictionary) => {
          const options: Options = {format, ...(hasDictionary && {dictionaries: [vessik], terms: ['sulvane']})}
          const source = new TextDecoder().decode(bytes)
          const annotation = checkAnnotation(source, options)
          checkRendering(source, annotation, format)
          checkLint(source, annotation, options)
          for (const glossary of annotation.glossaries) checkDictionary(glossary, byTurns(formats, 4, source.length))
        }),
        runs(6),
      )
    },
    limit,
  )
})

describe.each(formats.filter(({read}) => read))('$name', ({read, write, extensions}) => {
  const written = [vessik, fullDictionary].map((dictionary: Dictionary) => write?.({...dictionary, entries: dictionary.entries.slice(0, 20)}) ?? '')
  const parts = written.flatMap((one): Buffer[] =>
    typeof one === 'string' || one instanceof Uint8Array ? [Buffer.from(one)] : Object.values(one).map((part) => Buffer.from(part)),
  )
  const names = Object.keys(typeof written[0] === 'object' && !(written[0] instanceof Uint8Array) ? written[0] : {words: 0})
  const all = [...parts, ...filesIn('tests/nasty/dictionaries/')]

  test(
    'mutated input is a dictionary, or an error that names the file',
    () => {
      fc.assert(
        fc.property(mutationsOf(all), fc.nat(), (bytes, which) => {
          const whole = written[which % 2]
          const input = extensions ? ({...(whole as FileMap), [names[which % names.length] as string]: bytes} as FileMap) : bytes
          let dictionary: Dictionary
          try {
            dictionary = read!(input, {file: 'words'})
          } catch (error) {
            if (!(error instanceof TypeError) || !error.message.startsWith('words')) throw error
            return
          }
          expect(dictionaryErrors(dictionary)).toEqual([])
          if (which % 8 === 0 && isConsistent(dictionary)) checkDictionary({...dictionary, entries: dictionary.entries.slice(0, 20)})
        }),
        runs(40),
      )
    },
    limit,
  )
})

test(
  'archives: a result for every story, independent of chunking',
  async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(filesIn('tests/nasty/archives/')), fc.integer({min: 1, max: 500}), async (bytes, size) => {
        const run = async (input: AsyncIterable<Uint8Array>) => {
          const output = new PassThrough()
          const [summary, printed] = await Promise.all([runCorpus({input, output, workers: 0}).finally(() => output.end()), buffer(output)])
          return {summary, printed: printed.toString()}
        }
        const {summary, printed} = await run(Readable.from([bytes]))
        expect(
          printed
            .split('\n')
            .slice(0, -1)
            .map((line) => Object.keys(JSON.parse(line) as object)[0]),
        ).toHaveLength(summary.stories)
        const pieces = Array.from({length: Math.ceil(bytes.length / size)}, (_, index) => bytes.subarray(size * index, size * index + size))
        expect((await run(Readable.from(pieces))).printed).toBe(printed)
      }),
      runs(5),
    )
  },
  limit,
)

describe('the command line', () => {
  const allCommands = (command: Command): Command[] => [command, ...command.commands.flatMap(allCommands)]
  const words = allCommands(createProgram()).flatMap((command) => [
    command.name(),
    ...command.options.flatMap(({short, long}) => [short, long].filter((name) => name !== undefined && name !== null)),
  ])
  const argument = fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom(...words)},
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'story.md',
        '-',
        '--',
        '1e999',
        '-1',
        '0x10',
        'NaN',
        '',
        '--port=99999',
        '--=',
        '-xyz',
        '__proto__',
        'constructor',
        '--no-no-config',
      ),
    },
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 8})},
  )

  test(
    'any arguments run a command or print an error',
    () => {
      fc.assert(
        fc.property(fc.array(argument, {maxLength: 6}), (args) => {
          const program = createProgram()
          let output = ''
          let called = 0
          for (const command of allCommands(program)) {
            command.configureOutput({writeOut: (text) => void (output += text), writeErr: (text) => void (output += text)})
            if (command.commands.length === 0) command.action(() => void called++)
          }
          // `--version` writes directly to stdout.
          const tested = args.filter((word) => word !== '--version' && word !== '-V')
          try {
            program.parse(tested, {from: 'user'})
            expect(called).toBe(1)
          } catch (error) {
            expect(error).toBeInstanceOf(CommanderError)
            expect(output).not.toBe('')
          }
        }),
        runs(300),
      )
    },
    limit,
  )
})

describe('configurations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
  const key = fc.constantFrom(
    'format',
    'dictionaries',
    'lang',
    'terms',
    'ignore',
    'conventions',
    'threshold',
    'rules',
    'output',
    '__proto__',
    'constructor',
    'to',
    'gloss',
  )
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      {depthSize: 'small'},
      fc.constantFrom('text', 'art-x-mirr', 'round-brackets', 'on', '', null, true, 0.5, 7, -1, 1e308, 'unknown-word', 'html'),
      fc.array(tie('value'), {maxLength: 3}),
      fc.dictionary(key, tie('value'), {maxKeys: 4}),
    ),
  })).value

  test(
    'any value is used or reported as invalid',
    () => {
      fc.assert(
        fc.property(value, (configuration) => {
          const errors = configurationErrors(configuration)
          for (const error of errors) expect(error).toMatch(/^(?:there is no key `|`)/u)
          if (errors.length > 0) return
          const {lang, terms, ignore, threshold, conventions} = configuration as Options
          expect(() =>
            resolveOptions(
              {
                ...(lang !== undefined && {lang}),
                ...(terms && {terms}),
                ...(ignore && {ignore}),
                ...(threshold !== undefined && {threshold}),
                ...(conventions && {conventions}),
              },
              allParts,
            ),
          ).not.toThrow()
        }),
        runs(300),
      )
    },
    limit,
  )

  const texts = [
    'lang: art-x-mirr\nterms: [sulvane, {headword: tal}]\nrules: {unknown-word: off}\noutput: {to: html}\n',
    '{"lang": "art-x-mirr", "threshold": 0.5}',
    'a: &a [*a]\n<<: *a\n? [x]\n: !!set {y}\n',
  ]
  test(
    'mutated files are used, or cause an error that names the file',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutationsOf(texts.map((text) => Buffer.from(text))), fc.constantFrom('c.json', 'c.yaml'), async (bytes, name) => {
          const path = join(folder, name)
          writeFileSync(path, bytes)
          try {
            expect(configurationErrors((await loadConfiguration(folder, path)).configuration)).toEqual([])
          } catch (error) {
            if (!isCommandError(error)) throw error
            expect(error.message.startsWith(path)).toBe(true)
            expect(error.exitCode).toBe(2)
          }
        }),
        runs(100),
      )
    },
    limit,
  )
})
