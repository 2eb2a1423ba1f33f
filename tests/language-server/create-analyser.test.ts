/** The worker thread of the language server, in place of which a small program stands that can be made to fail. */
import {afterAll, expect, test} from 'vitest'
import {createAnalyser} from '../../src/language-server/create-analyser.js'
import type {StoryText} from '../../src/language-server/types.js'

const PROGRAM = `
  import {parentPort} from 'node:worker_threads'
  const projects = []
  parentPort.on('message', ({id, story, project, is}) => {
    if (is) return projects.push(project)
    const {source} = story
    if (source === 'end') process.exit(3)
    if (source === 'throw') throw new Error('lost in the reeds')
    if (source === 'exhaust') for (const all = [];; ) all.push(new Array(1e6).fill(id))
    if (source.startsWith('hang')) for (;;);
    parentPort.postMessage(source === 'refuse' ? {id, error: 'no story'} : {id, analysis: {remarks: projects, source}})
  })`

const analyser = createAnalyser(new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`), {seconds: 2, megabytes: 40})
afterAll(() => analyser.close())

const project = {options: {dictionaries: []}}
const storyOf = (source: string): StoryText => ({source, format: 'text', work: 'reeds.txt'})
const analyse = (document: string, source: string) => analyser.analyse(document, 'key', project, storyOf(source))

test('a story that ends, exhausts or blocks the thread is an error; the next one is read by a new thread that knows its project', async () => {
  const failures = [
    ['refuse', /^no story$/u],
    ['end', /ended with code 3/u],
    ['throw', /lost in the reeds/u],
    ['exhaust', /memory/u],
    ['hang', /longer than 2 seconds/u],
  ] as const
  for (const [source, reason] of failures) {
    await expect(analyse('reeds', source)).rejects.toThrow(reason)
    expect(await analyse('reeds', 'quiet water')).toEqual({remarks: ['key'], source: 'quiet water'})
  }
})

test('an older version is given up, in a long document at once', async () => {
  const versions = [analyse('reeds', 'one'), analyse('reeds', 'two'), analyse('reeds', `hang${' '.repeat(400_000)}`), analyse('reeds', 'four')]
  expect(await Promise.all(versions)).toEqual([undefined, undefined, undefined, {remarks: ['key'], source: 'four'}])
  const closed = analyse('reeds', 'five')
  analyser.cancel('reeds')
  expect(await closed).toBeUndefined()
  expect(await Promise.all([analyse('reeds', 'six'), analyse('banks', 'one')])).toMatchObject([{source: 'six'}, {source: 'one'}])
})
