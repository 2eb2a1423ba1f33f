import type {Answer, Knowledge, Task} from './answer.js'
import {type Named, refused} from './jobs.js'
import type {JoinPart} from './join-part.js'
import {readLine} from './read-story.js'
import {startWorker, type Told, WorkerLost, type WorkerProcess} from './worker-process.js'

/** The workers of a run, or the thread that everything else runs in. */
export interface Pool {
  /** How many tasks it can be given at the same time. */
  readonly size: number
  /** Never rejects: a story that breaks its worker is an answer that says so. */
  readonly answer: (task: Task) => Promise<Answer>
  /** @returns the languages of the part */
  readonly join: (part: JoinPart) => Promise<readonly string[]>
  /** From here on there is only joining, of so many parts. New workers do it: the memory of those that have annotated is given back. */
  readonly renew: (parts: number) => Promise<void>
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

/**
 * Room for young objects, in megabytes: for what a story makes, which is collected behind it. Joining takes a twelfth less CPU with four times as
 * much, and eighty megabytes more.
 */
const YOUNG = {annotating: 16, joining: 8} as const

/** So many workers start before there is a story: few runs have only one, and while the first gets ready, nothing else is done. */
const FIRST = 2

const ENDED = 'the run has ended'

const named = ({story}: Task): Named => {
  if (!story) return {}
  return 'bytes' in story ? readLine(story) : story
}

/**
 * A pool of worker processes, all but the first two started when there is work for them. A worker that dies or is stopped is replaced; the story it was at is lost,
 * and no other, since each is given one at a time.
 *
 * @throws Error if no worker can be started
 */
export async function openPool(knowledge: Knowledge, {workers, seconds, megabytes}: PoolOptions): Promise<Pool> {
  if (workers === 0) {
    const [{answerer}, {joinPart}] = await Promise.all([import('./answer.js'), import('./join-part.js')])
    return {size: 1, answer: answerer(knowledge), join: joinPart, renew: async () => {}, close: async () => {}}
  }
  let kind: 'annotating' | 'joining' = 'annotating'
  const all = new Set<WorkerProcess>()
  const idle: WorkerProcess[] = []
  let closed = false
  const start = async (): Promise<WorkerProcess> => {
    // What waits when a run ends comes here still.
    if (closed) throw new WorkerLost({reason: ENDED})
    const worker = startWorker(kind === 'annotating' ? {annotating: knowledge} : 'joining', {megabytes, young: YOUNG[kind]})
    all.add(worker)
    await worker.ready
    return worker
  }
  const stopAll = async (): Promise<void> => {
    const workers = [...all]
    all.clear()
    idle.length = 0
    await Promise.all(workers.map((worker) => worker.stop(ENDED)))
  }
  const run = async (told: Told, limit = Number.POSITIVE_INFINITY): Promise<unknown> => {
    let worker = idle.pop()
    // One that has ended while it had nothing to do costs no story.
    while (worker?.isLost()) worker = idle.pop()
    worker ??= await start()
    const timer = Number.isFinite(limit) ? setTimeout(() => worker.stop(`took more than ${limit} seconds`), limit * 1000) : undefined
    try {
      const value = await worker.tell(told)
      idle.push(worker)
      return value
    } catch (error) {
      if (error instanceof WorkerLost) all.delete(worker)
      else idle.push(worker)
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
  const answer = async (task: Task): Promise<Answer> => {
    try {
      return (await run({answer: task}, seconds)) as Answer
    } catch (error) {
      const {message} = error as Error
      const reason = error instanceof WorkerLost ? message : `broke its worker: ${message}`
      // Of an old result nothing may get lost: the run ends.
      if (task.done) return {bytes: task.done, astray: reason}
      const {id, line} = named(task)
      return refused({id, line, error: reason})
    }
  }
  const join = async (part: JoinPart): Promise<readonly string[]> => {
    try {
      return (await run({join: part})) as readonly string[]
    } catch (error) {
      if (!(error instanceof WorkerLost && error.memory)) throw error
      throw new Error(`A word of the glossary ${error.message} to join: allow more (--max-megabytes, \`limits.megabytes\`)`, {cause: error})
    }
  }
  const renew = async (parts: number): Promise<void> => {
    await stopAll()
    kind = 'joining'
    idle.push(...(await Promise.all(Array.from({length: Math.min(workers, parts)}, start))))
  }
  try {
    idle.push(...(await Promise.all(Array.from({length: Math.min(workers, FIRST)}, start))))
  } catch (error) {
    closed = true
    await stopAll()
    throw new Error(`The first worker could not start: it ${(error as Error).message}`, {cause: error})
  }
  const close = (): Promise<void> => {
    closed = true
    return stopAll()
  }
  return {size: workers, answer, join, renew, close}
}
