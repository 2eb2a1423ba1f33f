/** `xenogloss/worker`: in Node with the thread as it is published, and against workers that fail. Browsers: worker-browser.test.ts. */
import {readFileSync} from 'node:fs'
import {afterEach, describe, expect, test} from 'vitest'
// As published: source has no thread beside it.
import {createWorkerAnnotator, type WorkerAnnotator, type WorkerLike} from '../../dist/worker.js'
import {annotateStandoff} from '../../src/annotate/annotate.js'
import german from '../../src/hosts/de/german.js'
import type {WorkerOptions} from '../../src/worker.js'

const story = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
const inGerman =
  'Der Fährmann legte die Stange weg. „Tovash beru kel“, sagte er zu dem Kind, das noch immer am Ufer stand. (Das Wasser ist heute tief.) Das Kind nickte, und der alte Mann ging mit ihm zu dem Haus, in dem seine Schwester wohnte.'

const opened: WorkerAnnotator[] = []
const open = (...options: Parameters<typeof createWorkerAnnotator>): WorkerAnnotator => {
  const annotator = createWorkerAnnotator(...options)
  opened.push(annotator)
  return annotator
}
afterEach(() => {
  for (const annotator of opened.splice(0)) annotator.dispose()
})

describe('the thread', () => {
  test('answers what annotate answers, and says how far it is', async () => {
    const progress: number[] = []
    const {readings, ...annotation} = await open().annotate(story, {format: 'markdown', work: 'Salt'}, {onProgress: (done) => progress.push(done)})
    expect(annotation).toEqual(JSON.parse(JSON.stringify(annotateStandoff(story, {format: 'markdown', work: 'Salt'}))))
    expect(annotation.standoff.utterances.length).toBeGreaterThan(10)
    expect(progress.length).toBeGreaterThan(5)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
  })

  test('loads the host language of a story, or those that are asked for', async () => {
    const annotator = open()
    const expected = annotateStandoff(inGerman, {format: 'text', host: german}).standoff
    expect(expected.utterances).toHaveLength(1)
    for (const host of [undefined, 'de', ['en', 'de']] as const) {
      const {standoff, hostLanguage} = await annotator.annotate(inGerman, {format: 'text', ...(host && {host})})
      expect({standoff, hostLanguage}).toEqual({standoff: expected, hostLanguage: 'de'})
    }
  })

  test('gives the readings of words whose dictionary takes them apart', async () => {
    const entries = [
      {headword: 'sorul', senses: ['lamp']},
      {headword: '-nu', partOfSpeech: 'suffix', senses: ['my']},
    ]
    const text = 'She held it up. “Sorulnu,” she said, and the children came nearer to the light.'
    const {standoff, readings} = await open().annotate(text, {format: 'text', dictionaries: [{language: 'art-x-vessik', entries}]})
    const id = standoff.terms[0]?.id as string
    expect(readings[id]?.parts.map(({headword}) => headword)).toEqual(['sorul', '-nu'])
  })

  test('rejects wrong options as annotate does, and goes on', async () => {
    const annotator = open()
    await expect(annotator.annotate(story, {threshold: 2})).rejects.toEqual(new TypeError('Option `threshold` must be a number from 0 to 1, not 2'))
    await expect(annotator.annotate(story, {host: 'xx'} as never)).rejects.toThrow('Option `host` must be one of en, de,')
    await expect(annotator.annotate(story, {clues: [() => 0]} as never)).rejects.toThrow('Option `clues` must be data that can be sent to a worker')
    await expect(annotator.annotate(7 as never)).rejects.toThrow('The source must be a string, not number')
    expect((await annotator.annotate('', {})).standoff.utterances).toEqual([])
  })

  test('gives up a running story and one that waits, and takes the next', async () => {
    const annotator = open()
    const [running, waiting] = [new AbortController(), new AbortController()]
    const first = annotator.annotate(story.repeat(50), {}, {signal: running.signal, onProgress: () => running.abort(new Error('read enough'))})
    const second = annotator.annotate(story, {}, {signal: waiting.signal})
    const third = annotator.annotate(inGerman, {format: 'text'})
    waiting.abort()
    await expect(second).rejects.toMatchObject({name: 'AbortError'})
    await expect(first).rejects.toThrow('read enough')
    expect((await third).hostLanguage).toBe('de')
    await expect(annotator.annotate('', {}, {signal: AbortSignal.abort()})).rejects.toMatchObject({name: 'AbortError'})
  })
})

/** A worker of a test: what it does with a story is up to the test. */
function createFake(answer: (request: {id: number; source: string}, say: (type: string, event: object) => void) => void): WorkerLike & {isTerminated: boolean} {
  const listeners: Record<string, (event: never) => void> = {}
  const say = (type: string, event: object) => listeners[type]?.(event as never)
  const worker = {
    isTerminated: false,
    postMessage: (request: unknown) => queueMicrotask(() => answer(request as never, say)),
    terminate: () => {
      worker.isTerminated = true
    },
    addEventListener: (type: string, listener: (event: never) => void) => {
      listeners[type] = listener
    },
  }
  return worker
}

describe('workers that fail', () => {
  const answering = () =>
    createFake(({id, source}, say) => {
      say('message', {data: {ready: true}})
      if (source === 'fatal') say('error', {message: 'out of memory'})
      else say('message', {data: {id, annotation: {source}}})
    })

  test('one that dies rejects its story alone; the others get a new one', async () => {
    const workers: ReturnType<typeof answering>[] = []
    const start = () => workers[workers.push(answering()) - 1] as WorkerLike
    const annotator = open({worker: start})
    const stories = ['one', 'fatal', 'three'].map((source) => annotator.annotate(source))
    const settled = await Promise.allSettled(stories)
    expect(settled.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((settled[1] as PromiseRejectedResult).reason).toEqual(new Error('The worker stopped: out of memory'))
    expect(workers.map(({isTerminated}) => isTerminated)).toEqual([true, false])
  })

  test('one that cannot start', async () => {
    let count = 0
    const silent = open({worker: () => (count++ === 0 ? createFake((_, say) => say('error', {})) : answering())})
    await expect(silent.annotate('one')).rejects.toThrow('The worker could not be started: its script is missing, or the page forbids it')
    await expect(silent.annotate('two')).resolves.toEqual({source: 'two'})
    const refused = () => {
      throw new Error('blocked')
    }
    await expect(open({worker: refused}).annotate('one')).rejects.toThrow('The worker could not be started: blocked')
  })

  test('what comes from a story that was given up is ignored', async () => {
    const late: (() => void)[] = []
    const annotator = open({
      worker: () =>
        createFake(({id, source}, say) => {
          if (source === 'slow') late.push(() => say('message', {data: {id: id + 1, annotation: 'wrong'}}))
          else say('message', {data: {id, annotation: 'right'}})
        }),
    })
    const controller = new AbortController()
    const slow = annotator.annotate('slow', {}, {signal: controller.signal})
    await Promise.resolve()
    controller.abort()
    const next = annotator.annotate('next')
    for (const say of late) say()
    await expect(slow).rejects.toMatchObject({name: 'AbortError'})
    await expect(next).resolves.toBe('right')
  })

  test('dispose rejects what waits and what comes', async () => {
    const worker = createFake(() => {})
    const annotator = open({worker: () => worker})
    const stories = ['one', 'two'].map((source) => annotator.annotate(source))
    annotator.dispose()
    annotator.dispose()
    for (const each of [...stories, annotator.annotate('three')]) await expect(each).rejects.toThrow('The annotator was disposed of')
    expect(worker.isTerminated).toBe(true)
  })
})

// Options are data, which the types say, too.
const _options: WorkerOptions = {host: 'de', conventions: ['dash'], recognize: ['fr'], terms: {sorul: 'lamp'}}
// @ts-expect-error a host is named by its tag
const _host: WorkerOptions = {host: german}
void [_options, _host]
