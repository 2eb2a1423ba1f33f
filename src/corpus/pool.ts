import {type Answer, answerer, type Knowledge, refused, type Task} from './answer.js'
import type {Named} from './jobs.js'
import {type JoinPart, joinPart} from './join-part.js'
import {readLine} from './read-story.js'
import {startWorker, type Told, WorkerLost, type WorkerProcess} from './worker-process.js'

/** The workers of a run, or the thread that everything else runs in. */
export interface Pool {
  readonly size: number
  /** How many stories it can be given at the same time: each worker has the next at hand while it is at one. */
  readonly atOnce: number
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

/**
 * Room for young objects, in megabytes: for what a story of fifty kilobytes makes, which is collected behind it, and for the places of a common
 * word, which live as long as they are joined.
 */
const YOUNG = {annotating: 16, joining: 32} as const

const ENDED = 'the run has ended'

const named = ({story}: Task): Named => {
  if (!story) return {}
  return 'bytes' in story ? readLine(story) : story
}

/** What a worker has at hand: what it is at, and the next. */
const AT_HAND = 2

interface Member {
  readonly worker: WorkerProcess
  /** How much it has at hand. */
  load: number
}

/**
 * A pool of worker processes, started when there is work for them. A worker that dies or is stopped is replaced; the story it was at is lost,
 * and no other: what it had not begun another does.
 *
 * @throws Error if no worker can be started
 */
export async function openPool(knowledge: Knowledge, {workers, seconds, megabytes}: PoolOptions): Promise<Pool> {
  if (workers === 0) return {size: 1, atOnce: 1, answer: answerer(knowledge), join: joinPart, renew: async () => {}, close: async () => {}}
  let young: number = YOUNG.annotating
  const members = new Set<Member>()
  let closed = false
  const start = (): Member => {
    const member = {worker: startWorker(knowledge, {megabytes, young}), load: 0}
    members.add(member)
    return member
  }
  /** The worker with the least to do, a new one before one that has something. */
  const chosen = (): Member => {
    let best: Member | undefined
    for (const member of members) {
      // One that has ended while it had nothing to do costs no story.
      if (member.worker.isLost()) members.delete(member)
      else if (!best || member.load < best.load) best = member
    }
    return !best || (best.load > 0 && members.size < workers) ? start() : best
  }
  const stopAll = async (): Promise<void> => {
    const all = [...members]
    members.clear()
    await Promise.all(all.map(({worker}) => worker.stop(ENDED)))
  }
  const run = async (told: Told, limit?: number): Promise<unknown> => {
    // What waits when a run ends comes here still.
    if (closed) throw new WorkerLost({reason: ENDED})
    const member = chosen()
    member.load++
    try {
      await member.worker.ready
      return await member.worker.tell(told, limit)
    } catch (error) {
      if (!(error instanceof WorkerLost && error.untouched)) throw error
    } finally {
      member.load--
    }
    return run(told, limit)
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
  const renew = async (): Promise<void> => {
    await stopAll()
    young = YOUNG.joining
  }
  try {
    await start().worker.ready
  } catch (error) {
    throw new Error(`The first worker could not start: it ${(error as Error).message}`, {cause: error})
  }
  const close = (): Promise<void> => {
    closed = true
    return stopAll()
  }
  return {size: workers, atOnce: AT_HAND * workers, answer, join, renew, close}
}
