/** The entry file of a worker process; built to a file of its own. */
import {getHeapStatistics} from 'node:v8'
import type {JoinPartOptions} from './join-part.js'
import type {Task, TaskResult} from './task-processor.js'
import type {WorkerRequest, WorkerResponse} from './worker-process.js'

let processTask: ((task: Task) => Promise<TaskResult>) | undefined
let joinPart: ((part: JoinPartOptions) => Promise<readonly string[]>) | undefined

async function handle(request: WorkerRequest): Promise<WorkerResponse> {
  if ('role' in request) {
    // Each role loads only what it needs.
    if (request.role === 'join') joinPart = (await import('./join-part.js')).joinPart
    else processTask = (await import('./task-processor.js')).createTaskProcessor(request.role.annotate)
    return {ready: true}
  }
  if ('join' in request) return {value: await joinPart?.(request.join)}
  return {value: await processTask?.(request.task)}
}

/** Bytes of new objects after which they are collected between two stories. */
const COLLECTION_THRESHOLD = 4 * 1024 * 1024
let heapAfterCollection = 0

/** Collects young objects between two stories, when almost nothing is alive and little has to be moved. */
function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size - heapAfterCollection < COLLECTION_THRESHOLD) return
  globalThis.gc?.({type: 'minor'})
  heapAfterCollection = getHeapStatistics().used_heap_size
}

async function respond(request: WorkerRequest): Promise<void> {
  const response = await handle(request).catch((error: NodeJS.ErrnoException): WorkerResponse => ({error: {message: error.message, code: error.code}}))
  // Collects while the parent process reads the response.
  process.send?.(response, undefined, undefined, collectGarbage)
}

process.on('message', (request: WorkerRequest) => void respond(request))
// The parent process is gone.
process.on('disconnect', () => process.exit())
// A system shutdown signals all processes; the parent stops this one when its story is finished.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
