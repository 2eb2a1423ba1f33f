import {decode, type Encoding} from '../files/encoding.js'
import {formatOf} from '../files/story-format.js'
import {visible} from '../prose/visible.js'
import type {Format} from '../source/types.js'
import {EXIT, type Failure, failure} from './command-failure.js'
import {failureOf} from './failure-of.js'
import {interrupted} from './interruption.js'
import {read} from './read.js'
import type {Session} from './session.js'
import {type Others, type StoryFile, storyFiles, workOf} from './story-files.js'

/** A story that was read. */
export interface Story extends StoryFile {
  readonly source: string
  readonly format: Format
  /** What it is called in evidence and messages. */
  readonly work: string
  readonly encoding: Encoding
}

export interface StoryOptions {
  /** Of all, whatever their names say. */
  readonly format?: Format | undefined
}

/** The story in a file. @throws Failure that names the file, and what is wrong with it where */
export async function storyIn(file: StoryFile, {format}: StoryOptions, {configured: {configuration, folder}}: Session): Promise<Story> {
  const work = workOf(file, folder)
  const name = file.path === '-' ? 'standard input' : file.path
  const bytes = await read(file.path, name)
  if (file.path === '-' && !file.named && bytes.length === 0) throw failure('No story: name a file or a folder, or pipe one in (see --help)', EXIT.usage)
  try {
    const {text, encoding} = decode(bytes)
    const told = formatOf(file.path) ?? configuration.format ?? (file.path === '-' ? 'markdown' : 'text')
    return {...file, work, source: text, encoding, format: format ?? told}
  } catch (error) {
    throw error instanceof RangeError ? failure(`${visible(name)}: ${error.message}`, EXIT.failed, error) : error
  }
}

/** `3 .png, 1 .docx` */
const counted = (others: Others): string => Array.from(others, ([extension, count]) => `${count} ${extension || 'without extension'}`).join(', ')

/** The stories that were named, and how the command ends that is done with them. */
export interface Stories {
  readonly files: readonly StoryFile[]
  /** Reads them one after the other, or those that are wanted; what cannot be read is told, and left out. */
  readonly read: (isWanted?: (path: string) => boolean) => AsyncGenerator<Story>
  /** Tells what was wrong with a story that was read. */
  readonly fail: (error: unknown, file: StoryFile) => void
  /** The exit code: of all, some, or none that could not be read. */
  readonly exitCode: () => number
}

/**
 * @param args files, folders, patterns, `-`; none are standard input
 * @param options.except a folder of results, whose files are no stories
 * @param options.isAgain whether what was passed over has been told before
 * @throws Failure where there is none
 */
export async function storiesOf(
  args: readonly string[],
  session: Session,
  options: StoryOptions & {readonly except?: string | undefined; readonly isAgain?: boolean} = {},
): Promise<Stories> {
  const others: Others = new Map()
  const files = await storyFiles(args, {except: options.except, others})
  if (others.size > 0 && !options.isAgain) session.note(`Passed over, since their names are not those of stories: ${visible(counted(others))}`)
  let failed = 0
  const told = (error: Failure, file: StoryFile) => {
    // In a folder may lie anything; what was asked for by its name has to be a story.
    if (!file.named && error.cause instanceof RangeError) return session.note(`${session.err.yellow('skipped')} ${error.message}`)
    // Nothing was asked for that could be done.
    if (error.exitCode === EXIT.usage) throw error
    session.complain(error.message)
    failed++
  }
  async function* stories(isWanted: (path: string) => boolean = () => true) {
    for (const [index, file] of files.entries()) {
      interrupted.throwIfAborted()
      if (!isWanted(file.path)) continue
      if (files.length > 1) session.progress.show(`${index + 1}/${files.length} ${file.path}`)
      let story: Story | undefined
      try {
        story = await storyIn(file, options, session)
      } catch (error) {
        told(failureOf(error), file)
      }
      if (story) yield story
    }
    session.progress.clear()
  }
  return {
    files,
    read: stories,
    fail: (error, file) => told(failureOf(error), file),
    exitCode: () => (failed === 0 ? EXIT.done : failed === files.length ? EXIT.failed : EXIT.found),
  }
}
