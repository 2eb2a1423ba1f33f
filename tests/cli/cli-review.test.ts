/** `glossary review` over HTTP: who may write the file, and what becomes of it. */
import {chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {json} from '../../src/formats.js'
import {annotate, type Glossary} from '../../src/index.js'
import {createTemporaryFolder, type Running, STORY, start, xenogloss} from '../support/command.js'
import {eventually} from '../support/eventually.js'

const cwd = createTemporaryFolder()
const file = join(cwd, 'words.json')
const glossary = annotate(STORY, {work: 'ferry', lang: 'art-x-ferry'}).glossary
let running: Running
let address = ''
let token = ''

beforeAll(async () => {
  writeFileSync(file, json.write(glossary))
  chmodSync(file, 0o600)
  symlinkSync('words.json', join(cwd, 'link.json'))
  running = start(['glossary', 'review', 'link.json'], {cwd})
  address = (await running.waitFor(/http:\/\/127\.0\.0\.1:\d+/u))[0]
  token = /name="xenogloss-token" content="([^"]+)"/u.exec(await (await fetch(address)).text())?.[1] as string
})
afterAll(async () => {
  running.process.kill('SIGINT')
  expect((await running.ended).code).toBe(0)
})

const read = (): Glossary => JSON.parse(readFileSync(file, 'utf8')) as Glossary
const served = async () => (await (await fetch(`${address}/glossary.json`)).json()) as {version: string; glossary: Glossary}
const post = (body: unknown, headers: Record<string, string> = {}, path = '/decisions') =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-Xenogloss-Token': token, ...headers},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const change = ({entries}: Glossary, index = 0, status = 'accepted') => ({index, entry: {...entries[index], status}})

test('a page without inline code, the table, and the glossary', async () => {
  const page = await (await fetch(address)).text()
  expect(page).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=/u)
  for (const [, path] of page.matchAll(/(?:src|href)="(\/[^"]+)"/gu)) expect((await fetch(address + path)).status).toBe(200)
  expect((await served()).glossary).toEqual(read())
})

test('a decision is written to the file, which keeps its permissions and its link', async () => {
  const {version, glossary: before} = await served()
  const response = await post({version, changes: [change(before)]})
  expect(response.status).toBe(200)
  expect(read().entries[0]).toEqual({...glossary.entries[0], status: 'accepted'})
  expect(read().entries.slice(1)).toEqual(glossary.entries.slice(1))
  expect(((await response.json()) as {version: string}).version).toBe((await served()).version)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(cwd).sort()).toEqual(['link.json', 'words.json'])
})

test('decisions about a file that has changed meanwhile are refused, and the file stays', async () => {
  const {version, glossary: before} = await served()
  const changed = {...before, name: 'Ferry'}
  writeFileSync(file, json.write(changed))
  const response = await post({version, changes: [change(before, 1)]})
  expect([response.status, ((await response.json()) as {error: string}).error]).toEqual([409, 'The file was changed by another program'])
  expect(read()).toEqual(changed)
  await eventually(async () => (await served()).glossary.name === 'Ferry')
  const now = await served()
  expect((await post({version: now.version, changes: [change(now.glossary, 1)]})).status).toBe(200)
  // Of two at once, the second has seen another file.
  const {version: last, glossary: current} = await served()
  const both = await Promise.all([
    post({version: last, changes: [change(current, 0, 'rejected')]}),
    post({version: last, changes: [change(current, 1, 'rejected')]}),
  ])
  expect(both.map(({status}) => status).sort()).toEqual([200, 409])
})

test('a file that has become unreadable is not written over', async () => {
  const text = readFileSync(file, 'utf8')
  const {version, glossary: before} = await served()
  writeFileSync(file, '{"language": ')
  expect((await post({version, changes: [change(before)]})).status).toBe(409)
  expect(readFileSync(file, 'utf8')).toBe('{"language": ')
  writeFileSync(file, text)
  await eventually(async () => (await served()).version === version)
})

test('nobody but the page may write', async () => {
  const before = readFileSync(file, 'utf8')
  const {version, glossary: current} = await served()
  const body = {version, changes: [change(current, 0, 'proposed')]}
  const status = async (...args: Parameters<typeof post>) => (await post(...args)).status
  expect(await status(body, {'X-Xenogloss-Token': ''})).toBe(403)
  expect(await status(body, {'X-Xenogloss-Token': `${token.slice(1)}x`})).toBe(403)
  expect(await status(body, {Origin: 'https://evil.example'})).toBe(403)
  expect(await status(body, {Origin: 'null'})).toBe(403)
  expect(await status(body, {'Sec-Fetch-Site': 'cross-site'})).toBe(403)
  expect(await status(body, {'Content-Type': 'text/plain'})).toBe(415)
  for (const path of ['/', '/glossary.json', '/review.js', '/other']) expect(await status(body, {}, path), path).toBe(405)
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await fetch(`${address}/decisions`, {method})).status, method).toBe(405)
  expect((await fetch(`${address}/decisions`)).status).toBe(404)
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('what is no decision about this glossary is refused', async () => {
  const before = readFileSync(file, 'utf8')
  const {version, glossary: current} = await served()
  const [first] = current.entries
  for (const changes of [
    undefined,
    {},
    [null],
    [{index: 99, entry: first}],
    [{index: -1, entry: first}],
    [{index: 'length', entry: first}],
    [{index: 1, entry: first}],
    [{index: 0, entry: {...first, status: 'splendid'}}],
    [{index: 0, entry: {...first, senses: [7]}}],
    [{index: 0, entry: {headword: first?.headword, onclick: 'alert(1)'}}],
  ])
    expect((await post({version, changes})).status, JSON.stringify(changes)).toBe(400)
  for (const body of ['', 'null', '[]', '{', '\u0000']) expect([400, 409]).toContain((await post(body)).status)
  expect((await post(`"${'x'.repeat(34_000_000)}"`)).status).toBe(413)
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('what cannot be reviewed', async () => {
  writeFileSync(join(cwd, 'lexiconga.json'), JSON.stringify({name: 'Odd', words: [{name: 'vess', definition: 'salt', partOfSpeech: 'noun'}]}))
  writeFileSync(join(cwd, 'words.csv'), 'vess,salt\n')
  const run = (...args: string[]) => xenogloss(['glossary', 'review', ...args], {cwd})
  expect(await run('-')).toMatchObject({code: 2, err: expect.stringContaining('name a file')})
  expect(await run('none.json')).toMatchObject({code: 3, err: expect.stringContaining('none.json')})
  expect(await run('words.csv')).toMatchObject({code: 3, err: expect.stringContaining('glossary import')})
  expect(await run('lexiconga.json')).toMatchObject({code: 3, err: expect.stringContaining('glossary import')})
})
