import {EXIT, failure} from './command-failure.js'

/** Writing under way: an interruption lets it end, so that nothing is left half done or lying about. */
const underWay = new Set<Promise<unknown>>()

/** Whether a command waits to be interrupted, as `serve` does: then it is no failure. */
let awaited = false

const controller = new AbortController()

/** Aborted when the command is to end, with the failure as its reason. */
export const interrupted: AbortSignal = controller.signal

/** What an interruption waits for. */
export async function whole<T>(work: Promise<T>): Promise<T> {
  underWay.add(work)
  try {
    return await work
  } finally {
    underWay.delete(work)
  }
}

/** Resolves at Ctrl-C or SIGTERM, the ordinary end of a command that goes on until then. */
export function untilInterrupted(): Promise<void> {
  awaited = true
  return new Promise((resolve) => {
    if (interrupted.aborted) resolve()
    else interrupted.addEventListener('abort', () => resolve(), {once: true})
  })
}

/** Rejects at the first SIGINT or SIGTERM, once nothing is being written; the second ends the process at once. */
export function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        const end = failure('Interrupted: what was finished is written, nothing else was changed', EXIT[signal])
        controller.abort(end)
        if (awaited) return
        void Promise.allSettled(underWay).then(() => reject(end))
      })
    }
  })
}
