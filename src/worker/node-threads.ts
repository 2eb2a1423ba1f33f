type Threads = typeof import('node:worker_threads')

/** Node's threads. Asked for at run time: an import would stand in the way of bundles for browsers. Undefined elsewhere. */
export const nodeThreads = (): Threads | undefined =>
  (globalThis as {process?: {getBuiltinModule?: (id: string) => unknown}}).process?.getBuiltinModule?.('node:worker_threads') as Threads | undefined
