import {visible} from '../prose/visible.js'
import type {Answer, Task} from './answer.js'
import type {MergeOptions} from './corpus-options.js'
import {inOrder} from './in-order.js'
import {errorLine, type Named} from './jobs.js'
import type {Pool} from './pool.js'
import type {Portion} from './portion.js'
import {seenIds} from './seen-ids.js'

/** Bytes of stories and results that are held at one time, and what each takes beside them. */
const IN_FLIGHT = 16 * 1024 * 1024
const EACH = 4096

const bytesOf = (held: Task | Answer): number => {
  if ('bytes' in held) return held.bytes.length + (held.portion && held.portion.text !== held.bytes ? held.portion.text.length : 0)
  const {story, done} = held
  return EACH + (done?.length ?? 0) + (!story ? 0 : 'bytes' in story ? story.bytes.length : 'size' in story ? story.size : 0)
}

const show = ({id, line}: Named): string => (id === undefined ? `line ${line}` : JSON.stringify(id))

export interface RunTasksOptions extends Pick<MergeOptions, 'log' | 'onProgress'> {
  readonly pool: Pool
  /** Takes what a story teaches. */
  readonly putAside?: ((portion: Portion) => Promise<void>) | undefined
  /** Takes the results that were not there before. */
  readonly write?: ((bytes: Uint8Array) => Promise<void>) | undefined
}

/** What has been written so far. */
export interface Count {
  stories: number
  errors: number
  kept: number
}

/**
 * Tasks → results, in order; an id that comes again is an error.
 *
 * @param count goes on counting
 */
export async function runTasks(tasks: AsyncIterable<Task>, {pool, putAside, write, log, onProgress}: RunTasksOptions, count: Count): Promise<void> {
  const {isNew} = seenIds()
  for await (const [{done, at = ''}, answer] of inOrder(tasks, pool.answer, {atOnce: pool.size, most: IN_FLIGHT, bytesOf})) {
    const {id, line, astray} = answer
    if (astray !== undefined) throw new TypeError(`${at}: ${astray}`)
    count.stories++
    if (done) count.kept++
    const again = id !== undefined && !isNew(id)
    const error = again ? 'the id of an earlier story' : answer.error
    if (error !== undefined) {
      count.errors++
      log?.write(`${visible(`${show({id, line})}: ${error}`)}\n`)
    }
    if (!again && answer.portion) await putAside?.(answer.portion)
    if (!done) await write?.(again ? errorLine({id, error: error as string}) : answer.bytes)
    onProgress?.(count)
  }
}
