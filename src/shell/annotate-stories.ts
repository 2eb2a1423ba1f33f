import {stat} from 'node:fs/promises'
import {EXIT, failure} from './failure.js'
import {guard, type Output, outputAt, pathIn, writeTo} from './output.js'
import {annotationOptions} from './reading-options.js'
import type {Session} from './session.js'
import {type ShowingOptions, shownOptions} from './showing-options.js'
import {storiesOf} from './story.js'
import {type Annotated, type Made, type Target, targetFor} from './targets.js'
import {visible} from './visible.js'

interface AnnotateOptions extends ShowingOptions {
  readonly work?: string | undefined
}

/** Writes a result, and the files that belong to it. */
async function deliver(
  {content, beside = {}, notes = []}: Made,
  {path, output, target}: {path: string | undefined; output: Output; target: Target},
  session: Session,
) {
  for (const note of notes) session.note(`${session.err.yellow('note')} ${note}`)
  if (path === undefined) {
    if (Object.keys(beside).length > 0) session.note(`${Object.keys(beside).join(', ')}: not printed; name a folder with --output to get them too`)
    return session.print(content)
  }
  await writeTo(path, content)
  const stem = path.endsWith(`.${target.extension}`) ? path.slice(0, -target.extension.length) : output.kind === 'file' ? `${path}.` : path
  for (const [name, text] of Object.entries(beside)) await writeTo(`${stem}${name}`, text)
}

/**
 * Annotates stories, and prints or writes what is made of them.
 *
 * @param only the paths of the stories that are made anew, of those that were named; default all
 * @returns the exit code
 */
export async function annotateStories(args: readonly string[], given: AnnotateOptions, session: Session, only?: ReadonlySet<string>): Promise<number> {
  const {to, ...show} = shownOptions(given, session)
  const target = targetFor({asked: given.to, path: given.output, usual: to})
  const isFolder = given.output !== undefined && given.output !== '-' && (await stat(given.output).catch(() => undefined))?.isDirectory()
  const stories = await storiesOf(args, session, {format: given.format, except: isFolder || !target.isBook ? given.output : undefined})
  const several = stories.files.length > 1
  if (several && given.work !== undefined) throw failure('The option `work` names one story, and there are several', EXIT.usage)
  const output = await outputAt(given.output, {several: several && !target.isBook})
  if (output.kind === 'print' && target.isBinary && process.stdout.isTTY)
    throw failure(`An ${target.name} is no text for a terminal: name a file with --output`, EXIT.usage)
  const pathOf = (index: number) =>
    output.kind === 'print' ? undefined : pathIn(output, stories.files[index] as (typeof stories.files)[number], target.extension)
  const results = target.isBook ? [pathOf(0)] : stories.files.map((_, index) => pathOf(index))
  await guard(
    results.filter((path) => path !== undefined),
    stories.files,
  )
  const options = await annotationOptions(given, session)
  const {annotate} = await import('../annotate.js')
  const chapters: Annotated[] = []
  let written = 0
  for await (const story of stories.read()) {
    if (only && !only.has(story.path)) continue
    const annotated = {...story, annotation: annotate(story.source, {...options, format: story.format, work: given.work ?? story.work})}
    if (target.isBook) {
      chapters.push(annotated)
      continue
    }
    const path = pathOf(stories.files.findIndex((file) => file.path === story.path))
    await deliver(await target.make([annotated], show), {path, output, target}, session)
    written++
  }
  const [first, ...others] = chapters
  if (target.isBook && stories.exitCode() !== EXIT.done) throw failure('The book is not written: a chapter is missing')
  if (first) {
    await deliver(await target.make([first, ...others], show), {path: pathOf(0), output, target}, session)
    written++
  }
  if (output.kind !== 'print') session.note(`${written} ${written === 1 ? 'file' : 'files'} written to ${visible(output.path)}`)
  return stories.exitCode()
}
