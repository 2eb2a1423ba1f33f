/** What is given, until it ends or somebody asks to stop; a reading that fails ends it, too, and is told to `fail`. */
export async function* until<T>(
  given: AsyncIterable<T>,
  {signal, fail}: {readonly signal: AbortSignal | undefined; readonly fail: (error: unknown) => void},
): AsyncGenerator<T> {
  const iterator = given[Symbol.asyncIterator]()
  let wake = (): void => {}
  const stop = () => wake()
  signal?.addEventListener('abort', stop)
  try {
    while (!signal?.aborted) {
      // A promise of its own each time: one for the whole run would keep what ever waited for it.
      const stopped = new Promise<undefined>((resolve) => {
        wake = () => resolve(undefined)
      })
      const next = await Promise.race([stopped, iterator.next()])
      if (!next || next.done) return
      yield next.value
    }
  } catch (error) {
    fail(error)
  } finally {
    signal?.removeEventListener('abort', stop)
    // Of a stream that waits for more, this would never come back.
    void iterator.return?.()?.then(undefined, () => {})
  }
}
