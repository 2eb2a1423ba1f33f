/** dictd databases, queried with dict. */
import {type ChildProcess, spawn} from 'node:child_process'
import {chmodSync, readFileSync, writeFileSync} from 'node:fs'
import {connect, createServer} from 'node:net'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {setTimeout as wait} from 'node:timers/promises'
import {gunzipSync} from 'node:zlib'
import {afterAll, describe, expect, test} from 'vitest'
import {dictd} from '../../src/formats/dictd.js'
import type {Dictionary} from '../../src/index.js'
import {findProgram, runProgram, testWith, writeToFolder} from '../support/programs.js'

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../dictionaries/${name}.json`, import.meta.url), 'utf8')) as Dictionary
const wordsOf = ({entries}: Dictionary) =>
  entries.flatMap(({headword, variants = [], forms = []}) => [headword, ...variants, ...forms.map((form) => (typeof form === 'string' ? form : form.form))])

const many: Dictionary = {
  language: 'art-x-many',
  name: 'Many words',
  licence: 'CC0-1.0',
  source: 'made up',
  entries: ['Zar', 'ébe', 'Ébela', 'ñandu', '𒀀x', "'e'", '-ath', 'a-', 'a', 'ab', 'b c', 'Ütz', '_x', '[x', '字', '😀', 'straße', 'Ǆx', '00', 'zz'].map(
    (headword, i) => ({
      headword,
      senses: [{definition: `meaning ${i}`, certainty: 'inferred'}, 'another'],
      variants: [`${headword}v`],
      forms: [{form: `${headword}nu`, meaning: `plural ${i}`}],
    }),
  ),
}
const cased: Dictionary = {
  language: 'tlh',
  name: 'Two cases',
  spelling: {caseSensitive: true},
  entries: [
    {headword: 'qaq', senses: ['small']},
    {headword: 'Qaq', senses: ['capital']},
    {headword: 'aQ', senses: ['inner']},
  ],
}

test('the index is sorted by bytes and points to definitions', () => {
  const files = dictd.write(many)
  const lines = new TextDecoder().decode(files['Many-words.index']).trimEnd().split('\n')
  const keys = lines.map((line) => Buffer.from(line.split('\t')[0] as string))
  expect(keys.map(String)).toEqual([...keys].sort(Buffer.compare).map(String))
  const text = gunzipSync(files['Many-words.dict.dz'] as Uint8Array)
  const number = (digits: string) =>
    [...digits].reduce((sum, digit) => sum * 64 + 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(digit), 0)
  for (const line of lines) {
    const [key = '', offset = '', size = '', word = key] = line.split('\t')
    expect(text.subarray(number(offset), number(offset) + number(size)).toString()).toContain(word.replaceAll('’', "'"))
  }
})

test('control characters and rejected entries are omitted', () => {
  const entries = [
    {headword: 'vess', notes: 'red \u001b[31m\u009b31m'},
    {headword: 'dakh', status: 'rejected' as const},
  ]
  const files = dictd.write({language: 'art-x-odd', entries}, {compress: false})
  const text = new TextDecoder().decode(files['art-x-odd.dict'])
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
  expect(text).not.toContain('dakh')
  expect(() => dictd.write({language: 'art-x-odd', entries: [{headword: 'x'.repeat(600)}]})).toThrow(/a word of more than 511 bytes/u)
})

describe('dictd itself', () => {
  const servers: ChildProcess[] = []
  afterAll(() => {
    for (const server of servers) server.kill('SIGKILL')
  })

  const freePort = () =>
    new Promise<number>((resolve, reject) => {
      const probe = createServer().on('error', reject)
      probe.listen(0, '127.0.0.1', () => {
        const {port} = probe.address() as {port: number}
        probe.close(() => resolve(port))
      })
    })

  async function serve(dictionary: Dictionary, compress: boolean) {
    const written = dictd.write(dictionary, {compress})
    const folder = writeToFolder(written, '')
    // If root starts dictd, it switches to a user who can access only world-accessible folders.
    chmodSync(folder, 0o777)
    const [index, dict] = Object.keys(written)
    const config = `access {\n  allow *\n}\ndatabase words {\n  data "${join(folder, dict as string)}"\n  index "${join(folder, index as string)}"\n}\n`
    writeFileSync(join(folder, 'dictd.conf'), config)
    const port = await freePort()
    const options = [
      '-c',
      join(folder, 'dictd.conf'),
      '-p',
      String(port),
      '--listen-to',
      '127.0.0.1',
      '--locale',
      'C.UTF-8',
      '-d',
      'nodetach',
      '--pid-file',
      join(folder, 'pid'),
    ]
    servers.push(spawn(findProgram('dictd') as string, options, {stdio: 'ignore', env: {...process.env, LC_ALL: 'C.UTF-8'}}))
    const client = (...args: string[]) => {
      try {
        return runProgram('dict', ['-h', '127.0.0.1', '-p', String(port), '-P', '-', ...args])
      } catch (error) {
        return String((error as {stderr?: unknown}).stderr)
      }
    }
    for (let tries = 0; tries < 50 && !client('-D').includes('words'); tries++) await wait(100)
    /** Whether each word has a definition. Sends all queries at once by the protocol (RFC 2229, 3.2), because the client is slow. */
    const define = async (words: readonly string[]): Promise<boolean[]> => {
      const socket = connect(port, '127.0.0.1')
      socket.write(`${words.map((word) => `DEFINE words "${word.replace(/["\\]/gu, '\\$&')}"\r\n`).join('')}QUIT\r\n`)
      const answers = (await text(socket)).match(/^(?:150 \d+ definitions|552 no match|5\d\d )/gmu) ?? []
      return words.map((_, i) => answers[i]?.startsWith('150') ?? false)
    }
    return Object.assign(client, {define})
  }

  testWith(['dictd', 'dict'], 'every word finds its entry, in any case', async () => {
    for (const dictionary of [file('vessik'), file('memoirs-krypton'), many]) {
      const dict = await serve(dictionary, dictionary !== many)
      expect(dict('-D')).toContain(dictionary.name)
      const words = wordsOf(dictionary).filter((word) => !word.includes('ß'))
      const queries = [...words, ...words.map((word) => word.toUpperCase())]
      const found = await dict.define(queries)
      expect(queries.filter((_, i) => !found[i])).toEqual([])
      expect(await dict.define(['nosuchword'])).toEqual([false])
      expect(dict('-d', 'words', '--', 'nosuchword')).toContain('No definitions found')
    }
    const dict = await serve(many, true)
    expect(dict('-d', 'words', '--', 'ÉBELANU')).toContain('Ébela\n    1. meaning 2 (inferred)\n    2. another\n    Forms: Ébelanu “plural 2”')
    expect(dict('-i', 'words')).toContain('Licence: CC0-1.0')
  })

  testWith(['dictd', 'dict'], 'words that differ only in case are both shown', async () => {
    const dict = await serve(cased, true)
    for (const word of ['qaq', 'Qaq', 'QAQ']) expect(dict('-d', 'words', '--', word)).toMatch(/^2 definitions found.*small.*capital/su)
    expect(dict('-d', 'words', '--', 'aq')).toContain('inner')
  })
})
