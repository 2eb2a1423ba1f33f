import {fileURLToPath} from 'node:url'
import Tinypool from 'tinypool'
import {type Answer, answerer, type Knowledge, refused, type Task} from './answer.js'
import type {Named} from './jobs.js'
import {type JoinPart, joinPart} from './join-part.js'
import {readLine} from './read-story.js'

/** The threads of a run, or the one that everything else runs in. */
export interface Pool {
  /** How many tasks it can be given at the same time. */
  readonly size: number
  /** Never rejects: a story that breaks its worker is an answer that says so. */
  readonly answer: (task: Task) => Promise<Answer>
  /** @returns the languages of the part */
  readonly join: (part: JoinPart) => Promise<readonly string[]>
  /** From here on there is only joining. New workers do it: the memory of those that have annotated is given back. */
  readonly renew: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  /** 0: everything in this thread, where nothing stops a story that takes too much. */
  readonly workers: number
  /** Of one story. */
  readonly seconds: number
  /** Of one worker's heap, in megabytes. */
  readonly megabytes: number
}

/** Built beside this file, under this name. */
const WORKER = fileURLToPath(new URL('./corpus-worker.js', import.meta.url))

/**
 * Room for young objects, in megabytes; V8 takes the next power of two for a third of it. Half of it makes annotating a fifth slower, for old
 * objects are collected twice as often, and compiled closures with them; joining the glossaries of ten thousand stories takes 50 MB less with it.
 */
const YOUNG = {annotating: 56, joining: 24} as const

const named = ({story}: Task): Named => {
  if (!story) return {}
  return 'bytes' in story ? readLine(story) : story
}

/**
 * A pool of worker threads. A worker that dies or is stopped is replaced; the story it was at is lost, and no other, since each is given one
 * at a time.
 */
export function openPool(knowledge: Knowledge, {workers, seconds, megabytes}: PoolOptions): Pool {
  if (workers === 0) return {size: 1, answer: answerer(knowledge), join: joinPart, renew: async () => {}, close: async () => {}}
  const open = (young: number) =>
    new Tinypool({
      filename: WORKER,
      minThreads: workers,
      maxThreads: workers,
      concurrentTasksPerWorker: 1,
      workerData: knowledge,
      resourceLimits: {maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: young},
    })
  let pool = open(YOUNG.annotating)
  const reason = (error: Error & {code?: string}): string => {
    if (error.name === 'AbortError') return `took more than ${seconds} seconds`
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return `took more than ${megabytes} MB of memory`
    return `broke its worker: ${error.message}`
  }
  const answer = async (task: Task): Promise<Answer> => {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), seconds * 1000)
    try {
      return (await pool.run(task, {name: 'answer', signal: stop.signal})) as Answer
    } catch (error) {
      // Of an old result nothing may get lost: the run ends.
      if (task.done) return {bytes: task.done, astray: reason(error as Error)}
      const {id, line} = named(task)
      return refused({id, line, error: reason(error as Error)})
    } finally {
      clearTimeout(timer)
    }
  }
  const join = async (part: JoinPart): Promise<readonly string[]> => {
    try {
      return (await pool.run(part, {name: 'join'})) as readonly string[]
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
      throw new Error(`A word of the glossary takes more than ${megabytes} MB of memory to join: allow more (--max-megabytes, \`limits.megabytes\`)`, {
        cause: error,
      })
    }
  }
  const renew = async (): Promise<void> => {
    await pool.destroy()
    pool = open(YOUNG.joining)
  }
  return {size: workers, answer, join, renew, close: () => pool.destroy()}
}
