/** A job that is waiting or running, and the bytes that it and its result occupy. */
interface PendingJob<J, R> {
  readonly job: J
  readonly result: Promise<R>
  bytes: number
}

export interface MapInOrderOptions<J, R> {
  /** How many jobs run at the same time. */
  readonly concurrency: number
  /** Maximum bytes of jobs and results held at once; a single one may be larger. */
  readonly maxBytes: number
  /** Size of a job, and of a result that waits for those before it. */
  readonly bytesOf: (job: J | R) => number
}

/**
 * Maps jobs to results, in the order of the jobs. Reads ahead while there is room, and yields a result as soon as it and those before it are
 * done, even if no further job arrives.
 *
 * @param run must not reject
 */
export async function* mapInOrder<J, R>(
  jobs: AsyncIterable<J>,
  run: (job: J) => Promise<R>,
  {concurrency, maxBytes, bytesOf}: MapInOrderOptions<J, R>,
): AsyncGenerator<readonly [J, R]> {
  const queue: PendingJob<J, R>[] = []
  const waiting: (() => void)[] = []
  let held = 0
  let free = concurrency
  const start = async (job: J): Promise<R> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run(job)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
  const push = (job: J): void => {
    const bytes = bytesOf(job)
    const pending: PendingJob<J, R> = {job, bytes, result: start(job)}
    held += bytes
    queue.push(pending)
    void pending.result.then((result) => {
      pending.bytes += bytesOf(result)
      held += bytesOf(result)
    })
  }
  const iterator = jobs[Symbol.asyncIterator]()
  const read = (): Promise<{next: IteratorResult<J>}> => {
    const next = iterator.next().then((next) => ({next}))
    // A read that fails while there is no room is reported once there is.
    next.catch(() => {})
    return next
  }
  let reading: Promise<{next: IteratorResult<J>}> | undefined = read()
  try {
    while (reading !== undefined || queue.length > 0) {
      const [head] = queue
      const hasRoom = !head || held < maxBytes
      const event: {next: IteratorResult<J>} | {result: R} = await Promise.race([
        ...(head ? [head.result.then((result) => ({result}))] : []),
        ...(reading !== undefined && hasRoom ? [reading] : []),
      ])
      if ('next' in event) {
        reading = event.next.done ? undefined : read()
        if (!event.next.done) push(event.next.value)
        continue
      }
      const {job, bytes} = queue.shift() as PendingJob<J, R>
      held -= bytes
      yield [job, event.result]
    }
  } finally {
    // Not awaited: on a stream that waits for more input it would never resolve.
    void iterator.return?.()?.then(undefined, () => {})
  }
}
