import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {JoinPartOptions} from './join-part.js'
import type {ProcessorOptions, Task} from './task-processor.js'

/** What a worker does: process tasks with the given options, or join parts of glossaries. */
export type WorkerRole = {readonly annotate: ProcessorOptions} | 'join'

/** A message to a worker: first its role, then one request at a time. */
export type WorkerRequest = {readonly role: WorkerRole} | {readonly task: Task} | {readonly join: JoinPartOptions}

/** A worker's reply. Of an error, only code and message cross the process boundary. */
export type WorkerResponse =
  | {readonly ready: true}
  | {readonly value: unknown}
  | {readonly error: {readonly message: string; readonly code?: string | undefined}}

/** A child process that handles one request at a time. */
export interface WorkerProcess {
  /** Rejects with `WorkerLost` if the worker does not start. */
  readonly ready: Promise<unknown>
  /** @throws Error of the request, with its `code`; `WorkerLost` if the process has ended */
  readonly send: (request: WorkerRequest) => Promise<unknown>
  readonly isLost: () => boolean
  /** Kills the process at once. */
  readonly stop: (reason: string) => Promise<void>
}

/** Why a worker ended, worded as the error of the story it was processing. */
interface Loss {
  readonly reason: string
  readonly isOutOfMemory?: boolean
}

/** The worker has ended or was killed; the message says why. */
export class WorkerLost extends Error {
  override name = 'WorkerLost'
  readonly isOutOfMemory: boolean

  constructor({reason, isOutOfMemory = false}: Loss) {
    super(reason)
    this.isOutOfMemory = isOutOfMemory
  }
}

export interface WorkerLimits {
  /** Of the old generation of the heap. */
  readonly megabytes: number
  /** Size of one of the two semi-spaces of the young generation, in megabytes; a power of two. */
  readonly semiSpaceMegabytes: number
}

/** Built next to this file under this name. */
const WORKER = fileURLToPath(new URL('corpus-worker.js', import.meta.url))

/** How many characters of standard error are kept for diagnosis. */
const MAX_STDERR = 16 * 1024

/** @param stderr what the engine printed before the process ended */
function explainExit(stderr: string, {code, signal, megabytes}: {code: number | null; signal: string | null; megabytes: number}): Loss {
  if (/out of memory|\bOOM\b/iu.test(stderr)) return {reason: `exceeded the memory limit of ${megabytes} MB`, isOutOfMemory: true}
  const error = /^(?:[A-Z]\w*Error|FATAL ERROR|.*bad option)\b.*$/mu.exec(stderr)?.[0]
  return {reason: `crashed its worker: ${error ?? (signal === null ? `exit code ${code}` : `killed by ${signal}`)}`}
}

/** Starts a worker. It is a process of its own, so that heap limits apply to it alone and a crash ends nothing else. */
export function startWorker(role: WorkerRole, {megabytes, semiSpaceMegabytes}: WorkerLimits): WorkerProcess {
  const child = fork(WORKER, {
    execArgv: ['--expose-gc', `--max-old-space-size=${Math.ceil(megabytes)}`, `--max-semi-space-size=${semiSpaceMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Outside the terminal's process group: Ctrl-C reaches only the run, which stops its workers when their stories are finished.
    detached: process.platform !== 'win32',
  })
  let pending: {resolve: (value: unknown) => void; reject: (error: Error) => void} | undefined
  let stopReason: string | undefined
  let lost: WorkerLost | undefined
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(0, MAX_STDERR)
  })
  child.on('message', (response: WorkerResponse) => {
    const request = pending
    pending = undefined
    if ('error' in response) request?.reject(Object.assign(new Error(response.error.message), response.error.code !== undefined && {code: response.error.code}))
    else request?.resolve('value' in response ? response.value : undefined)
  })
  const markLost = (loss: Loss): void => {
    lost ??= new WorkerLost(loss)
    pending?.reject(lost)
    pending = undefined
  }
  const ended = new Promise<void>((resolve) => {
    // The process could not be started, or can no longer be reached.
    child.on('error', (error) => {
      markLost({reason: `crashed its worker: ${error.message}`})
      child.kill('SIGKILL')
      if (child.pid === undefined) resolve()
    })
    child.on('close', (code, signal) => {
      markLost(stopReason === undefined ? explainExit(stderr, {code, signal, megabytes}) : {reason: stopReason})
      resolve()
    })
  })
  const send = (request: WorkerRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (lost) return reject(lost)
      pending = {resolve, reject}
      // If the process is gone, its `close` event rejects the request.
      child.send(request, () => {})
    })
  const stop = (reason: string): Promise<void> => {
    stopReason ??= reason
    child.kill('SIGKILL')
    return ended
  }
  return {ready: send({role}), send, isLost: () => lost !== undefined, stop}
}
