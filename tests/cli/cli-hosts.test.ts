/** The command line and stories told in other languages than English. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {HOSTS} from '../../src/cli/option-values.js'
import {hostTags} from '../../src/hosts.js'
import {HOST_PAGES, type HostPage} from '../hosts/pages-told-elsewhere.js'
import {createTemporaryFolder, STORY, xenogloss} from '../support/command.js'

const {text, lines} = HOST_PAGES.de as HostPage
let cwd = ''
beforeAll(() => {
  cwd = createTemporaryFolder()
  writeFileSync(join(cwd, 'reise.txt'), text)
  writeFileSync(join(cwd, 'ferry.md'), STORY)
  writeFileSync(join(cwd, 'config.json'), '{"host": "sv"}')
  writeFileSync(join(cwd, 'wrong.json'), '{"host": "xx"}')
})
const run = (...args: string[]) => xenogloss(args, {cwd})
const utterancesOf = (out: string) => (JSON.parse(out) as {utterances: {translation?: string}[]}).utterances

test('the choices are the tags of the hosts', () => {
  expect(HOSTS).toEqual(hostTags)
})

describe('the host language', () => {
  test('is recognised story by story', async () => {
    const {code, out} = await run('glossary', 'reise.txt', 'ferry.md', '--lang', 'art-x-road')
    expect(code).toBe(0)
    const glossary = JSON.parse(out) as {entries: {headword: string; evidence: {work: string}[]}[]}
    const works = new Set(glossary.entries.flatMap(({evidence}) => evidence.map(({work}) => work)))
    expect([...works].sort()).toEqual(['ferry.md', 'reise.txt'])
    expect(glossary.entries.map(({headword}) => headword)).toEqual(expect.arrayContaining(['orrekh', 'sorul']))
  })
  test('is that of the page', async () => {
    const {out} = await run('annotate', 'reise.txt')
    expect(out).toContain('<html lang="de"')
    expect(utterancesOf((await run('annotate', 'reise.txt', '--to', 'standoff')).out).map(({translation}) => translation)).toEqual(
      lines.map(([, said]) => said),
    )
    const annotations = JSON.parse((await run('annotate', 'reise.txt', '--to', 'annotations')).out) as {body: {language: string}[]}[]
    expect(annotations[0]?.body[0]?.language).toBe('de')
  })
  test('can be named, for all stories', async () => {
    expect(utterancesOf((await run('annotate', 'reise.txt', '--host', 'de', '--to', 'standoff')).out)).toHaveLength(3)
    const {code, out} = await run('lint', 'reise.txt', '--host', 'en')
    expect(code).toBe(1)
    expect(out).toContain('The story is not told in “en”, so nothing is annotated')
  })
  test('can be configured; the command line wins', async () => {
    expect((await run('lint', 'reise.txt', '--config', 'config.json')).out).toContain('not told in “sv”')
    expect((await run('lint', 'reise.txt', '--config', 'config.json', '--host', 'de')).out).toBe('')
  })
  test('of a wrong tag is none: the choices are listed, exit code 2', async () => {
    for (const command of ['annotate', 'glossary', 'lint', 'corpus']) {
      const {code, err} = await run(command, ...(command === 'corpus' ? [] : ['reise.txt']), '--host', 'xx')
      expect(code, command).toBe(2)
      expect(err, command).toContain(HOSTS.join(', '))
    }
    const {code, err} = await run('lint', 'reise.txt', '--config', 'wrong.json')
    expect([code, err]).toEqual([2, expect.stringMatching(/`host` must be 'en' or 'de' .*'zh', not "xx"/u)])
  })
  test('of a corpus is recognised story by story, or named', async () => {
    const input = [
      {id: 'reise', text, format: 'text'},
      {id: 'ferry', text: STORY},
    ]
      .map((story) => `${JSON.stringify(story)}\n`)
      .join('')
    const counts = async (...args: string[]) => {
      const {out} = await xenogloss(['corpus', '--workers', '0', ...args], {cwd, input})
      return out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as {standoff: {utterances: unknown[]}}).standoff.utterances.length)
    }
    expect(await counts()).toEqual([3, 3])
    expect((await counts('--host', 'de'))[0]).toBe(3)
    expect((await counts('--host', 'fr'))[0]).toBe(0)
  })
})
