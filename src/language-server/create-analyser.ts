import {Worker} from 'node:worker_threads'
import type {Project, StoryAnalysis, StoryText, WorkerAnswer, WorkerRequest} from './types.js'

/** A story that takes longer or more heap is given up. */
interface AnalysisLimits {
  readonly seconds: number
  readonly megabytes: number
}

/** A worker that analyses an outdated version of a longer story, in UTF-16 code units, is ended; for a shorter one waiting costs less than starting anew. */
const LONG = 300_000

/** Analyses documents one after the other in a worker thread. */
export interface Analyser {
  /**
   * Analyses the newest version of a document.
   *
   * @param document its address; what was to be analysed of it before is given up
   * @param key names the project
   * @returns the analysis; undefined if a newer version came
   * @throws Error if the story could not be analysed
   */
  readonly analyse: (document: string, key: string, project: Project, story: StoryText) => Promise<StoryAnalysis | undefined>
  /** Gives up what is to be analysed of a document. */
  readonly cancel: (document: string) => void
  readonly close: () => Promise<unknown>
}

interface Job {
  readonly document: string
  readonly key: string
  readonly project: Project
  readonly story: StoryText
  readonly resolve: (analysis: StoryAnalysis | undefined) => void
  readonly reject: (error: Error) => void
}

/** A worker thread, with the projects that it was sent. */
interface Thread {
  readonly worker: Worker
  readonly sent: Map<string, Project>
}

/** @param file of the worker thread */
export function createAnalyser(file: URL, {seconds, megabytes}: AnalysisLimits = {seconds: 120, megabytes: 2000}): Analyser {
  const waiting = new Map<string, Job>()
  let running: {readonly id: number; readonly job: Job; readonly timer: NodeJS.Timeout} | undefined
  let thread: Thread | undefined
  let count = 0

  /** Ends the story that is analysed. */
  const settle = (finish: (job: Job) => void): void => {
    if (!running) return
    clearTimeout(running.timer)
    const {job} = running
    running = undefined
    finish(job)
    startNext()
  }
  const endThread = (): Promise<unknown> | undefined => {
    const ended = thread?.worker.terminate()
    thread = undefined
    return ended
  }
  const startThread = (): Thread => {
    // What a story makes the library print must not get between the messages of the protocol.
    const worker = new Worker(file, {stdout: true, resourceLimits: {maxOldGenerationSizeMb: megabytes}})
    const own: Thread = {worker, sent: new Map()}
    const fail = (error: Error): void => {
      if (thread !== own) return
      thread = undefined
      settle(({reject}) => reject(error))
    }
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.id !== running?.id) return
      settle(({resolve, reject}) => ('analysis' in answer ? resolve(answer.analysis) : reject(new Error(answer.error))))
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`The analysis ended with code ${code}`)))
    return own
  }
  const startNext = (): void => {
    const [job] = waiting.values()
    if (running || !job) return
    waiting.delete(job.document)
    thread ??= startThread()
    const {worker, sent} = thread
    const {key, project, story} = job
    const post = (request: WorkerRequest) => worker.postMessage(request)
    if (sent.get(key) !== project) post({project: key, is: project})
    sent.set(key, project)
    const id = ++count
    const giveUp = (): void => {
      void endThread()
      settle(({reject}) => reject(new Error(`The analysis took longer than ${seconds} seconds`)))
    }
    running = {id, job, timer: setTimeout(giveUp, 1000 * seconds)}
    post({id, project: key, story})
  }
  const cancel = (document: string): void => {
    waiting.get(document)?.resolve(undefined)
    waiting.delete(document)
    if (running?.job.document !== document) return
    running.job.resolve(undefined)
    if (running.job.story.source.length < LONG) return
    void endThread()
    settle(() => {})
  }
  return {
    analyse: (document, key, project, story) => {
      cancel(document)
      return new Promise((resolve, reject) => {
        waiting.set(document, {document, key, project, story, resolve, reject})
        startNext()
      })
    },
    cancel,
    close: async () => {
      for (const document of [...waiting.keys()]) cancel(document)
      if (running) clearTimeout(running.timer)
      running = undefined
      await endThread()
    },
  }
}
