import {availableParallelism} from 'node:os'
import {type CorpusSummary, checkOptions, type MergeOptions, resolveLimits} from './corpus-options.js'
import {describeSystemError} from './describe-system-error.js'
import {mergeSpill} from './merge-spill.js'
import {readResultLines} from './result-file.js'
import {runTasks} from './run-tasks.js'
import {openSpill} from './spill.js'
import type {Task} from './task-processor.js'
import {untilAborted} from './until-aborted.js'
import {openWorkerPool, type WorkerPool} from './worker-pool.js'

/** What to merge, and how. */
export interface MergeResultsOptions extends MergeOptions {
  /** Files of results written by `runCorpus`, with their `glossaries`. */
  readonly inputs: readonly string[]
  readonly glossary: string
  /** Language of the empty glossary that is written if there are no entries. Default `'art-x-unknown'`. */
  readonly lang?: string | undefined
}

/**
 * Merges the glossaries in result files, such as the shards of an archive: the same bytes as one run over all stories. A story that several
 * files contain counts once.
 *
 * @throws TypeError for a line that is not a result, or a result without `glossaries`
 */
export async function mergeResults(given: MergeResultsOptions): Promise<CorpusSummary> {
  checkOptions(given)
  const {inputs, glossary, log, signal, onProgress, evidence = 'all', workers = availableParallelism(), lang = 'art-x-unknown'} = given
  const limits = resolveLimits(given.limits)
  const spill = await openSpill(glossary).catch((error) => Promise.reject(describeSystemError(glossary, error)))
  let pool: WorkerPool | undefined
  let currentInput = ''
  async function* readTasks(): AsyncGenerator<Task> {
    for (const input of inputs) {
      currentInput = input
      let line = 0
      for await (const earlier of readResultLines(input)) yield {earlier, location: `${input}:${++line}`}
    }
  }
  try {
    pool = await openWorkerPool({options: {}, fields: [], collectsGlossary: true, maxBytes: limits.bytes}, {workers, ...limits})
    let inputFailure: {error: unknown} | undefined
    const onError = (error: unknown) => {
      inputFailure ??= {error}
    }
    const counts = {stories: 0, errors: 0, kept: 0}
    await runTasks(untilAborted(readTasks(), {signal, onError}), {pool, addContribution: spill.add, log, onProgress}, counts)
    if (inputFailure) throw describeSystemError(currentInput, (inputFailure as {error: unknown}).error)
    if (signal?.aborted) return {...counts, glossaries: [], stopped: 'asked'}
    return {...counts, glossaries: await mergeSpill(spill, {path: glossary, evidence, lang, pool})}
  } catch (error) {
    throw describeSystemError(glossary, error)
  } finally {
    await pool?.close()
    await spill.remove()
  }
}
