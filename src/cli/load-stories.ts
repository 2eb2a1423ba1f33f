import {decodeStory, type TextEncoding} from '../files/encoding.js'
import {storyFormatOf} from '../files/story-format.js'
import type {Format} from '../source/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {type CommandError, commandError, EXIT} from './command-error.js'
import {findStoryFiles, type InputFile, type SkippedExtensions, workName} from './find-story-files.js'
import {interruptSignal} from './interruption.js'
import {readInput} from './read-input.js'
import type {Session} from './session.js'
import {toCommandError} from './to-command-error.js'

/** A story in memory. */
export interface LoadedStory extends InputFile {
  readonly source: string
  readonly format: Format
  /** Its name in evidence and messages. */
  readonly work: string
  readonly encoding: TextEncoding
}

export interface LoadOptions {
  /** Format of all stories, whatever their extensions. */
  readonly format?: Format | undefined
}

/** Reads and decodes a story. @throws CommandError that names the file and the place of the problem */
export async function loadStory(file: InputFile, {format}: LoadOptions, {configured: {configuration, folder}}: Session): Promise<LoadedStory> {
  const work = workName(file, folder)
  const name = file.path === '-' ? 'standard input' : file.path
  const bytes = await readInput(file.path, name)
  if (file.path === '-' && !file.isExplicit && bytes.length === 0)
    throw commandError('No story given: name a file or folder, or pipe a story in (see --help)', EXIT.usage)
  try {
    const {text, encoding} = decodeStory(bytes)
    const defaultFormat = storyFormatOf(file.path) ?? configuration.format ?? (file.path === '-' ? 'markdown' : 'text')
    return {...file, work, source: text, encoding, format: format ?? defaultFormat}
  } catch (error) {
    throw error instanceof RangeError ? commandError(`${escapeForTerminal(name)}: ${error.message}`, EXIT.failure, error) : error
  }
}

/** `3 .png, 1 .docx` */
const describeSkipped = (skipped: SkippedExtensions): string =>
  Array.from(skipped, ([extension, count]) => `${count} ${extension || 'without extension'}`).join(', ')

/** Reads stories, reports the errors of individual stories, and derives the exit code. */
export interface StoryLoader {
  readonly files: readonly InputFile[]
  /** Reads the stories, or those that `isWanted` selects, one after the other; reports and skips those that cannot be read. */
  readonly read: (isWanted?: (path: string) => boolean) => AsyncGenerator<LoadedStory>
  /** Reports an error in processing a story. */
  readonly fail: (error: unknown, file: InputFile) => void
  /** The exit code: whether all, some, or none of the stories succeeded. */
  readonly exitCode: () => number
}

/**
 * @param args files, folders, patterns, `-`; none means standard input
 * @param options.exclude a folder of results, whose files are not stories
 * @param options.isRepeated whether skipped files were already reported
 * @throws CommandError if there is no story
 */
export async function createStoryLoader(
  args: readonly string[],
  session: Session,
  options: LoadOptions & {readonly exclude?: string | undefined; readonly isRepeated?: boolean} = {},
): Promise<StoryLoader> {
  const skipped: SkippedExtensions = new Map()
  const files = await findStoryFiles(args, {exclude: options.exclude, skipped})
  if (skipped.size > 0 && !options.isRepeated)
    session.note(`${session.err.yellow('skipped')} ${escapeForTerminal(describeSkipped(skipped))} (unsupported extension)`)
  let failedCount = 0
  const report = (error: CommandError, file: InputFile) => {
    // A folder may contain anything; an explicitly named file must be a story.
    if (!file.isExplicit && error.cause instanceof RangeError) return session.note(`${session.err.yellow('skipped')} ${error.message}`)
    // A usage error concerns the whole command.
    if (error.exitCode === EXIT.usage) throw error
    session.reportError(error.message)
    failedCount++
  }
  async function* read(isWanted: (path: string) => boolean = () => true) {
    for (const [index, file] of files.entries()) {
      interruptSignal.throwIfAborted()
      if (!isWanted(file.path)) continue
      if (files.length > 1) session.progress.show(`${index + 1}/${files.length} ${file.path}`)
      let story: LoadedStory | undefined
      try {
        story = await loadStory(file, options, session)
      } catch (error) {
        report(toCommandError(error), file)
      }
      if (story) yield story
    }
    session.progress.clear()
  }
  return {
    files,
    read,
    fail: (error, file) => report(toCommandError(error), file),
    exitCode: () => (failedCount === 0 ? EXIT.success : failedCount === files.length ? EXIT.failure : EXIT.findings),
  }
}
