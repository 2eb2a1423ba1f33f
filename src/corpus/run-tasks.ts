import {escapeForTerminal} from '../util/escape-for-terminal.js'
import type {MergeOptions} from './corpus-options.js'
import {encodeError} from './error-result.js'
import type {GlossaryContribution} from './glossary-contribution.js'
import {describeReference} from './input-story.js'
import {mapInOrder} from './map-in-order.js'
import {createSeenIds} from './seen-ids.js'
import type {Task, TaskResult} from './task-processor.js'
import type {WorkerPool} from './worker-pool.js'

/** Maximum bytes of stories and results held at once, and the overhead of each. */
const MAX_BYTES = 16 * 1024 * 1024
const TASK_OVERHEAD = 4096

const bytesOf = (held: Task | TaskResult): number => {
  if ('bytes' in held) return held.bytes.length + (held.contribution && held.contribution.bytes !== held.bytes ? held.contribution.bytes.length : 0)
  const {story, earlier} = held
  return TASK_OVERHEAD + (earlier?.length ?? 0) + (!story ? 0 : 'bytes' in story ? story.bytes.length : 'size' in story ? story.size : 0)
}

export interface RunTasksOptions extends Pick<MergeOptions, 'log' | 'onProgress'> {
  readonly pool: WorkerPool
  /** Receives what each story adds to the glossary. */
  readonly addContribution?: ((contribution: GlossaryContribution) => Promise<void>) | undefined
  /** Receives the results that did not exist before. */
  readonly write?: ((bytes: Uint8Array) => Promise<void>) | undefined
}

/** Totals so far. */
export interface RunCounts {
  stories: number
  errors: number
  kept: number
}

/**
 * Runs tasks and delivers their results in order. A repeated id is an error.
 *
 * @param counts updated after each task
 */
export async function runTasks(tasks: AsyncIterable<Task>, {pool, addContribution, write, log, onProgress}: RunTasksOptions, counts: RunCounts): Promise<void> {
  const seen = createSeenIds()
  for await (const [{earlier, location = ''}, result] of mapInOrder(tasks, pool.process, {concurrency: pool.size, maxBytes: MAX_BYTES, bytesOf})) {
    const {id, line, mismatch} = result
    if (mismatch !== undefined) throw new TypeError(`${location}: ${mismatch}`)
    counts.stories++
    if (earlier) counts.kept++
    const isDuplicate = id !== undefined && !seen.add(id)
    const error = isDuplicate ? 'duplicate id' : result.error
    if (error !== undefined) {
      counts.errors++
      log?.write(`${escapeForTerminal(`${describeReference({id, line})}: ${error}`)}\n`)
    }
    if (!isDuplicate && result.contribution) await addContribution?.(result.contribution)
    if (!earlier) await write?.(isDuplicate ? encodeError({id, error: error as string}) : result.bytes)
    onProgress?.(counts)
  }
}
