import {commandError, EXIT} from './command-error.js'

/** Writes in progress. An interruption waits for them, so that no partial or temporary files remain. */
const pendingWrites = new Set<Promise<unknown>>()

/** Whether the command runs until it is interrupted, as `serve` does; then an interruption is no error. */
let runsUntilInterrupted = false

const controller = new AbortController()

/** Aborted by SIGINT or SIGTERM, with the `CommandError` as its reason. */
export const interruptSignal: AbortSignal = controller.signal

/** Makes an interruption wait for `work`. */
export async function finishBeforeExit<T>(work: Promise<T>): Promise<T> {
  pendingWrites.add(work)
  try {
    return await work
  } finally {
    pendingWrites.delete(work)
  }
}

/** Resolves at SIGINT or SIGTERM, the normal end of a command that runs until then. */
export function waitForInterruption(): Promise<void> {
  runsUntilInterrupted = true
  return new Promise((resolve) => {
    if (interruptSignal.aborted) resolve()
    else interruptSignal.addEventListener('abort', () => resolve(), {once: true})
  })
}

/** Rejects at the first SIGINT or SIGTERM, once pending writes are done; a second signal ends the process at once. */
export function rejectOnInterruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        const error = commandError('Interrupted: finished results were written, nothing else was changed', EXIT[signal])
        controller.abort(error)
        if (runsUntilInterrupted) return
        void Promise.allSettled(pendingWrites).then(() => reject(error))
      })
    }
  })
}
