import {errorResult} from './error-result.js'
import type {StoryReference} from './input-story.js'
import type {JoinPartOptions} from './join-part.js'
import {parseStoryLine} from './read-story.js'
import type {ProcessorOptions, Task, TaskResult} from './task-processor.js'
import {startWorker, WorkerLost, type WorkerProcess, type WorkerRequest} from './worker-process.js'

/** The worker processes of a run, or the main thread in their place. */
export interface WorkerPool {
  /** How many requests it handles at the same time. */
  readonly size: number
  /** Never rejects: a story that crashes its worker yields an error result. */
  readonly process: (task: Task) => Promise<TaskResult>
  /** @returns the languages of the part */
  readonly join: (part: JoinPartOptions) => Promise<readonly string[]>
  /** Replaces the workers by new ones that only join, which frees the memory used for annotating. */
  readonly switchToJoining: (partCount: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  /** 0 runs everything in this thread, where no limit stops a story. */
  readonly workers: number
  /** Time limit for one story. */
  readonly seconds: number
  /** Heap limit of one worker. */
  readonly megabytes: number
}

/**
 * Size of a semi-space: enough for what one story allocates, which is collected after it. With four times as much, joining takes a twelfth
 * less CPU and 80 MB more memory.
 */
const SEMI_SPACE_MEGABYTES = {annotate: 16, join: 8} as const

/** Workers that start before the first story: few runs have only one, and nothing else runs while the first worker starts. */
const INITIAL_WORKERS = 2

const RUN_ENDED = 'the run has ended'

const referenceOf = ({story}: Task): StoryReference => {
  if (!story) return {}
  return 'bytes' in story ? parseStoryLine(story) : story
}

/**
 * Opens a pool of worker processes; all but the first two start on demand. A worker that dies or is stopped is replaced, and only the story it
 * was processing is lost, because each handles one at a time.
 *
 * @throws Error if no worker can be started
 */
export async function openWorkerPool(options: ProcessorOptions, {workers, seconds, megabytes}: PoolOptions): Promise<WorkerPool> {
  if (workers === 0) {
    const [{createTaskProcessor}, {joinPart}] = await Promise.all([import('./task-processor.js'), import('./join-part.js')])
    return {size: 1, process: createTaskProcessor(options), join: joinPart, switchToJoining: async () => {}, close: async () => {}}
  }
  let role: 'annotate' | 'join' = 'annotate'
  const all = new Set<WorkerProcess>()
  const idle: WorkerProcess[] = []
  let isClosed = false
  const start = async (): Promise<WorkerProcess> => {
    // Requests still queued when a run ends get here.
    if (isClosed) throw new WorkerLost({reason: RUN_ENDED})
    const worker = startWorker(role === 'annotate' ? {annotate: options} : 'join', {megabytes, semiSpaceMegabytes: SEMI_SPACE_MEGABYTES[role]})
    all.add(worker)
    await worker.ready
    return worker
  }
  const stopAll = async (): Promise<void> => {
    const stopping = [...all]
    all.clear()
    idle.length = 0
    await Promise.all(stopping.map((worker) => worker.stop(RUN_ENDED)))
  }
  const run = async (request: WorkerRequest, timeLimit = Number.POSITIVE_INFINITY): Promise<unknown> => {
    let worker = idle.pop()
    // A worker that ended while idle costs no story.
    while (worker?.isLost()) worker = idle.pop()
    worker ??= await start()
    const timer = Number.isFinite(timeLimit) ? setTimeout(() => worker.stop(`exceeded the time limit of ${timeLimit} seconds`), timeLimit * 1000) : undefined
    try {
      const value = await worker.send(request)
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
  const processTask = async (task: Task): Promise<TaskResult> => {
    try {
      return (await run({task}, seconds)) as TaskResult
    } catch (error) {
      const {message} = error as Error
      const reason = error instanceof WorkerLost ? message : `crashed its worker: ${message}`
      // An earlier result must not be lost, so the run ends.
      if (task.earlier) return {bytes: task.earlier, mismatch: reason}
      const {id, line} = referenceOf(task)
      return errorResult({id, line, error: reason})
    }
  }
  const join = async (part: JoinPartOptions): Promise<readonly string[]> => {
    try {
      return (await run({join: part})) as readonly string[]
    } catch (error) {
      if (!(error instanceof WorkerLost && error.isOutOfMemory)) throw error
      throw new Error(`Joining an entry of the glossary ${error.message}: raise it with --max-megabytes or \`limits.megabytes\``, {cause: error})
    }
  }
  const switchToJoining = async (partCount: number): Promise<void> => {
    await stopAll()
    role = 'join'
    idle.push(...(await Promise.all(Array.from({length: Math.min(workers, partCount)}, start))))
  }
  try {
    idle.push(...(await Promise.all(Array.from({length: Math.min(workers, INITIAL_WORKERS)}, start))))
  } catch (error) {
    isClosed = true
    await stopAll()
    throw new Error(`The first worker could not start: it ${(error as Error).message}`, {cause: error})
  }
  const close = (): Promise<void> => {
    isClosed = true
    return stopAll()
  }
  return {size: workers, process: processTask, join, switchToJoining, close}
}
