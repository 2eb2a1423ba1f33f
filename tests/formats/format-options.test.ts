/** Every format checks its options, and names what is wrong; so do the functions for files. */
import {mkdtempSync, readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readDictionary, writeDictionary} from '../../src/files.js'
import {formats} from '../../src/formats.js'
import {annotate, type Dictionary} from '../../src/index.js'

const source = '“Orreth sulvane.” (Good evening.)'
const story = {source, standoff: annotate(source).standoff}
const dictionary: Dictionary = {language: 'art-x-mirr', entries: [{headword: 'orreth', senses: ['good']}]}
// biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
type Wrong = any

/** The options that single formats have: a right value, a wrong one, and what it may be. */
const OWN: Readonly<Record<string, {of: readonly string[]; good: unknown; bad: unknown; expected: RegExp}>> = {
  byteOrderMark: {of: ['csv'], good: false, bad: 'no', expected: /^Option `byteOrderMark` must be true or false, not 'no'$/u},
  compress: {of: ['dictd', 'stardict'], good: false, bad: 1, expected: /^Option `compress` must be true or false, not 1$/u},
  modified: {of: ['epub'], good: new Date(0), bad: new Date(Number.NaN), expected: /^Option `modified` must be a valid date, not /u},
  base: {of: ['ontolex'], good: 'https://example.org/#', bad: 7, expected: /^Option `base` must be a text, not 7$/u},
}

const WRONG_TO_WRITE: readonly [object, RegExp][] = [
  [{name: 7}, /^Option `name` must be a text, not 7$/u],
  [{stories: 'x'}, /^Option `stories` must be a list, not 'x'$/u],
  [{stories: [{source: 'x'}]}, /^Option `stories\[0\]` must be a story with `source` and `standoff`, not /u],
  [{storys: []}, /^There is no option `storys`; did you mean `stories`\?$/u],
]
const WRONG_TO_READ: readonly [object, RegExp][] = [
  [{language: 'no tag'}, /^Option `language` must be a BCP 47 language tag, such as art-x-vessik, not 'no tag'$/u],
  [{definitionLanguage: 5}, /^Option `definitionLanguage` must be a text, not 5$/u],
  [{onMessage: 'print'}, /^Option `onMessage` must be a function, not 'print'$/u],
  [{langage: 'en'}, /^There is no option `langage`; did you mean `language`\?$/u],
]
const NO_OBJECT = /^The options must be an object, not /u

/** Asserts that each call fails with a TypeError and its message. */
async function expectErrors(call: (options: Wrong) => unknown, wrong: readonly [unknown, RegExp][]): Promise<void> {
  for (const [options, message] of [...wrong, [null, NO_OBJECT], [[], NO_OBJECT], ['x', NO_OBJECT]] as const) {
    const error = await Promise.resolve()
      .then(() => call(options))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toMatch(message)
  }
}

describe.each(formats.filter(({write}) => write))('$name', ({name, write}) => {
  test('writes with right options, and refuses wrong ones', async () => {
    const call = (options: Wrong) => write?.(dictionary, options)
    expect(call({stories: [story], name: 'Mirr'})).toBeDefined()
    expect(call({stories: undefined, name: undefined})).toBeDefined()
    await expectErrors(call, WRONG_TO_WRITE)
    for (const [option, {of, good, bad, expected}] of Object.entries(OWN)) {
      if (of.includes(name)) {
        expect(call({[option]: good})).toBeDefined()
        await expectErrors(call, [[{[option]: bad}, expected]])
      } else await expectErrors(call, [[{[option]: good}, new RegExp(`^There is no option \`${option}\`; `, 'u')]])
    }
  })
})

describe.each(formats.filter(({read}) => read))('$name', ({read}) => {
  test('reading refuses wrong options before it looks at the file', async () => {
    await expectErrors((options) => read?.('', options), [...WRONG_TO_READ, [{file: 7}, /^Option `file` must be a text, not 7$/u]])
  })
})

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))

  test('writeDictionary refuses wrong options, and writes nothing', async () => {
    await expectErrors(
      (options) => writeDictionary(join(folder, 'words.csv'), dictionary, options),
      [
        ...WRONG_TO_WRITE,
        [{format: 7}, /^Option `format` must be a format or the name of one, not 7$/u],
        [{format: 'cvs'}, /expected a format, .*csv/u],
        [{byteOrderMark: 'no'}, OWN.byteOrderMark!.expected],
        // An option of another format.
        [{compress: true}, /^There is no option `compress`; /u],
      ],
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('readDictionary refuses wrong options, whether the file exists or not', async () => {
    await expectErrors(
      (options) => readDictionary(join(folder, 'none.csv'), options),
      [...WRONG_TO_READ, [{format: null}, /^Option `format` must be a format or the name of one, not null$/u], [{file: 'x'}, /^There is no option `file`; /u]],
    )
  })

  test('options reach the format', async () => {
    const path = join(folder, 'right.csv')
    await writeDictionary(path, dictionary, {byteOrderMark: false})
    const {language} = await readDictionary(path, {language: 'art-x-other', onMessage: () => {}})
    expect(language).toBe('art-x-mirr')
  })
})
