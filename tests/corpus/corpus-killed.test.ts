/** `runCorpus` in a process of its own: killed, interrupted, with closed pipes, on full disks. */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text as textOf} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {archive} from '../support/archive.js'
import {treeOf} from '../support/process-tree.js'
import {runProgram, testWith} from '../support/programs.js'

const program = fileURLToPath(new URL('../support/corpus-run.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))
const path = (name: string) => join(folder, name)

const COUNT = 12
/** Short stories: what is tested is what happens between them. */
const share = 0.12
const stories = archive(COUNT, {share})

/**
 * Starts a run with one worker. Tests of what the run itself does ask for none, which saves a process.
 *
 * @param options.detached as the leader of a process group, as a shell starts it
 */
function start(options: object, {input = stories, ends = true, detached = false} = {}): ChildProcess {
  const child = spawn(process.execPath, [program, JSON.stringify({workers: 1, ...options})], {stdio: 'pipe', detached})
  child.stdin?.on('error', () => {})
  child.stdin?.write(input)
  if (ends) child.stdin?.end()
  return child
}

/** Waits for the process to end. @returns its output and exit status */
async function waitForExit(child: ChildProcess) {
  const [stdout, stderr, [status, signal]] = await Promise.all([
    // A closed stream yields nothing.
    textOf(child.stdout as NonNullable<typeof child.stdout>).catch(() => ''),
    textOf(child.stderr as NonNullable<typeof child.stderr>).catch(() => ''),
    new Promise<[number | null, string | null]>((resolve) => {
      // A process that has ended emits no more events.
      if (child.exitCode !== null || child.signalCode !== null) resolve([child.exitCode, child.signalCode])
      else child.once('close', (code, name) => resolve([code, name]))
    }),
  ])
  return {stdout, stderr, status, signal}
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

/** Waits until a condition holds or the process has ended. */
async function waitUntil(child: ChildProcess, condition: () => boolean): Promise<void> {
  while (!condition() && child.exitCode === null && child.signalCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
}

let whole = {results: '', glossary: ''}
beforeAll(async () => {
  const {stdout, status} = await waitForExit(start({glossary: path('whole.json')}))
  expect(status).toBe(0)
  whole = {results: stdout, glossary: readFileSync(path('whole.json'), 'utf8')}
}, 60_000)

test('a run killed at any moment resumes where it stopped, with the same output', async () => {
  const [results, glossary] = [path('killed.ndjson'), path('killed.json')]
  const parts = path('.killed.json.parts')
  const all = Buffer.byteLength(whole.results)
  const moments = [
    () => existsSync(join(parts, 'records')),
    ...(process.env.FUZZ ? [1, all * 0.3, all * 0.5, all * 0.7] : [1, all * 0.5]).map((size) => () => sizeOf(results) >= size),
    // All stories are annotated, and the glossary is being merged.
    () => existsSync(join(parts, 'part-0')),
  ]
  for (const [index, moment] of moments.entries()) {
    const child = start({resume: results, glossary, workers: 1 + (index % 2)})
    await waitUntil(child, moment)
    child.kill('SIGKILL')
    const {signal, status, stdout} = await waitForExit(child)
    // On a busy machine, the run may finish its glossary before it is killed.
    if (index === moments.length - 1 && status === 0) break
    expect(signal).toBe('SIGKILL')
    expect(stdout).toBe('')
    expect(whole.results.startsWith(existsSync(results) ? readFileSync(results, 'utf8') : '')).toBe(true)
    expect(existsSync(glossary)).toBe(false)
    // Simulates a write that was cut off.
    if (index === 2) appendFileSync(results, Buffer.from(whole.results).subarray(sizeOf(results), sizeOf(results) + 100))
  }
  const {status, stderr} = await waitForExit(start({resume: results, glossary}))
  expect(status).toBe(0)
  expect(JSON.parse(stderr)).toMatchObject({stories: COUNT, kept: COUNT})
  expect(readFileSync(results, 'utf8')).toBe(whole.results)
  expect(readFileSync(glossary, 'utf8')).toBe(whole.glossary)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

describe('results of other stories', () => {
  const lines = () => whole.results.split('\n')
  const resume = async (name: string, results: string, input = stories) => {
    writeFileSync(path(name), results)
    const result = await waitForExit(start({resume: path(name), workers: 0}, {input}))
    return {...result, after: readFileSync(path(name), 'utf8')}
  }

  test('end the run, and are left unchanged', async () => {
    const swapped = `${lines()[1]}\n${lines()[0]}\n`
    const other = await resume('other.ndjson', swapped)
    expect(other).toMatchObject({status: 2, after: swapped})
    expect(other.stderr).toMatch(/other\.ndjson:1: expected the result of "story-0", got that of "story-1"/u)
    const strange = await resume('strange.ndjson', '{"words": 3}\n')
    expect(strange).toMatchObject({status: 2, after: '{"words": 3}\n'})
    expect(strange.stderr).toMatch(/strange\.ndjson:1: expected a line written by `corpus`/u)
    const more = await resume('more.ndjson', `${lines().slice(0, 2).join('\n')}\n`, archive(1, {share}))
    expect(more.status).toBe(2)
    expect(more.stderr).toMatch(/more\.ndjson: more results than stories/u)
  })
})

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s: stories in progress are finished and written, and the run can be resumed', async (signal, expected) => {
  const results = path(`${signal}.ndjson`)
  // The input never ends, as when it is typed.
  const child = start({resume: results, glossary: path(`${signal}.json`)}, {ends: false})
  await waitUntil(child, () => sizeOf(results) > 0)
  child.kill(signal)
  const {status, stderr} = await waitForExit(child)
  expect(status).toBe(expected)
  expect(JSON.parse(stderr)).toMatchObject({stopped: 'asked', glossaries: []})
  const written = readFileSync(results, 'utf8')
  expect(written.endsWith('\n')).toBe(true)
  expect(whole.results.startsWith(written)).toBe(true)
})

test('an interrupt of the whole process group, as from a terminal, has the same effect', async () => {
  const results = path('group.ndjson')
  const child = start({resume: results, workers: 2}, {ends: false, detached: true})
  await waitUntil(child, () => sizeOf(results) > 0)
  process.kill(-(child.pid as number), 'SIGINT')
  const {status, stderr} = await waitForExit(child)
  expect(status).toBe(130)
  expect(JSON.parse(stderr)).toMatchObject({stopped: 'asked', errors: 0})
  expect(whole.results.startsWith(readFileSync(results, 'utf8'))).toBe(true)
})

const isLinux = process.platform === 'linux'
const onlyLinux = isLinux ? '' : ' (skipped: finding child processes needs Linux)'
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`)

describe.skipIf(!isLinux)(`workers${onlyLinux}`, () => {
  test('a killed worker costs the story it was processing, and is replaced', async () => {
    const child = start({}, {ends: false})
    const pid = child.pid as number
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    process.kill(treeOf(pid)[1] as number, 'SIGKILL')
    child.stdin?.end()
    const {stdout, status} = await waitForExit(child)
    expect(status).toBe(1)
    // The first chunk was read above.
    const lines = stdout.trimEnd().split('\n')
    const storyErrors = lines.map((line) => (JSON.parse(line) as {error?: string}).error).filter((error) => error !== undefined)
    expect(storyErrors).toEqual(['crashed its worker: killed by SIGKILL'])
    expect(lines.filter((line) => whole.results.includes(`${line}\n`))).toHaveLength(lines.length - 1)
  })

  test('an idle worker that is killed costs nothing', async () => {
    const results = path('idle.ndjson')
    const child = start({resume: results}, {ends: false})
    await waitUntil(child, () => sizeOf(results) === Buffer.byteLength(whole.results))
    const [, worker] = treeOf(child.pid as number) as [number, number]
    process.kill(worker, 'SIGKILL')
    await expect.poll(() => isAlive(worker), {timeout: 20_000}).toBe(false)
    child.stdin?.end(archive(1, {from: COUNT, share}))
    expect(await waitForExit(child)).toMatchObject({status: 0})
    expect(readFileSync(results, 'utf8').split('\n')).toHaveLength(COUNT + 2)
  })

  test('end with their run, even if it is killed', async () => {
    const results = path('orphans.ndjson')
    const child = start({resume: results, workers: 2}, {ends: false})
    await waitUntil(child, () => sizeOf(results) > 0)
    const workers = treeOf(child.pid as number).slice(1)
    expect(workers.length).toBeGreaterThan(0)
    child.kill('SIGKILL')
    await expect.poll(() => workers.filter(isAlive), {timeout: 20_000}).toEqual([])
  })
})

test('a run whose workers cannot start fails before it reads', async () => {
  const {status, stderr, stdout} = await waitForExit(start({limits: {megabytes: 1}}))
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/The first worker could not start: it exceeded the memory limit of 1 MB/u)
})

test('a closed output ends the run without an error', async () => {
  const child = start({glossary: path('piped.json')})
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  child.stdout?.destroy()
  const {status, stderr} = await waitForExit(child)
  expect(status).toBe(0)
  expect(JSON.parse(stderr)).toMatchObject({stopped: 'closed'})
  expect(existsSync(path('piped.json'))).toBe(false)
})

test('errors go to stderr and the exit status; stdout contains only results', async () => {
  const {status, stdout, stderr} = await waitForExit(start({workers: 0}, {input: `{"id": 1}\n${archive(1, {share})}no story\n`}))
  expect(status).toBe(1)
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line) as object)),
  ).toEqual([
    ['id', 'error'],
    ['id', 'standoff', 'messages', 'glossaries'],
    ['line', 'error'],
  ])
  expect(stderr).toMatch(/^1: expected `text`, the story, got nothing\nline 3: not JSON: /u)
})

testWith(['split', 'sh'], 'shards made by split, processed in a shell pipeline', () => {
  const shards = path('shards')
  mkdirSync(shards)
  writeFileSync(path('stories.ndjson'), stories)
  runProgram('split', ['-n', 'l/2', path('stories.ndjson'), join(shards, 's-')])
  const args = '{"workers": 0}'
  const stdout = runProgram('sh', ['-c', `for shard in "$1"/s-*; do "$2" "$3" "$4" <"$shard" 2>/dev/null; done`, 'sh', shards, process.execPath, program, args])
  expect(stdout).toBe(whole.results)
})

/** Mounts a small disk. @returns its path, or nothing if this user may not mount one */
function mountSmallDisk(name: string, size: string): string | undefined {
  const disk = path(name)
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], {stdio: 'pipe'})
    return disk
  } catch {
    return undefined
  }
}

const disk = mountSmallDisk('disk', '48k')
afterAll(() => {
  if (disk) execFileSync('umount', [disk], {stdio: 'pipe'})
})
const noDisk = disk ? '' : ' (skipped: this user may not mount a small disk)'

test.skipIf(!disk)(`a full disk is reported, the results so far are complete, and with free space the run resumes${noDisk}`, async () => {
  const results = join(disk as string, 'results.ndjson')
  const full = await waitForExit(start({resume: results, workers: 0}))
  expect(full.status).toBe(2)
  expect(full.stderr).toMatch(
    /results\.ndjson: the disk is full; make room, .* \(ENOSPC\); the results written so far are complete, and the run can be resumed/u,
  )
  const written = readFileSync(results, 'utf8')
  expect(written.length).toBeGreaterThan(12_000)
  expect(whole.results.startsWith(written)).toBe(true)
  execFileSync('mount', ['-o', 'remount,size=64m', disk as string])
  expect((await waitForExit(start({resume: results, workers: 0}))).status).toBe(0)
  expect(readFileSync(results, 'utf8')).toBe(whole.results)
  rmSync(results)
  // The same applies to the glossary.
  execFileSync('mount', ['-o', 'remount,size=16k', disk as string])
  const failed = await waitForExit(start({resume: path('failed.ndjson'), glossary: join(disk as string, 'words.json'), workers: 0}))
  expect(failed.status).toBe(2)
  expect(failed.stderr).toMatch(/words\.json: the disk is full; make room, .* \(ENOSPC\)/u)
  expect(readdirSync(disk as string)).toEqual([])
})

test.skipIf(!disk)(`a read-only disk is reported before the run${noDisk}`, async () => {
  execFileSync('mount', ['-o', 'remount,ro', disk as string])
  const results = await waitForExit(start({resume: join(disk as string, 'results.ndjson'), workers: 0}))
  expect(results).toMatchObject({status: 2, stdout: ''})
  expect(results.stderr).toMatch(/results\.ndjson: read-only file system; choose another location \(EROFS\)/u)
  const glossary = await waitForExit(start({glossary: join(disk as string, 'words.json'), workers: 0}))
  expect(glossary).toMatchObject({status: 2, stdout: ''})
  expect(glossary.stderr).toMatch(/words\.json: read-only file system; choose another location \(EROFS\)/u)
})

const isRoot = process.getuid?.() === 0
test.skipIf(isRoot)(`a read-only folder is reported${isRoot ? ' (skipped: this user may write everywhere)' : ''}`, async () => {
  const closed = path('closed')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  const {status, stderr} = await waitForExit(start({resume: join(closed, 'results.ndjson')}))
  expect(status).toBe(2)
  expect(stderr).toMatch(/permission denied.*\(EACCES\)/u)
})
