import {resolve} from 'node:path'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {countNoun} from './count-noun.js'
import {type DisplayOptions, resolveDisplayOptions} from './display-options.js'
import type {InputFile} from './find-story-files.js'
import {createStoryLoader, type StoryLoader} from './load-stories.js'
import {noteProblems} from './note-problems.js'
import {checkDistinctResults, createOverwriteGuard, type Output, resolveOutput, resultPath, writeResult} from './output.js'
import {annotationOptions} from './reading-options.js'
import type {Session} from './session.js'
import {type StoryToRender, selectTarget, type Target, type TargetOptions, type TargetOutput} from './targets.js'

interface AnnotateOptions extends DisplayOptions {
  readonly work?: string | undefined
}

/** Everything that is decided before the first story is read. */
interface AnnotationPlan {
  readonly loader: StoryLoader
  readonly target: Target
  readonly targetOptions: TargetOptions
  readonly output: Output
  /** The path of a story's result; nothing if it is printed. */
  readonly pathOf: (file: InputFile) => string | undefined
  /** Throws if the path is one of the stories. */
  readonly checkOverwrite: (path: string) => Promise<void>
}

/** Checks all options and paths before anything is written. */
async function createPlan(args: readonly string[], given: AnnotateOptions, session: Session, isRepeated: boolean): Promise<AnnotationPlan> {
  const {to, ...targetOptions} = resolveDisplayOptions(given, session)
  const target = selectTarget({requested: given.to, path: given.output, configured: to})
  const loader = await createStoryLoader(args, session, {format: given.format, exclude: given.output, isRepeated})
  const {files} = loader
  if (files.length > 1 && given.work !== undefined) throw commandError('--work names one story, but there are several: omit it', EXIT.usage)
  // A folder or pattern may match several stories the next time.
  const mayBeSeveral = !target.isBook && (files.length > 1 || (given.output !== undefined && files.some(({isExplicit}) => !isExplicit)))
  const output = await resolveOutput(given.output, {hasSeveral: mayBeSeveral && (files.length > 1 || given.output !== '-')})
  if (output.kind === 'print' && target.isBinary && process.stdout.isTTY)
    throw commandError(`Binary output (${target.name}) is not printed to a terminal: use --output <file>`, EXIT.usage)
  const pathOf = (file: InputFile) => (output.kind === 'print' ? undefined : resultPath(output, file, target.extension))
  const checkOverwrite = await createOverwriteGuard(files)
  if (output.kind !== 'print') {
    const results = (target.isBook ? files.slice(0, 1) : files).map((file) => resultPath(output, file, target.extension))
    checkDistinctResults(results, files)
    for (const result of results) await checkOverwrite(result)
  }
  return {loader, target, targetOptions, output, pathOf, checkOverwrite}
}

/** Writes or prints a result, and writes its additional files. */
async function deliver(
  {content, extraFiles = {}, notes = []}: TargetOutput,
  file: InputFile,
  {target, output, pathOf, checkOverwrite}: AnnotationPlan,
  session: Session,
): Promise<void> {
  for (const note of notes) session.note(`${session.err.yellow('note')} ${note}`)
  const path = pathOf(file)
  if (path === undefined) {
    if (Object.keys(extraFiles).length > 0) session.note(`${Object.keys(extraFiles).join(', ')}: not printed; use --output <folder> to write them as well`)
    return session.print(content)
  }
  const stem = path.endsWith(`.${target.extension}`) ? path.slice(0, -target.extension.length) : output.kind === 'file' ? `${path}.` : path
  const all = [[path, content], ...Object.entries(extraFiles).map(([name, text]) => [`${stem}${name}`, text])] as [string, string | Uint8Array][]
  for (const [name] of all) await checkOverwrite(name)
  for (const [name, text] of all) await writeResult(name, text)
}

/**
 * Annotates stories, and prints or writes the results.
 *
 * @param only absolute paths of the stories to process; default all. A book always contains all
 * @returns the exit code
 */
export async function annotateStories(args: readonly string[], given: AnnotateOptions, session: Session, only?: ReadonlySet<string>): Promise<number> {
  const plan = await createPlan(args, given, session, only !== undefined)
  const {loader, target, targetOptions, output} = plan
  const optionsOf = await annotationOptions(given, session)
  const {annotateStory} = await import('./annotate-story.js')
  const chapters: StoryToRender[] = []
  let writtenCount = 0
  for await (const story of loader.read((path) => !only || target.isBook === true || only.has(resolve(path)))) {
    noteProblems(story.document?.problems, story, session)
    const options = await optionsOf(story)
    const annotated = {...story, annotation: await annotateStory(story, {...options, work: given.work ?? story.work})}
    if (target.isBook) chapters.push(annotated)
    else {
      const result = await target.render([annotated], targetOptions).catch((error: unknown) => loader.fail(error, story))
      if (!result) continue
      await deliver(result, story, plan, session)
      writtenCount++
    }
  }
  const [first, ...others] = chapters
  if (target.isBook && loader.hasFailed()) throw commandError('The book was not written because a chapter is missing: fix the chapter, or leave it out')
  if (first) await deliver(await target.render([first, ...others], targetOptions), first, plan, session)
  const written = target.isBook ? countNoun(first?.document?.book?.chapters.length ?? chapters.length, 'chapter') : countNoun(writtenCount, 'story', 'stories')
  if (output.kind !== 'print') session.note(`${written} written to ${escapeForTerminal(output.path)}`)
  return loader.exitCode()
}
