import {availableParallelism} from 'node:os'
import type {Task} from './answer.js'
import {type CorpusSummary, checkOptions, limitsOf, type MergeOptions} from './corpus-options.js'
import {failure} from './failure.js'
import {mergeSpill} from './merge-spill.js'
import {openPool, type Pool} from './pool.js'
import {oldLines} from './results.js'
import {runTasks} from './run-tasks.js'
import {openSpill} from './spill.js'
import {until} from './until.js'

/** What a glossary is merged of, and how. */
export interface MergeResultsOptions extends MergeOptions {
  /** Files of results that `runCorpus` has written, with their `glossaries`. */
  readonly inputs: readonly string[]
  readonly glossary: string
  /** The language of the glossary, if no story has taught a word. Default `'art-x-unknown'`. */
  readonly lang?: string | undefined
}

/**
 * Makes the merged glossary of results that lie in files, such as the shards of an archive: the same bytes as of one run over all stories.
 * A story that is in several of them counts once.
 *
 * @throws TypeError for a line that no run has written, or one without `glossaries`
 */
export async function mergeResults(given: MergeResultsOptions): Promise<CorpusSummary> {
  checkOptions(given)
  const {inputs, glossary, log, signal, onProgress, evidence = 'all', workers = availableParallelism(), lang = 'art-x-unknown'} = given
  const limits = limitsOf(given.limits)
  const spill = await openSpill(glossary).catch((error) => Promise.reject(failure(glossary, error)))
  let pool: Pool | undefined
  let reading = ''
  async function* tasks(): AsyncGenerator<Task> {
    for (const input of inputs) {
      reading = input
      let line = 0
      for await (const done of oldLines(input)) yield {done, at: `${input}:${++line}`}
    }
  }
  try {
    pool = await openPool({options: {}, fields: [], learns: true, most: limits.bytes}, {workers, ...limits})
    let broken: {error: unknown} | undefined
    const fail = (error: unknown) => {
      broken ??= {error}
    }
    const count = {stories: 0, errors: 0, kept: 0}
    await runTasks(until(tasks(), {signal, fail}), {pool, putAside: spill.add, log, onProgress}, count)
    if (broken) throw failure(reading, (broken as {error: unknown}).error)
    if (signal?.aborted) return {...count, glossaries: [], stopped: 'asked'}
    return {...count, glossaries: await mergeSpill(spill, {path: glossary, evidence, lang, pool})}
  } catch (error) {
    throw failure(glossary, error)
  } finally {
    await pool?.close()
    await spill.remove()
  }
}
