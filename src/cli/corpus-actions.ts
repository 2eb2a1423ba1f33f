import {stat} from 'node:fs/promises'
import type {CorpusOptions, CorpusSummary, MergeOptions} from '../corpus.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {countNoun} from './count-noun.js'
import {finishBeforeExit, interruptSignal} from './interruption.js'
import {createOverwriteGuard} from './output.js'
import {hostTag, plainOptions, type ReadingOptions} from './reading-options.js'
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

const toMergeOptions = ({workers, evidence, maxBytes, maxSeconds, maxMegabytes}: CorpusCommandOptions, {progress}: Session): MergeOptions => ({
  workers,
  evidence,
  limits: {bytes: maxBytes, seconds: maxSeconds, megabytes: maxMegabytes},
  log: process.stderr,
  signal: interruptSignal,
  onProgress: ({stories, errors}) => progress.show(`${countNoun(stories, 'story', 'stories')}${errors > 0 ? `, ${countNoun(errors, 'error')}` : ''}`),
})

/** Waits for a run and prints its summary. @returns the exit code */
async function reportSummary(run: Promise<CorpusSummary>, session: Session): Promise<number> {
  try {
    const {stories, errors, kept, glossaries, stopped} = await finishBeforeExit(run)
    session.progress.clear()
    if (stopped === 'asked') throw interruptSignal.reason
    if (stopped === 'closed') return EXIT.success
    const counts = [
      countNoun(stories, 'story', 'stories'),
      ...(kept > 0 ? [`${kept} from an earlier run`] : []),
      ...(errors > 0 ? [countNoun(errors, 'error')] : []),
    ]
    session.note(`${counts.join(', ')}${glossaries.length > 0 ? `; glossary written to ${escapeForTerminal(glossaries.join(', '))}` : ''}`)
    return errors > 0 ? EXIT.findings : EXIT.success
  } catch (error) {
    throw error instanceof TypeError ? commandError(escapeForTerminal(error.message, {lines: true}), EXIT.usage, error) : error
  }
}

/** Annotates the stories in a folder, or those on standard input. */
export async function annotateCorpus(folder: string | undefined, given: CorpusCommandOptions, session: Session): Promise<number> {
  const {resume, glossary, fields} = given
  if (folder === undefined && process.stdin.isTTY) throw commandError('No stories given: name a folder, or pipe NDJSON in (see --help)', EXIT.usage)
  if (folder !== undefined && !(await stat(folder)).isDirectory()) {
    throw commandError(
      `${escapeForTerminal(folder)}: expected a folder, got a file; to read NDJSON, use: xenogloss corpus < ${escapeForTerminal(folder)}`,
      EXIT.usage,
    )
  }
  // Without an option, each story determines its own format.
  const format = given.format ?? session.configured.configuration.format
  const host = hostTag(given, session)
  const options = {...(await plainOptions(given, session)), ...(format !== undefined && {format}), ...(host !== undefined && {host})}
  const {rules: _, ...storyOptions} = options
  const {runCorpus, listStories} = await import('../corpus.js')
  const input = folder === undefined ? process.stdin : listStories(folder)
  const output = resume === undefined ? {output: process.stdout} : {resume}
  return reportSummary(runCorpus({...toMergeOptions(given, session), input, ...output, glossary, fields, options: storyOptions}), session)
}

/** Merges the glossaries of result files. */
export async function mergeCorpusResults(files: readonly string[], given: CorpusCommandOptions, session: Session): Promise<number> {
  const {glossary = ''} = given
  const checkOverwrite = await createOverwriteGuard(files.map((path) => ({path})))
  await checkOverwrite(glossary)
  const {mergeResults} = await import('../corpus.js')
  return reportSummary(mergeResults({...toMergeOptions(given, session), inputs: files, glossary}), session)
}
