import {startThread, type Thread, type WorkerLike} from './start-thread.js'
import type {ThreadResponse, WorkerAnnotation} from './thread-protocol.js'
import type {WorkerOptions} from './worker-options.js'

/** Options of `createWorkerAnnotator`. */
export interface WorkerAnnotatorOptions {
  /** Creates the worker, for programs that put its script, `xenogloss/worker/thread`, elsewhere. Default: a module worker of the script beside this module. */
  readonly worker?: (() => WorkerLike) | undefined
}

/** How one call can be followed and given up. */
export interface WorkerCall {
  /** Gives the story up: the worker is stopped, and a new one is started for the next story. */
  readonly signal?: AbortSignal | undefined
  /** Gets the share that is done, 0..1, after each stage; 1 when nothing is left but sending the answer. */
  readonly onProgress?: ((progress: number) => void) | undefined
}

/** An annotator whose work is done in a worker. */
export interface WorkerAnnotator {
  /**
   * Annotates a story; stories wait for those before them. The first starts the worker: `annotate('')` does so ahead of time.
   *
   * @returns what `annotate` of `xenogloss` gives but for the tree, its messages as data
   * @throws (rejects with) TypeError for wrong options, naming the option; Error if the worker cannot be started or dies, whereupon the next call
   *   starts a new one; the signal's reason if it is aborted
   */
  readonly annotate: (source: string, options?: WorkerOptions, call?: WorkerCall) => Promise<WorkerAnnotation>
  /** Stops the worker for good. What still waits for it is rejected. */
  readonly dispose: () => void
}

interface Job {
  readonly id: number
  readonly source: string
  readonly options: WorkerOptions
  readonly call: WorkerCall
  readonly resolve: (annotation: WorkerAnnotation) => void
  readonly reject: (reason: unknown) => void
}

/** Names the option that is no data. */
function uncloneableOption(options: WorkerOptions, cause: unknown): unknown {
  for (const [name, value] of Object.entries(options)) {
    try {
      structuredClone(value)
    } catch {
      return new TypeError(`Option \`${name}\` must be data that can be sent to a worker: it holds a function or the like`, {cause})
    }
  }
  return cause
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Creates an annotator that works in a worker of its own, for whoever must not block the main thread. Works in browsers, Node, Deno and Bun. */
export function createWorkerAnnotator({worker}: WorkerAnnotatorOptions = {}): WorkerAnnotator {
  let queue: Job[] = []
  let running: Job | undefined
  let thread: Thread | undefined
  let isReady = false
  let isDisposed = false
  let count = 0

  const stopThread = () => {
    thread?.stop()
    thread = undefined
    isReady = false
  }
  const finish = (settle: (job: Job) => void) => {
    const job = running
    running = undefined
    thread?.keepAlive(false)
    if (job) settle(job)
    startNext()
  }
  const onEnd = (reason: string) => {
    const what = isReady ? 'The worker stopped' : 'The worker could not be started'
    const why = reason || (isReady ? 'the browser does not say why' : 'its script is missing, or the page forbids it (Content-Security-Policy: worker-src)')
    stopThread()
    finish(({reject}) => reject(new Error(`${what}: ${why}`)))
  }
  const onResponse = (response: ThreadResponse) => {
    if ('ready' in response) isReady = true
    else if (response.id !== running?.id) return
    else if ('progress' in response) running.call.onProgress?.(response.progress)
    else if ('annotation' in response) finish(({resolve}) => resolve(response.annotation))
    else {
      const {isTypeError, message} = response.error
      finish(({reject}) => reject(new (isTypeError ? TypeError : Error)(message)))
    }
  }
  const startNext = () => {
    if (running || isDisposed) return
    running = queue.shift()
    if (!running) return
    try {
      thread ??= startThread(worker, {onResponse, onEnd})
    } catch (error) {
      onEnd(reasonOf(error))
      return
    }
    const {id, source, options} = running
    try {
      thread.keepAlive(true)
      thread.post({id, source, options})
    } catch (error) {
      finish(({reject}) => reject(uncloneableOption(options, error)))
    }
  }
  const giveUp = (job: Job) => {
    queue = queue.filter((other) => other !== job)
    job.reject(job.call.signal?.reason)
    if (running !== job) return
    running = undefined
    stopThread()
    startNext()
  }

  return {
    annotate: (source, options = {}, call = {}) =>
      new Promise<WorkerAnnotation>((resolve, reject) => {
        if (isDisposed) throw new Error('The annotator was disposed of')
        if (typeof source !== 'string') throw new TypeError(`The source must be a string, not ${source === null ? 'null' : typeof source}`)
        const {signal} = call
        signal?.throwIfAborted()
        const onAbort = () => giveUp(job)
        const settled = <Value>(settle: (value: Value) => void) => {
          return (value: Value) => {
            signal?.removeEventListener('abort', onAbort)
            settle(value)
          }
        }
        const job: Job = {id: ++count, source, options, call, resolve: settled(resolve), reject: settled(reject)}
        signal?.addEventListener('abort', onAbort)
        queue.push(job)
        startNext()
      }),
    dispose: () => {
      if (isDisposed) return
      isDisposed = true
      stopThread()
      const waiting = running ? [running, ...queue] : queue
      running = undefined
      queue = []
      for (const {reject} of waiting) reject(new Error('The annotator was disposed of'))
    },
  }
}
