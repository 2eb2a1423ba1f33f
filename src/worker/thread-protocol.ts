import type {StandoffAnnotation} from '../annotate/annotate.js'
import type {Reading} from '../lexicon/types.js'
import type {WorkerOptions} from './worker-options.js'

/** What `annotate` gives beside the tree, its messages as data. */
export interface WorkerAnnotation extends StandoffAnnotation {
  /** By the id of a term: its best reading, where that differs from what is printed (another spelling or inflection, affixes). */
  readonly readings: Readonly<Record<string, Reading>>
}

/** A story for the thread; it gets one at a time. */
export interface ThreadRequest {
  readonly id: number
  readonly source: string
  readonly options: WorkerOptions
}

/** What the thread says: that it runs, how much of a story is done (0..1), its annotation, or why there is none. */
export type ThreadResponse =
  | {readonly ready: true}
  | {readonly id: number; readonly progress: number}
  | {readonly id: number; readonly annotation: WorkerAnnotation}
  | {readonly id: number; readonly error: {readonly isTypeError: boolean; readonly message: string}}
