import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {Knowledge, Task} from './answer.js'
import type {JoinPart} from './join-part.js'

/** What a worker is for: to annotate stories with what it is to know, or to join parts of glossaries. */
export type Duty = {readonly annotating: Knowledge} | 'joining'

/** What a worker is told: first what it is for, then one thing after the other that it is to do. */
export type Told = {readonly duty: Duty} | {readonly answer: Task} | {readonly join: JoinPart}

/** What it says: once that it is ready, then what has come of each. Of an error the code and the message, for no other field crosses over. */
export type Said = {readonly ready: true} | {readonly value: unknown} | {readonly error: {readonly message: string; readonly code?: string | undefined}}

/** A process that does one thing at a time. */
export interface WorkerProcess {
  /** Rejects with `WorkerLost` if it does not come to work. */
  readonly ready: Promise<unknown>
  /** @throws Error of what it did, with its `code`; `WorkerLost` if it is no longer there */
  readonly tell: (told: Told) => Promise<unknown>
  readonly isLost: () => boolean
  /** Ends it at once, whatever it is at. */
  readonly stop: (reason: string) => Promise<void>
}

/** Why a worker is gone, as what is said of the story it was at; whether its heap was full. */
interface Loss {
  readonly reason: string
  readonly memory?: boolean
}

/** The worker has ended, or has been ended. The message says why. */
export class WorkerLost extends Error {
  override name = 'WorkerLost'
  readonly memory: boolean

  constructor({reason, memory = false}: Loss) {
    super(reason)
    this.memory = memory
  }
}

export interface WorkerLimits {
  /** Of its heap. */
  readonly megabytes: number
  /** Room for young objects: one of the two halves that objects are copied between, in megabytes, a power of two. */
  readonly young: number
}

/** Built beside this file, under this name. */
const WORKER = fileURLToPath(new URL('corpus-worker.js', import.meta.url))

/** Of what a worker prints while it ends, so many characters are looked at. */
const LAST_WORDS = 16 * 1024

/** @param printed by the engine, while it ended */
function lossOf(printed: string, {code, signal, megabytes}: {code: number | null; signal: string | null; megabytes: number}): Loss {
  if (/out of memory|\bOOM\b/iu.test(printed)) return {reason: `took more than ${megabytes} MB of memory`, memory: true}
  const error = /^(?:[A-Z]\w*Error|FATAL ERROR|.*bad option)\b.*$/mu.exec(printed)?.[0]
  return {reason: `broke its worker: ${error ?? (signal === null ? `it ended with exit code ${code}` : `the system ended it with ${signal}`)}`}
}

/**
 * Starts a worker. It is a process, since only a process can be told how its engine is to work. Its compiling and collecting it does by itself
 * (`--single-threaded`): the engine's helpers are of use where cores are free, and where each has a worker they take a sixth of the time from
 * it. No object is old from its birth (`--no-allocation-site-pretenuring`): the engine learns which are from what outlives a few collections,
 * and then keeps of every story what is never asked for again. And what ends it, a story or the system, ends nothing else.
 */
export function startWorker(duty: Duty, {megabytes, young}: WorkerLimits): WorkerProcess {
  const child = fork(WORKER, {
    execArgv: [
      '--single-threaded',
      '--no-allocation-site-pretenuring',
      '--expose-gc',
      `--max-old-space-size=${Math.ceil(megabytes)}`,
      `--max-semi-space-size=${young}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Out of the group that a terminal interrupts: the run ends its workers, when what they are at is finished.
    detached: process.platform !== 'win32',
  })
  let waiting: {resolve: (value: unknown) => void; reject: (error: Error) => void} | undefined
  let stopped: string | undefined
  let lost: WorkerLost | undefined
  let printed = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(0, LAST_WORDS)
  })
  child.on('message', (said: Said) => {
    const one = waiting
    waiting = undefined
    if ('error' in said) one?.reject(Object.assign(new Error(said.error.message), said.error.code !== undefined && {code: said.error.code}))
    else one?.resolve('value' in said ? said.value : undefined)
  })
  const end = (loss: Loss): void => {
    lost ??= new WorkerLost(loss)
    waiting?.reject(lost)
    waiting = undefined
  }
  const ended = new Promise<void>((resolve) => {
    // It could not be started, or no longer be reached.
    child.on('error', (error) => {
      end({reason: `broke its worker: ${error.message}`})
      child.kill('SIGKILL')
      if (child.pid === undefined) resolve()
    })
    child.on('close', (code, signal) => {
      end(stopped === undefined ? lossOf(printed, {code, signal, megabytes}) : {reason: stopped})
      resolve()
    })
  })
  const tell = (told: Told): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (lost) return reject(lost)
      waiting = {resolve, reject}
      // What cannot be sent, the process being gone, is told by its end.
      child.send(told, () => {})
    })
  const stop = (reason: string): Promise<void> => {
    stopped ??= reason
    child.kill('SIGKILL')
    return ended
  }
  return {ready: tell({duty}), tell, isLost: () => lost !== undefined, stop}
}
