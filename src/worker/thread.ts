/** What the worker runs: built to a file of its own with everything that it needs but languages other than English. */
import {annotateRequest} from './annotate-request.js'
import {nodeThreads} from './node-threads.js'
import type {ThreadRequest, ThreadResponse} from './thread-protocol.js'

interface Port {
  readonly postMessage: (message: ThreadResponse) => void
}

const parent = nodeThreads()?.parentPort
const port: Port = parent ?? (globalThis as unknown as Port)

async function respond({id, source, options}: ThreadRequest): Promise<void> {
  try {
    const annotation = await annotateRequest({source, options}, (progress) => port.postMessage({id, progress}))
    port.postMessage({id, annotation})
  } catch (error) {
    port.postMessage({id, error: {isTypeError: error instanceof TypeError, message: error instanceof Error ? error.message : String(error)}})
  }
}

if (parent) parent.on('message', (request: ThreadRequest) => void respond(request))
else addEventListener('message', ({data}: MessageEvent<ThreadRequest>) => void respond(data))
port.postMessage({ready: true})
