/**
 * An archive of stories with one worker and with two: how fast, how much memory, the same bytes; what the pool adds to the work itself; and
 * whether the heap grows. `npm run bench:corpus`, or with another number of stories, made of another one: `npm run bench:corpus -- 2000 my-story.txt`.
 * How fast it is depends on how much is foreign: our story has a line every 200 characters.
 */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {createReadStream, createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {text} from 'node:stream/consumers'
import {pipeline} from 'node:stream/promises'
import {fileURLToPath} from 'node:url'
import {createStoryGenerator, storyOf} from '../support/archive.js'
import {megabytesOf} from '../support/process-tree.js'

const COUNT = Number(process.argv[2] ?? 10_000)
const tell = process.argv[3] === undefined ? storyOf : createStoryGenerator(readFileSync(process.argv[3], 'utf8'))
const program = fileURLToPath(new URL('../support/corpus-run.js', import.meta.url))
const bare = fileURLToPath(new URL('bare.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'xenogloss-bench-'))
const path = (name) => join(folder, name)

let characters = 0
function* stories() {
  for (let index = 0; index < COUNT; index++) {
    const story = tell(index)
    characters += Buffer.byteLength(story.text)
    yield `${JSON.stringify(story)}\n`
  }
}

/** @param looks at what it holds, ten times a second: by itself, for that takes a tenth of two cores */
async function run(file, options, {results, looks = false} = {}) {
  const stdio = [openSync(path('stories.ndjson'), 'r'), results === undefined ? 'ignore' : openSync(results, 'w'), 'pipe']
  const child = spawn(process.execPath, ['--expose-gc', file, JSON.stringify(options)], {stdio})
  let megabytes = 0
  const look = looks
    ? setInterval(() => {
        megabytes = Math.max(megabytes, megabytesOf(child.pid))
      }, 100)
    : undefined
  const [said, status] = await Promise.all([text(child.stderr), new Promise((resolve) => child.once('close', resolve))])
  clearInterval(look)
  if (status !== 0) throw new Error(said)
  const {cost, ...rest} = JSON.parse(said.trimEnd().split('\n').at(-1))
  return {cost: {...cost, megabytes}, ...rest}
}

async function hashOf(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

const size = () => characters / 1e6
const show = (name, {seconds, cpu, busy}) => {
  const shown = [`${(COUNT / seconds).toFixed(0)} stories/s`, `${(size() / seconds).toFixed(2)} MB/s`, `${cpu.toFixed(1)} s of CPU`]
  console.log(`${name.padEnd(14)}${shown.join(', ')}${busy === undefined ? '' : `, main process busy ${(busy * 100).toFixed(0)} %`}`)
}

try {
  await pipeline(Readable.from(stories()), createWriteStream(path('stories.ndjson')))
  console.log(`${COUNT} stories, ${size().toFixed(1)} MB of plain text`)
  const {cost: alone} = await run(bare, {})
  show('annotate alone', alone)
  const runs = []
  for (const workers of [1, 2]) {
    const {cost} = await run(program, {workers, glossary: path(`words-${workers}.json`)}, {results: path(`results-${workers}.ndjson`)})
    show(`${workers} worker${workers > 1 ? 's' : ''}`, cost)
    runs.push({cost, bytes: [await hashOf(path(`results-${workers}.ndjson`)), await hashOf(path(`words-${workers}.json`))].join()})
  }
  const [one, two] = runs
  const {cost: held} = await run(program, {workers: 2, glossary: path('words-held.json')}, {results: path('results-held.ndjson'), looks: true})
  console.log(`2 workers hold at most ${held.megabytes.toFixed(0)} MB, all processes together, what they share counted once`)
  const sizes = ['results-1.ndjson', 'words-1.json'].map((name) => `${(statSync(path(name)).size / 1e6).toFixed(0)} MB`)
  console.log(`results ${sizes[0]}, glossary ${sizes[1]}; the same bytes: ${one.bytes === two.bytes ? 'yes' : 'NO'}`)
  console.log(`two workers over one: ${(one.cost.seconds / two.cost.seconds).toFixed(2)} times as fast`)
  console.log(
    `one worker over annotate alone: ${(one.cost.cpu / alone.cpu).toFixed(2)} times the CPU, ${(one.cost.seconds / alone.seconds).toFixed(2)} times the time`,
  )
  rmSync(path('results-2.ndjson'))
  rmSync(path('words-2.json'))
  const [early, late] = [Math.ceil(COUNT / 5), COUNT]
  const {heap} = await run(program, {workers: 0, heapAt: [early, late], glossary: path('words-0.json')}, {results: path('results-0.ndjson')})
  console.log(`heap after ${early} stories ${(heap[0] / 1e6).toFixed(1)} MB, after ${late} ${(heap[1] / 1e6).toFixed(1)} MB`)
  if (one.bytes !== two.bytes) process.exitCode = 1
} finally {
  rmSync(folder, {recursive: true, force: true})
}
