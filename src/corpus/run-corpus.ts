import {availableParallelism} from 'node:os'
import {resolveOptions} from '../annotate/resolve-options.js'
import type {Task} from './answer.js'
import {type CorpusOptions, type CorpusSummary, checkOptions, FIELDS, limitsOf} from './corpus-options.js'
import {failure} from './failure.js'
import type {Job} from './jobs.js'
import {linesOf} from './lines-of.js'
import {mergeSpill} from './merge-spill.js'
import {openPool, type Pool} from './pool.js'
import type {Portion} from './portion.js'
import {cutHalfLine, oldLines} from './results.js'
import {runTasks} from './run-tasks.js'
import {openSpill} from './spill.js'
import {until} from './until.js'
import {writerBehind, writerTo} from './writer.js'

/** Stories that are too large are not even read. */
async function* within(jobs: AsyncIterable<Job>, most: number): AsyncGenerator<Job> {
  for await (const job of jobs) {
    if ('size' in job && job.size > most) yield {id: job.id, error: `expected a file of at most ${most} bytes, got ${job.size}`}
    else yield job
  }
}

/** Stories, each with the line that an earlier run has written for it. */
async function* paired(jobs: AsyncIterable<Job>, path: string | undefined, isStopped: () => boolean): AsyncGenerator<Task> {
  const old = path === undefined ? undefined : oldLines(path)
  let line = 0
  for await (const story of jobs) {
    const done = (await old?.next())?.value as Uint8Array | undefined
    yield done ? {story, done, at: `${path}:${++line}`} : {story}
  }
  if (!isStopped() && !(await old?.next())?.done && old)
    throw new TypeError(`${path}: has more results than there are stories; give the stories that it was made of, or name another file`)
}

/**
 * Annotates an archive: stories in, a line of results for each, in order, and one merged glossary. Memory does not grow with the number of
 * stories, and the bytes are the same for any number of workers and any split. A story that cannot be annotated is a line
 * `{id | line, error}`; it never ends the run.
 *
 * @throws TypeError for wrong options, and for results that are not those of the input; Error for a disk that is full or not to be written
 */
export async function runCorpus(given: CorpusOptions): Promise<CorpusSummary> {
  checkOptions(given)
  const {input, output, log, resume, glossary, signal, onProgress, options = {}, fields = FIELDS, evidence = 'all', workers = availableParallelism()} = given
  if (!output && resume === undefined) throw new TypeError('Option `output` must be a stream, unless `resume` names a file')
  if (resume !== undefined && glossary !== undefined && !fields.includes('glossaries')) {
    throw new TypeError("Option `fields` must have 'glossaries', since a resumed run makes the glossary of its results")
  }
  const {lang} = resolveOptions(options)
  const limits = limitsOf(given.limits)
  const goOn = resume === undefined ? '' : '; what was written is whole, and the run can be resumed'
  const name = resume ?? 'results'

  let broken: {error: unknown} | undefined
  const fail = (error: unknown) => {
    broken ??= {error}
  }
  const ended = () => Boolean(signal?.aborted || broken)
  const spill = glossary === undefined ? undefined : await openSpill(glossary).catch((error) => Promise.reject(failure(glossary, error)))
  let pool: Pool | undefined
  try {
    pool = await openPool({options, fields, learns: spill !== undefined, most: limits.bytes}, {workers, ...limits})
    if (resume !== undefined) await cutHalfLine(resume).catch((error) => Promise.reject(failure(resume, error)))
    const writer = resume === undefined ? writerTo(output as NonNullable<typeof output>) : await writerBehind(resume)
    const count = {stories: 0, errors: 0, kept: 0}
    const putAside = async (portion: Portion): Promise<void> => {
      await spill?.add(portion).catch((error) => Promise.reject(failure(glossary as string, error, goOn)))
    }
    try {
      const stories = until(within(linesOf(input, limits.bytes), limits.bytes), {signal, fail})
      await runTasks(paired(stories, resume, ended), {pool, putAside, write: writer.write, log, onProgress}, count)
      await writer.end()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return {...count, glossaries: [], stopped: 'closed'}
      throw failure(name, error, goOn)
    } finally {
      await writer.close()
    }
    if (broken) throw failure('input', (broken as {error: unknown}).error, goOn)
    if (signal?.aborted) return {...count, glossaries: [], stopped: 'asked'}
    if (!spill || glossary === undefined) return {...count, glossaries: []}
    try {
      return {...count, glossaries: await mergeSpill(spill, {path: glossary, evidence, lang, pool})}
    } catch (error) {
      throw failure(glossary, error, goOn)
    }
  } finally {
    await pool?.close()
    await spill?.remove()
  }
}
