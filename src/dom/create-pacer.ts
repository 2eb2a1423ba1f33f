interface Scheduler {
  readonly yield?: () => Promise<void>
}

/** Lets the page do what waits. */
function nextTask(): Promise<void> {
  const {scheduler} = globalThis as {scheduler?: Scheduler}
  if (scheduler?.yield) return scheduler.yield()
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/**
 * Divides work into slices.
 *
 * @param milliseconds of a slice
 * @returns a function to call between two steps: if the slice is used up, it returns a promise of the next
 */
export function createPacer(milliseconds: number): {readonly pause: () => Promise<void> | undefined; readonly next: () => Promise<void>} {
  let start = performance.now()
  const next = async () => {
    await nextTask()
    start = performance.now()
  }
  return {next, pause: () => (performance.now() - start < milliseconds ? undefined : next())}
}
