import {resolve} from 'node:path'
import {visible} from '../prose/visible.js'
import {EXIT, failure} from './command-failure.js'
import {type Stories, storiesOf} from './load-stories.js'
import {distinct, guardOf, type Output, outputAt, pathIn, writeTo} from './output.js'
import {annotationOptions} from './reading-options.js'
import type {Session} from './session.js'
import {type ShowingOptions, shownOptions} from './showing-options.js'
import type {StoryFile} from './story-files.js'
import {type Annotated, type Made, type ShownOptions, type Target, targetFor} from './targets.js'

interface AnnotateOptions extends ShowingOptions {
  readonly work?: string | undefined
}

/** What is to be done. */
interface Plan {
  readonly stories: Stories
  readonly target: Target
  readonly show: ShownOptions
  readonly output: Output
  /** Where the result of a story goes; nowhere, where it is printed. */
  readonly resultOf: (file: StoryFile) => string | undefined
  /** Throws for a path that is one of the stories. */
  readonly check: (path: string) => Promise<void>
}

/** Everything that can be wrong is found before anything is written. */
async function planFor(args: readonly string[], given: AnnotateOptions, session: Session, isAgain: boolean): Promise<Plan> {
  const {output: place} = given
  const {to, ...show} = shownOptions(given, session)
  const target = targetFor({asked: given.to, path: place, usual: to})
  const stories = await storiesOf(args, session, {format: given.format, except: place, isAgain})
  const {files} = stories
  if (files.length > 1 && given.work !== undefined) throw failure('The option `work` names one story, and there are several: leave it away', EXIT.usage)
  // What a folder holds may be several stories the next time.
  const several = !target.isBook && (files.length > 1 || (place !== undefined && files.some(({named}) => !named)))
  const output = await outputAt(place, {several: several && (files.length > 1 || place !== '-')})
  if (output.kind === 'print' && target.isBinary && process.stdout.isTTY)
    throw failure(`An ${target.name} is no text for a terminal: name a file with --output`, EXIT.usage)
  const resultOf = (file: StoryFile) => (output.kind === 'print' ? undefined : pathIn(output, file, target.extension))
  const check = await guardOf(files)
  if (output.kind !== 'print') {
    const results = (target.isBook ? files.slice(0, 1) : files).map((file) => pathIn(output, file, target.extension))
    distinct(results, files)
    for (const result of results) await check(result)
  }
  return {stories, target, show, output, resultOf, check}
}

/** Writes or prints a result, and the files that belong to it. */
async function deliver({content, beside = {}, notes = []}: Made, file: StoryFile, {target, output, resultOf, check}: Plan, session: Session): Promise<void> {
  for (const note of notes) session.note(`${session.err.yellow('note')} ${note}`)
  const path = resultOf(file)
  if (path === undefined) {
    if (Object.keys(beside).length > 0) session.note(`${Object.keys(beside).join(', ')}: not printed; name a folder with --output to get them too`)
    return session.print(content)
  }
  const stem = path.endsWith(`.${target.extension}`) ? path.slice(0, -target.extension.length) : output.kind === 'file' ? `${path}.` : path
  const all = [[path, content], ...Object.entries(beside).map(([name, text]) => [`${stem}${name}`, text])] as [string, string | Uint8Array][]
  for (const [name] of all) await check(name)
  for (const [name, text] of all) await writeTo(name, text)
}

/**
 * Annotates stories, and prints or writes what is made of them.
 *
 * @param only the absolute paths of the stories that are made anew, of those that were named; default all. A book is made of all
 * @returns the exit code
 */
export async function annotateStories(args: readonly string[], given: AnnotateOptions, session: Session, only?: ReadonlySet<string>): Promise<number> {
  const plan = await planFor(args, given, session, only !== undefined)
  const {stories, target, show, output} = plan
  const options = await annotationOptions(given, session)
  const {annotate} = await import('../annotate/annotate.js')
  const chapters: Annotated[] = []
  let written = 0
  for await (const story of stories.read((path) => !only || target.isBook === true || only.has(resolve(path)))) {
    const annotated = {...story, annotation: annotate(story.source, {...options, format: story.format, work: given.work ?? story.work})}
    if (target.isBook) chapters.push(annotated)
    else {
      const made = await target.make([annotated], show).catch((error: unknown) => stories.fail(error, story))
      if (!made) continue
      await deliver(made, story, plan, session)
      written++
    }
  }
  const [first, ...others] = chapters
  if (target.isBook && stories.exitCode() !== EXIT.done) throw failure('The book is not written: a chapter is missing; mend it, or leave it out')
  if (first) await deliver(await target.make([first, ...others], show), first, plan, session)
  const what = target.isBook ? `${chapters.length} ${chapters.length === 1 ? 'chapter' : 'chapters'}` : `${written} ${written === 1 ? 'story' : 'stories'}`
  if (output.kind !== 'print') session.note(`${what} written to ${visible(output.path)}`)
  return stories.exitCode()
}
