/** The queue of examples/corpus on a real Redis, with workers killed and Redis taken away in the middle. */
import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, expect} from 'vitest'
import {archive} from '../support/archive.js'
import {ask, pathOf, testWith} from '../support/programs.js'

const example = (name: string) => fileURLToPath(new URL(`../../examples/corpus/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
const path = (name: string) => join(folder, name)
const env = {...process.env, REDIS: path('redis.sock'), LOCK: '700'}
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await Promise.all([...running].map(over))
  rmSync(folder, {recursive: true, force: true})
})

function start(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(program, args, {env, stdio: 'ignore'})
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}
const over = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : child.once('exit', resolve)))
const until = async (happens: () => boolean) => {
  for (const end = Date.now() + 30_000; !happens(); ) {
    if (Date.now() > end) throw new Error('nothing happened for half a minute')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** What is acknowledged is on the disk, so that a Redis that is killed comes back with it. */
const redis = () =>
  start(pathOf('redis-server') as string, [
    '--port',
    '0',
    '--unixsocket',
    env.REDIS,
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
    '--save',
    '',
  ])
const worker = () => start(process.execPath, [example('work.js'), path('results')])
const done = () => (existsSync(path('results')) ? readdirSync(path('results')).filter((name) => name.endsWith('.ndjson')).length : 0)

const COUNT = 30

testWith(['redis-server'], 'every story exactly once, and the glossary of a direct run, whoever is killed', async () => {
  writeFileSync(path('stories.ndjson'), archive(COUNT, {share: 0.4}))
  mkdirSync(path('results'))
  let server = redis()
  const submitted = start(process.execPath, [example('submit.js'), path('stories.ndjson'), path('results')])
  const first = worker()
  await until(() => done() >= 2)
  first.kill('SIGKILL')
  const [second, third] = [worker(), worker()]
  await until(() => done() >= 6)
  server.kill('SIGKILL')
  await over(server)
  second.kill('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 300))
  server = redis()
  // Submitted again: nothing is there twice.
  expect(await over(submitted)).toBe(0)
  expect(await over(start(process.execPath, [example('submit.js'), path('stories.ndjson'), path('results')]))).toBe(0)
  await until(() => done() >= 9)
  const args = [example('collect.js'), path('stories.ndjson'), path('results'), path('results.ndjson'), path('words.json')]
  expect(await over(start(process.execPath, args))).toBe(0)
  third.kill('SIGTERM')
  expect(await over(third)).toBe(0)

  const run = fileURLToPath(new URL('../support/corpus-run.js', import.meta.url))
  ask(process.execPath, [run, JSON.stringify({workers: 1, resume: path('direct.ndjson'), glossary: path('direct.json')})], {
    input: archive(COUNT, {share: 0.4}),
  })
  expect(readFileSync(path('results.ndjson'), 'utf8')).toBe(readFileSync(path('direct.ndjson'), 'utf8'))
  expect(readFileSync(path('words.json'), 'utf8')).toBe(readFileSync(path('direct.json'), 'utf8'))
})
