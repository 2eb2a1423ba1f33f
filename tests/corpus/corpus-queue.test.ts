/** The queue of examples/corpus on a real Redis, with workers and Redis killed during the run. */
import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, expect} from 'vitest'
import {archive} from '../support/archive.js'
import {findProgram, runProgram, testWith} from '../support/programs.js'

const example = (name: string) => fileURLToPath(new URL(`../../examples/corpus/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
const path = (name: string) => join(folder, name)
const env = {...process.env, REDIS: path('redis.sock'), LOCK: '700'}
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await Promise.all([...running].map(waitForExit))
  rmSync(folder, {recursive: true, force: true})
})

function start(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(program, args, {env, stdio: 'ignore'})
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}
const waitForExit = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : child.once('exit', resolve)))
const waitUntil = async (condition: () => boolean) => {
  for (const end = Date.now() + 30_000; !condition(); ) {
    if (Date.now() > end) throw new Error('timed out after 30 seconds')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Syncs each write to the disk, so that a killed Redis keeps what it acknowledged. */
const startRedis = () =>
  start(findProgram('redis-server') as string, [
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
const startWorker = () => start(process.execPath, [example('work.js'), path('results')])
const countResults = () => (existsSync(path('results')) ? readdirSync(path('results')).filter((name) => name.endsWith('.ndjson')).length : 0)

const COUNT = 14
/** Part of each story: what is tested is what happens between them. */
const share = 0.12

testWith(['redis-server'], 'every story has exactly one result, and the glossary equals that of a direct run, despite killed processes', async () => {
  writeFileSync(path('stories.ndjson'), archive(COUNT, {share}))
  mkdirSync(path('results'))
  let server = startRedis()
  const submitted = start(process.execPath, [example('submit.js'), path('stories.ndjson'), path('results')])
  const first = startWorker()
  await waitUntil(() => countResults() >= 2)
  first.kill('SIGKILL')
  const [second, third] = [startWorker(), startWorker()]
  await waitUntil(() => countResults() >= 6)
  server.kill('SIGKILL')
  await waitForExit(server)
  second.kill('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 300))
  server = startRedis()
  // Submitting again adds no duplicates.
  expect(await waitForExit(submitted)).toBe(0)
  expect(await waitForExit(start(process.execPath, [example('submit.js'), path('stories.ndjson'), path('results')]))).toBe(0)
  await waitUntil(() => countResults() >= 9)
  const args = [example('collect.js'), path('stories.ndjson'), path('results'), path('results.ndjson'), path('words.json')]
  expect(await waitForExit(start(process.execPath, args))).toBe(0)
  third.kill('SIGTERM')
  expect(await waitForExit(third)).toBe(0)

  const run = fileURLToPath(new URL('../support/corpus-run.js', import.meta.url))
  runProgram(process.execPath, [run, JSON.stringify({workers: 1, resume: path('direct.ndjson'), glossary: path('direct.json')})], {
    input: archive(COUNT, {share}),
  })
  expect(readFileSync(path('results.ndjson'), 'utf8')).toBe(readFileSync(path('direct.ndjson'), 'utf8'))
  expect(readFileSync(path('words.json'), 'utf8')).toBe(readFileSync(path('direct.json'), 'utf8'))
})
