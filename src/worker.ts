/**
 * `annotate` in a worker, for pages and programs that must not block their main thread.
 *
 * @module xenogloss/worker
 */
export type {StandoffAnnotation} from './annotate/annotate.js'
export type {MessageData} from './annotate/messages.js'
export {createWorkerAnnotator, type WorkerAnnotator, type WorkerAnnotatorOptions, type WorkerCall} from './worker/create-worker-annotator.js'
export type {WorkerLike} from './worker/start-thread.js'
export type {WorkerAnnotation} from './worker/thread-protocol.js'
export type {WorkerOptions} from './worker/worker-options.js'
