/** The archive as a process of its own: killed, stopped, cut off, on full disks. */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text as textOf} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {archive} from '../support/archive.js'
import {treeOf} from '../support/process-tree.js'
import {ask, testWith} from '../support/programs.js'

const program = fileURLToPath(new URL('../support/corpus-run.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))
const path = (name: string) => join(folder, name)

const COUNT = 12
const share = 0.4
const stories = archive(COUNT, {share})

/** @param options.detached as the head of a group of its own, as a shell starts it */
function start(options: object, {input = stories, ends = true, detached = false} = {}): ChildProcess {
  const child = spawn(process.execPath, [program, JSON.stringify({workers: 1, ...options})], {stdio: 'pipe', detached})
  child.stdin?.on('error', () => {})
  child.stdin?.write(input)
  if (ends) child.stdin?.end()
  return child
}

/** What it printed, and how it ended. */
async function ending(child: ChildProcess) {
  const [printed, said, [status, signal]] = await Promise.all([
    // Of a stream that was closed nothing is read.
    textOf(child.stdout as NonNullable<typeof child.stdout>).catch(() => ''),
    textOf(child.stderr as NonNullable<typeof child.stderr>).catch(() => ''),
    new Promise<[number | null, string | null]>((resolve) => {
      // One that is over already tells it no more.
      if (child.exitCode !== null || child.signalCode !== null) resolve([child.exitCode, child.signalCode])
      else child.once('close', (code, name) => resolve([code, name]))
    }),
  ])
  return {printed, said, status, signal}
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

/** Waits for something to happen to the disk, or for the process to be over. */
async function when(child: ChildProcess, happens: () => boolean): Promise<void> {
  while (!happens() && child.exitCode === null && child.signalCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
}

let whole = {results: '', glossary: ''}
beforeAll(async () => {
  const {printed, status} = await ending(start({glossary: path('whole.json')}))
  expect(status).toBe(0)
  whole = {results: printed, glossary: readFileSync(path('whole.json'), 'utf8')}
}, 60_000)

test('killed at any moment, it goes on where it stopped: the same bytes as if it had never been', async () => {
  const [results, glossary] = [path('killed.ndjson'), path('killed.json')]
  const parts = path('.killed.json.parts')
  const all = Buffer.byteLength(whole.results)
  const moments = [
    () => existsSync(join(parts, 'records')),
    ...[1, all * 0.3, all * 0.6].map((size) => () => sizeOf(results) >= size),
    // Everything is annotated, and the glossary is being made.
    () => existsSync(join(parts, 'part-0')),
  ]
  for (const [index, moment] of moments.entries()) {
    const child = start({resume: results, glossary, workers: 1 + (index % 2)})
    await when(child, moment)
    child.kill('SIGKILL')
    const {signal, status, printed} = await ending(child)
    // A machine that lets this process wait may let that one finish its glossary.
    if (index === moments.length - 1 && status === 0) break
    expect(signal).toBe('SIGKILL')
    expect(printed).toBe('')
    expect(whole.results.startsWith(existsSync(results) ? readFileSync(results, 'utf8') : '')).toBe(true)
    expect(existsSync(glossary)).toBe(false)
    // As a machine may leave it that is killed in the middle of a writing.
    if (index === 2) appendFileSync(results, Buffer.from(whole.results).subarray(sizeOf(results), sizeOf(results) + 100))
  }
  const {status, said} = await ending(start({resume: results, glossary}))
  expect(status).toBe(0)
  expect(JSON.parse(said)).toMatchObject({stories: COUNT, kept: COUNT})
  expect(readFileSync(results, 'utf8')).toBe(whole.results)
  expect(readFileSync(glossary, 'utf8')).toBe(whole.glossary)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

describe('results that are not those of the input', () => {
  const lines = () => whole.results.split('\n')
  const resume = async (name: string, results: string, input = stories) => {
    writeFileSync(path(name), results)
    const ended = await ending(start({resume: path(name)}, {input}))
    return {...ended, after: readFileSync(path(name), 'utf8')}
  }

  test('end the run, and stay as they are', async () => {
    const swapped = `${lines()[1]}\n${lines()[0]}\n`
    const other = await resume('other.ndjson', swapped)
    expect(other).toMatchObject({status: 2, after: swapped})
    expect(other.said).toMatch(/other\.ndjson:1: expected the result of "story-0", got that of "story-1"/u)
    const strange = await resume('strange.ndjson', '{"words": 3}\n')
    expect(strange).toMatchObject({status: 2, after: '{"words": 3}\n'})
    expect(strange.said).toMatch(/strange\.ndjson:1: expected a line that `corpus` has written/u)
    const more = await resume('more.ndjson', `${lines().slice(0, 2).join('\n')}\n`, archive(1, {share}))
    expect(more.status).toBe(2)
    expect(more.said).toMatch(/more\.ndjson: has more results than there are stories/u)
  })
})

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s: what is in flight is finished and written, and the run can go on', async (signal, expected) => {
  const results = path(`${signal}.ndjson`)
  // The input never ends: somebody types it.
  const child = start({resume: results, glossary: path(`${signal}.json`)}, {ends: false})
  await when(child, () => sizeOf(results) > 0)
  child.kill(signal)
  const {status, said} = await ending(child)
  expect(status).toBe(expected)
  expect(JSON.parse(said)).toMatchObject({stopped: 'asked', glossaries: []})
  const written = readFileSync(results, 'utf8')
  expect(written.endsWith('\n')).toBe(true)
  expect(whole.results.startsWith(written)).toBe(true)
})

test('an interrupt from the terminal, which goes to the workers as well, ends it no other way', async () => {
  const results = path('group.ndjson')
  const child = start({resume: results, workers: 2}, {ends: false, detached: true})
  await when(child, () => sizeOf(results) > 0)
  process.kill(-(child.pid as number), 'SIGINT')
  const {status, said} = await ending(child)
  expect(status).toBe(130)
  expect(JSON.parse(said)).toMatchObject({stopped: 'asked', errors: 0})
  expect(whole.results.startsWith(readFileSync(results, 'utf8'))).toBe(true)
})

const isLinux = process.platform === 'linux'
const onlyLinux = isLinux ? '' : ' (skipped: only Linux tells which processes are whose)'
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`)

describe.skipIf(!isLinux)(`workers${onlyLinux}`, () => {
  test('one that somebody kills costs the story that it was at, and is replaced', async () => {
    const child = start({}, {ends: false})
    const pid = child.pid as number
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    process.kill(treeOf(pid)[1] as number, 'SIGKILL')
    child.stdin?.end()
    const {printed, status} = await ending(child)
    expect(status).toBe(1)
    // What came first was read above.
    const lines = printed.trimEnd().split('\n')
    const errors = lines.map((line) => (JSON.parse(line) as {error?: string}).error).filter((error) => error !== undefined)
    expect(errors).toEqual(['broke its worker: the system ended it with SIGKILL'])
    expect(lines.filter((line) => whole.results.includes(`${line}\n`))).toHaveLength(lines.length - 1)
  })

  test('one that somebody kills while it has nothing to do costs nothing', async () => {
    const results = path('idle.ndjson')
    const child = start({resume: results}, {ends: false})
    await when(child, () => sizeOf(results) === Buffer.byteLength(whole.results))
    const [, worker] = treeOf(child.pid as number) as [number, number]
    process.kill(worker, 'SIGKILL')
    await expect.poll(() => isAlive(worker), {timeout: 20_000}).toBe(false)
    child.stdin?.end(archive(1, {from: COUNT, share}))
    expect(await ending(child)).toMatchObject({status: 0})
    expect(readFileSync(results, 'utf8').split('\n')).toHaveLength(COUNT + 2)
  })

  test('end with the run that has started them, even where it is killed', async () => {
    const results = path('orphans.ndjson')
    const child = start({resume: results, workers: 2}, {ends: false})
    await when(child, () => sizeOf(results) > 0)
    const workers = treeOf(child.pid as number).slice(1)
    expect(workers.length).toBeGreaterThan(0)
    child.kill('SIGKILL')
    await expect.poll(() => workers.filter(isAlive), {timeout: 20_000}).toEqual([])
  })
})

test('where no worker can start, the run says so before it reads', async () => {
  const {status, said, printed} = await ending(start({limits: {megabytes: 1}}))
  expect(status).toBe(2)
  expect(printed).toBe('')
  expect(said).toMatch(/The first worker could not start: it took more than 1 MB of memory/u)
})

test('a reader that has enough ends it quietly', async () => {
  const child = start({glossary: path('piped.json')})
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  child.stdout?.destroy()
  const {status, said} = await ending(child)
  expect(status).toBe(0)
  expect(JSON.parse(said)).toMatchObject({stopped: 'closed'})
  expect(existsSync(path('piped.json'))).toBe(false)
})

test('errors go to stderr, and to the status; stdout has nothing but results', async () => {
  const {status, printed, said} = await ending(start({}, {input: `{"id": 1}\n${archive(1, {share})}no story\n`}))
  expect(status).toBe(1)
  expect(
    printed
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line) as object)),
  ).toEqual([
    ['id', 'error'],
    ['id', 'standoff', 'messages', 'glossaries'],
    ['line', 'error'],
  ])
  expect(said).toMatch(/^1: expected `text`, the story, got nothing\nline 3: not JSON: /u)
})

testWith(['split', 'sh'], 'shards by split, as a filter of a shell pipeline', () => {
  const shards = path('shards')
  mkdirSync(shards)
  writeFileSync(path('stories.ndjson'), stories)
  ask('split', ['-n', 'l/3', path('stories.ndjson'), join(shards, 's-')])
  const args = '{"workers": 1}'
  const printed = ask('sh', ['-c', `for shard in "$1"/s-*; do "$2" "$3" "$4" <"$shard" 2>/dev/null; done`, 'sh', shards, process.execPath, program, args])
  expect(printed).toBe(whole.results)
})

/** A disk of a few megabytes; nothing, where this user may not mount one. */
function smallDisk(name: string, size: string): string | undefined {
  const disk = path(name)
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], {stdio: 'pipe'})
    return disk
  } catch {
    return undefined
  }
}

const disk = smallDisk('disk', '200k')
afterAll(() => {
  if (disk) execFileSync('umount', [disk], {stdio: 'pipe'})
})
const noDisk = disk ? '' : ' (skipped: this user may not mount a small disk)'

test.skipIf(!disk)(`a full disk: the error says so, what was written is whole, and with room it goes on${noDisk}`, async () => {
  const results = join(disk as string, 'results.ndjson')
  const full = await ending(start({resume: results}))
  expect(full.status).toBe(2)
  expect(full.said).toMatch(/results\.ndjson: the disk is full; make room, .* \(ENOSPC\); what was written is whole, and the run can be resumed/u)
  const written = readFileSync(results, 'utf8')
  expect(written.length).toBeGreaterThan(50_000)
  expect(whole.results.startsWith(written)).toBe(true)
  execFileSync('mount', ['-o', 'remount,size=64m', disk as string])
  expect((await ending(start({resume: results}))).status).toBe(0)
  expect(readFileSync(results, 'utf8')).toBe(whole.results)
  rmSync(results)
  // For the glossary, too.
  execFileSync('mount', ['-o', 'remount,size=60k', disk as string])
  const spilt = await ending(start({resume: path('spilt.ndjson'), glossary: join(disk as string, 'words.json')}))
  expect(spilt.status).toBe(2)
  expect(spilt.said).toMatch(/words\.json: the disk is full; make room, .* \(ENOSPC\)/u)
  expect(readdirSync(disk as string)).toEqual([])
})

test.skipIf(!disk)(`a read-only disk is told before the work${noDisk}`, async () => {
  execFileSync('mount', ['-o', 'remount,ro', disk as string])
  const results = await ending(start({resume: join(disk as string, 'results.ndjson')}))
  expect(results).toMatchObject({status: 2, printed: ''})
  expect(results.said).toMatch(/results\.ndjson: it is on a disk that can only be read; choose another place \(EROFS\)/u)
  const glossary = await ending(start({glossary: join(disk as string, 'words.json')}))
  expect(glossary).toMatchObject({status: 2, printed: ''})
  expect(glossary.said).toMatch(/words\.json: it is on a disk that can only be read; choose another place \(EROFS\)/u)
})

const isRoot = process.getuid?.() === 0
test.skipIf(isRoot)(`a folder where nobody may write${isRoot ? ' (skipped: this user may write everywhere)' : ''}`, async () => {
  const closed = path('closed')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  const {status, said} = await ending(start({resume: join(closed, 'results.ndjson')}))
  expect(status).toBe(2)
  expect(said).toMatch(/permission denied.*\(EACCES\)/u)
})
