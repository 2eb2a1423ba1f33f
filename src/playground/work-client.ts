import type {WorkCalls, WorkName, WorkRequest, WorkResponse} from './background/protocol.js'

/** How one request can be followed and given up. */
interface CallOptions {
  /** Gets the share that is done, 0..1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** Asks for something to be done. @throws (rejects with) Error, whose message is a sentence for people */
export type WorkCall = <Name extends WorkName>(name: Name, takes: WorkCalls[Name]['takes'], options?: CallOptions) => Promise<WorkCalls[Name]['gives']>

export interface WorkClient {
  readonly call: WorkCall
  /** Starts the worker ahead of the first request. */
  readonly warmUp: () => void
  /** Stops everything in progress; those requests are rejected. What the worker remembers is gone. */
  readonly cancel: () => void
  /** How many workers have ended: what they remembered is gone. */
  readonly ended: () => number
}

/** The error of requests that were given up. */
export class CancelledError extends Error {}

interface Waiting {
  readonly resolve: (gives: never) => void
  readonly reject: (error: Error) => void
  readonly onProgress?: ((share: number) => void) | undefined
}

/** Sends requests to a worker, which is started when it is needed. */
export function createWorkClient(createWorker: () => Promise<Worker>): WorkClient {
  let worker: Promise<Worker> | undefined
  let count = 0
  let ended = 0
  const waiting = new Map<number, Waiting>()

  const stop = (error: Error): void => {
    void worker?.then((started) => started.terminate()).catch(() => {})
    worker = undefined
    ended++
    for (const {reject} of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = async (): Promise<Worker> => {
    const started = await createWorker()
    started.addEventListener('message', ({data}: MessageEvent<WorkResponse>) => {
      if ('ready' in data) return
      const call = waiting.get(data.id)
      if (!call) return
      if ('progress' in data) {
        call.onProgress?.(data.progress)
        return
      }
      waiting.delete(data.id)
      if ('gives' in data) call.resolve(data.gives as never)
      else call.reject(new Error(data.error))
    })
    started.addEventListener('error', (event) => {
      event.preventDefault()
      stop(new Error(`The worker stopped: ${event.message || 'its script could not be loaded'}`))
    })
    return started
  }
  const ready = (): Promise<Worker> => {
    worker ??= start()
    return worker
  }
  return {
    call: (name, takes, {onProgress} = {}) =>
      new Promise((resolve, reject) => {
        const id = ++count
        waiting.set(id, {resolve, reject, onProgress})
        ready().then(
          (started) => waiting.has(id) && started.postMessage({id, name, takes} satisfies WorkRequest),
          (error: unknown) => stop(error instanceof Error ? error : new Error(String(error))),
        )
      }),
    warmUp: () => void ready().catch(() => {}),
    cancel: () => stop(new CancelledError('Given up')),
    ended: () => ended,
  }
}
