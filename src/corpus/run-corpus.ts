import {availableParallelism} from 'node:os'
import {defaultParts} from '../annotate/default-parts.js'
import {resolveOptions} from '../annotate/resolve-options.js'
import {type CorpusOptions, type CorpusSummary, checkOptions, FIELDS, resolveLimits} from './corpus-options.js'
import {describeSystemError} from './describe-system-error.js'
import type {GlossaryContribution} from './glossary-contribution.js'
import type {InputStory} from './input-story.js'
import {mergeSpill} from './merge-spill.js'
import {readResultLines, truncatePartialLine} from './result-file.js'
import {createStreamWriter, openAppendWriter} from './result-writer.js'
import {runTasks} from './run-tasks.js'
import {openSpill} from './spill.js'
import {splitLines} from './split-lines.js'
import type {Task} from './task-processor.js'
import {untilAborted} from './until-aborted.js'
import {openWorkerPool, type WorkerPool} from './worker-pool.js'

/** Refuses files that are too large, without reading them. */
async function* refuseLargeFiles(stories: AsyncIterable<InputStory>, maxBytes: number): AsyncGenerator<InputStory> {
  for await (const story of stories) {
    if ('size' in story && story.size > maxBytes) yield {id: story.id, error: `expected a file of at most ${maxBytes} bytes, got ${story.size}`}
    else yield story
  }
}

/** Pairs each story with the line that an earlier run wrote for it. */
async function* pairWithResults(stories: AsyncIterable<InputStory>, path: string | undefined, isStopped: () => boolean): AsyncGenerator<Task> {
  const results = path === undefined ? undefined : readResultLines(path)
  let line = 0
  for await (const story of stories) {
    const earlier = (await results?.next())?.value as Uint8Array | undefined
    yield earlier ? {story, earlier, location: `${path}:${++line}`} : {story}
  }
  if (!isStopped() && !(await results?.next())?.done && results)
    throw new TypeError(`${path}: more results than stories; pass the stories that the results were made from, or choose another file`)
}

/**
 * Annotates an archive: reads stories, writes one line of results for each, in order, and one merged glossary. Memory use does not grow with
 * the number of stories, and the output is the same for any number of workers and any split of the input. A story that cannot be annotated
 * yields a line `{id | line, error}` and does not end the run.
 *
 * @throws TypeError for invalid options, and for results that do not belong to the input; Error for a disk that is full or not writable
 */
export async function runCorpus(given: CorpusOptions): Promise<CorpusSummary> {
  checkOptions(given)
  const {input, output, log, resume, glossary, signal, onProgress, options = {}, fields = FIELDS, evidence = 'all', workers = availableParallelism()} = given
  if (!output && resume === undefined) throw new TypeError('Option `output` must be a stream, unless `resume` names a file')
  if (resume !== undefined && glossary !== undefined && !fields.includes('glossaries')) {
    throw new TypeError("Option `fields` must include 'glossaries': a resumed run builds the glossary from its results")
  }
  const {host: _, ...annotationOptions} = options
  const {lang} = resolveOptions(annotationOptions, defaultParts)
  const limits = resolveLimits(given.limits)
  const hint = resume === undefined ? '' : '; the results written so far are complete, and the run can be resumed'
  const resultName = resume ?? 'results'

  let inputFailure: {error: unknown} | undefined
  const onError = (error: unknown) => {
    inputFailure ??= {error}
  }
  const isStopped = () => Boolean(signal?.aborted || inputFailure)
  const spill = glossary === undefined ? undefined : await openSpill(glossary).catch((error) => Promise.reject(describeSystemError(glossary, error)))
  let pool: WorkerPool | undefined
  try {
    pool = await openWorkerPool({options, fields, collectsGlossary: spill !== undefined, maxBytes: limits.bytes}, {workers, ...limits})
    if (resume !== undefined) await truncatePartialLine(resume).catch((error) => Promise.reject(describeSystemError(resume, error)))
    const writer = resume === undefined ? createStreamWriter(output as NonNullable<typeof output>) : await openAppendWriter(resume)
    const counts = {stories: 0, errors: 0, kept: 0}
    const addContribution = async (contribution: GlossaryContribution): Promise<void> => {
      await spill?.add(contribution).catch((error) => Promise.reject(describeSystemError(glossary as string, error, hint)))
    }
    try {
      const stories = untilAborted(refuseLargeFiles(splitLines(input, limits.bytes), limits.bytes), {signal, onError})
      await runTasks(pairWithResults(stories, resume, isStopped), {pool, addContribution, write: writer.write, log, onProgress}, counts)
      await writer.end()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return {...counts, glossaries: [], stopped: 'closed'}
      throw describeSystemError(resultName, error, hint)
    } finally {
      await writer.close()
    }
    if (inputFailure) throw describeSystemError('input', (inputFailure as {error: unknown}).error, hint)
    if (signal?.aborted) return {...counts, glossaries: [], stopped: 'asked'}
    if (!spill || glossary === undefined) return {...counts, glossaries: []}
    try {
      return {...counts, glossaries: await mergeSpill(spill, {path: glossary, evidence, lang, pool})}
    } catch (error) {
      throw describeSystemError(glossary, error, hint)
    }
  } finally {
    await pool?.close()
    await spill?.remove()
  }
}
