/** What waits or is worked on, with the bytes that it holds. */
interface Under<J, A> {
  readonly job: J
  readonly answer: Promise<A>
  bytes: number
}

export interface InOrderOptions<J, A> {
  /** How many are worked on at the same time. */
  readonly atOnce: number
  /** Bytes of jobs and answers that may be held; a single one may be larger. */
  readonly most: number
  /** Bytes that a job holds, and an answer that waits for those before it. */
  readonly bytesOf: (job: J | A) => number
}

/**
 * Jobs → their answers, in the order of the jobs. Reads on while there is room, and hands an answer out as soon as it is there and those
 * before it are out, even if no further job comes.
 *
 * @param work must not reject
 */
export async function* inOrder<J, A>(
  jobs: AsyncIterable<J>,
  work: (job: J) => Promise<A>,
  {atOnce, most, bytesOf}: InOrderOptions<J, A>,
): AsyncGenerator<readonly [J, A]> {
  const queue: Under<J, A>[] = []
  const waiting: (() => void)[] = []
  let held = 0
  let free = atOnce
  const start = async (job: J): Promise<A> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work(job)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
  const push = (job: J): void => {
    const bytes = bytesOf(job)
    const under: Under<J, A> = {job, bytes, answer: start(job)}
    held += bytes
    queue.push(under)
    void under.answer.then((answer) => {
      under.bytes += bytesOf(answer)
      held += bytesOf(answer)
    })
  }
  const iterator = jobs[Symbol.asyncIterator]()
  const read = (): Promise<{next: IteratorResult<J>}> => {
    const next = iterator.next().then((next) => ({next}))
    // A reading that fails while there is no room is heard of when there is.
    next.catch(() => {})
    return next
  }
  let reading: Promise<{next: IteratorResult<J>}> | undefined = read()
  try {
    while (reading !== undefined || queue.length > 0) {
      const [head] = queue
      const hasRoom = !head || held < most
      const event: {next: IteratorResult<J>} | {answer: A} = await Promise.race([
        ...(head ? [head.answer.then((answer) => ({answer}))] : []),
        ...(reading !== undefined && hasRoom ? [reading] : []),
      ])
      if ('next' in event) {
        reading = event.next.done ? undefined : read()
        if (!event.next.done) push(event.next.value)
        continue
      }
      const {job, bytes} = queue.shift() as Under<J, A>
      held -= bytes
      yield [job, event.answer]
    }
  } finally {
    // Of a stream that waits for more, this would never come back.
    void iterator.return?.()?.then(undefined, () => {})
  }
}
