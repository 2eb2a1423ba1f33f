import {stat} from 'node:fs/promises'
import type {CorpusOptions, CorpusSummary, MergeOptions} from '../corpus.js'
import {visible} from '../prose/visible.js'
import {EXIT, failure} from './command-failure.js'
import {interrupted, whole} from './interruption.js'
import {guardOf} from './output.js'
import {plainOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'

export interface CorpusCommandOptions extends ReadingOptions {
  readonly resume?: string
  readonly glossary?: string
  readonly fields?: CorpusOptions['fields']
  readonly workers?: number
  readonly evidence?: MergeOptions['evidence']
  readonly maxBytes?: number
  readonly maxSeconds?: number
  readonly maxMegabytes?: number
}

const mergeOptions = ({workers, evidence, maxBytes, maxSeconds, maxMegabytes}: CorpusCommandOptions, {progress}: Session): MergeOptions => ({
  workers,
  evidence,
  limits: {bytes: maxBytes, seconds: maxSeconds, megabytes: maxMegabytes},
  log: process.stderr,
  signal: interrupted,
  onProgress: ({stories, errors}) => progress.show(`${stories} stories${errors > 0 ? `, ${errors} errors` : ''}`),
})

/** Tells how it went. @returns the exit code */
async function ended(run: Promise<CorpusSummary>, session: Session): Promise<number> {
  try {
    const {stories, errors, kept, glossaries, stopped} = await whole(run)
    session.progress.clear()
    if (stopped === 'asked') throw interrupted.reason
    if (stopped === 'closed') return EXIT.done
    const parts = [
      `${stories} ${stories === 1 ? 'story' : 'stories'}`,
      ...(kept > 0 ? [`${kept} from an earlier run`] : []),
      ...(errors > 0 ? [`${errors} errors`] : []),
    ]
    session.note(`${parts.join(', ')}${glossaries.length > 0 ? `; glossary written to ${visible(glossaries.join(', '))}` : ''}`)
    return errors > 0 ? EXIT.found : EXIT.done
  } catch (error) {
    throw error instanceof TypeError ? failure(visible(error.message, {lines: true}), EXIT.usage, error) : error
  }
}

/** Annotates the stories of a folder, or those on standard input. */
export async function runOver(folder: string | undefined, given: CorpusCommandOptions, session: Session): Promise<number> {
  const {resume, glossary, fields} = given
  if (folder === undefined && process.stdin.isTTY) throw failure('No stories: name a folder, or pipe NDJSON in (see --help)', EXIT.usage)
  if (folder !== undefined && !(await stat(folder)).isDirectory()) {
    throw failure(`${visible(folder)}: it is a file, and a folder was expected; NDJSON is piped in: xenogloss corpus < ${visible(folder)}`, EXIT.usage)
  }
  // A format that is not asked for is told by each story.
  const format = given.format ?? session.configured.configuration.format
  const options = {...(await plainOptions(given, session)), ...(format !== undefined && {format})}
  const {rules: _, ...story} = options
  const {runCorpus, storiesOf} = await import('../corpus.js')
  const input = folder === undefined ? process.stdin : storiesOf(folder)
  const output = resume === undefined ? {output: process.stdout} : {resume}
  return ended(runCorpus({...mergeOptions(given, session), input, ...output, glossary, fields, options: story}), session)
}

/** Makes the glossary of results. */
export async function mergeOver(files: readonly string[], given: CorpusCommandOptions, session: Session): Promise<number> {
  const {glossary = ''} = given
  await (await guardOf(files.map((path) => ({path}))))(glossary)
  const {mergeResults} = await import('../corpus.js')
  return ended(mergeResults({...mergeOptions(given, session), inputs: files, glossary}), session)
}
