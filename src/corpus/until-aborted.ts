/** Yields items until they end or `signal` aborts. An error of the source ends it, too, and goes to `onError`. */
export async function* untilAborted<T>(
  items: AsyncIterable<T>,
  {signal, onError}: {readonly signal: AbortSignal | undefined; readonly onError: (error: unknown) => void},
): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  let wake = (): void => {}
  const stop = () => wake()
  signal?.addEventListener('abort', stop)
  try {
    while (!signal?.aborted) {
      // A new promise for each item: one for the whole run would retain everything that ever waited for it.
      const stopped = new Promise<undefined>((resolve) => {
        wake = () => resolve(undefined)
      })
      const next = await Promise.race([stopped, iterator.next()])
      if (!next || next.done) return
      yield next.value
    }
  } catch (error) {
    onError(error)
  } finally {
    signal?.removeEventListener('abort', stop)
    // Not awaited: on a stream that waits for more input it would never resolve.
    void iterator.return?.()?.then(undefined, () => {})
  }
}
