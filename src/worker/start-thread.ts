import {nodeThreads} from './node-threads.js'
import type {ThreadRequest, ThreadResponse} from './thread-protocol.js'

/** What is used of a `Worker`, which is one. */
export interface WorkerLike {
  /** Sends a story. */
  readonly postMessage: (message: unknown) => void
  /** Stops it at once. */
  readonly terminate: () => unknown
  /** For `message`, `error` and `messageerror`. */
  readonly addEventListener: (type: string, listener: (event: {readonly type: string}) => void) => void
}

/** A running worker. */
export interface Thread {
  readonly post: (request: ThreadRequest) => void
  /** Nothing is reported afterwards. */
  readonly stop: () => void
  /** Whether a program of Node waits for the worker before it ends. */
  readonly keepAlive: (isNeeded: boolean) => void
}

interface ThreadListeners {
  readonly onResponse: (response: ThreadResponse) => void
  /** @param reason why the worker stopped; empty if browsers keep it to themselves */
  readonly onEnd: (reason: string) => void
}

/** The thread's script: written like this, bundlers follow it. */
const createDefault = (): WorkerLike => new Worker(new URL('./worker-thread.js', import.meta.url), {type: 'module'})

/** Starts the thread of Node, which has no `Worker`. */
function startInNode({Worker: NodeWorker}: NonNullable<ReturnType<typeof nodeThreads>>, {onResponse, onEnd}: ThreadListeners): Thread {
  // Not as above: bundlers for browsers would follow it, and put the script out twice.
  const worker = new NodeWorker(new URL(['.', 'worker-thread.js'].join('/'), import.meta.url))
  worker.on('message', onResponse)
  worker.on('error', (error) => onEnd(error instanceof Error ? error.message : String(error)))
  worker.on('exit', (code) => onEnd(`it exited with code ${code}`))
  return {
    post: (request) => worker.postMessage(request),
    stop: () => {
      worker.removeAllListeners()
      // A thread that is being stopped may still fail, which nobody waits for.
      worker.on('error', () => {})
      void worker.terminate()
    },
    keepAlive: (isNeeded) => (isNeeded ? worker.ref() : worker.unref()),
  }
}

/**
 * Starts a worker.
 *
 * @param create makes it; without it the package's own script is started
 * @throws what `create` throws; where there are no workers an Error
 */
export function startThread(create: (() => WorkerLike) | undefined, listeners: ThreadListeners): Thread {
  if (!create && typeof Worker === 'undefined') {
    const threads = nodeThreads()
    if (threads) return startInNode(threads, listeners)
    throw new Error('there are no workers here')
  }
  const worker = (create ?? createDefault)()
  let isStopped = false
  const listen = <Fields>(type: string, handle: (fields: Fields) => void) =>
    worker.addEventListener(type, (event) => {
      if (!isStopped) handle(event as Fields)
    })
  listen<{data: ThreadResponse}>('message', ({data}) => listeners.onResponse(data))
  listen<{message?: string}>('error', ({message}) => listeners.onEnd(message ?? ''))
  listen('messageerror', () => listeners.onEnd('its answer could not be read'))
  return {
    post: (request) => worker.postMessage(request),
    stop: () => {
      isStopped = true
      worker.terminate()
    },
    keepAlive: () => {},
  }
}
