import {describeArchive} from '../files/describe-archive.js'
import {documentKindOf} from '../files/document-kind.js'
import {decodeStory, type TextEncoding} from '../files/encoding.js'
import {storyFormatOf} from '../files/story-format.js'
import type {DocumentKind} from '../formats/shared/recognize-document.js'
import type {Format} from '../source/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {type CommandError, commandError, EXIT} from './command-error.js'
import {findStoryFiles, type InputFile, type SkippedExtensions, workName} from './find-story-files.js'
import {interruptSignal} from './interruption.js'
import {readInput} from './read-input.js'
import type {Session} from './session.js'
import type {StoryDocument} from './story-document.js'
import {toCommandError} from './to-command-error.js'

/** Documents that may be stories, in formats that are not read. */
const UNREAD_EXTENSIONS: ReadonlySet<string> = new Set(['mobi', 'azw', 'azw3', 'doc', 'rtf', 'pages', 'pdf', 'tex'].map((extension) => `.${extension}`))

/** A story in memory. */
export interface LoadedStory extends InputFile {
  readonly source: string
  readonly format: Format
  /** Its name in evidence and messages. */
  readonly work: string
  readonly encoding: TextEncoding
  /** Set if the file is no text. */
  readonly document?: StoryDocument
}

export interface LoadOptions {
  /** Format of all stories, whatever their extensions. */
  readonly format?: Format | undefined
}

/** Reads and decodes a story. @throws CommandError that names the file and the place of the problem */
export async function loadStory(file: InputFile, {format}: LoadOptions, {configured: {configuration, folder}}: Session): Promise<LoadedStory> {
  const work = workName(file, folder)
  const name = file.path === '-' ? 'standard input' : file.path
  const expected = documentKindOf(file.path)
  const bytes = await readInput(file.path, name, expected === undefined ? 'story' : 'document')
  if (file.path === '-' && !file.isExplicit && bytes.length === 0)
    throw commandError('No story given: name a file or folder, or pipe a story in (see --help)', EXIT.usage)
  const kind = documentKindOf(file.path, bytes)
  if (kind !== undefined && format === undefined) return loadDocument(kind, bytes, {file, name, work})
  const archive = describeArchive(bytes)
  if (archive !== undefined) throw commandError(`${escapeForTerminal(name)}: ${archive}`, EXIT.failure, new RangeError(archive))
  try {
    const {text, encoding} = decodeStory(bytes)
    const defaultFormat = storyFormatOf(file.path) ?? configuration.format ?? (file.path === '-' ? 'markdown' : 'text')
    return {...file, work, source: text, encoding, format: format ?? defaultFormat}
  } catch (error) {
    throw error instanceof RangeError ? commandError(`${escapeForTerminal(name)}: ${error.message}`, EXIT.failure, error) : error
  }
}

/** Opens a story that is no text file. @throws CommandError that names the file and the reason */
async function loadDocument(
  kind: DocumentKind,
  bytes: Uint8Array,
  {file, name, work}: {readonly file: InputFile; readonly name: string; readonly work: string},
): Promise<LoadedStory> {
  try {
    const document = await openDocumentStory(kind, bytes, {name, work})
    return {...file, work, source: document.source, format: 'html', encoding: {name: 'utf-8', bom: false}, document}
  } catch (error) {
    throw error instanceof TypeError ? commandError(escapeForTerminal(error.message), EXIT.failure, new RangeError(error.message)) : error
  }
}

/** Opens a document by its kind; the code for it is loaded only then. */
async function openDocumentStory(kind: DocumentKind, bytes: Uint8Array, about: {readonly name: string; readonly work: string}): Promise<StoryDocument> {
  if (kind !== 'epub') return (await import('./open-text-document.js')).openTextDocument(kind, bytes, about)
  const {openBookStory} = await import('./open-book-story.js')
  return openBookStory(bytes, about)
}

/** `3 .png, 1 .docx` */
const describeSkipped = (skipped: Iterable<readonly [extension: string, count: number]>): string =>
  Array.from(skipped, ([extension, count]) => `${count} ${extension || 'without extension'}`).join(', ')

/** Says which files of a folder are no stories. Returns the number of those that probably are, in a format that is not read. */
function reportSkipped(skipped: SkippedExtensions, session: Session): number {
  const documents = [...skipped].filter(([extension]) => UNREAD_EXTENSIONS.has(extension.toLowerCase()))
  const others = [...skipped].filter(([extension]) => !UNREAD_EXTENSIONS.has(extension.toLowerCase()))
  if (others.length > 0) session.note(`${session.err.yellow('skipped')} ${escapeForTerminal(describeSkipped(others))} (unsupported extension)`)
  if (documents.length > 0) session.reportError(`left out ${escapeForTerminal(describeSkipped(documents))}: save stories as .txt, .md, .html, .docx or .odt`)
  return documents.reduce((sum, [, count]) => sum + count, 0)
}

/** Reads stories, reports the errors of individual stories, and derives the exit code. */
export interface StoryLoader {
  readonly files: readonly InputFile[]
  /** Reads the stories, or those that `isWanted` selects, one after the other; reports and skips those that cannot be read. */
  readonly read: (isWanted?: (path: string) => boolean) => AsyncGenerator<LoadedStory>
  /** Reports an error in processing a story. */
  readonly fail: (error: unknown, file: InputFile) => void
  /** Whether a story could not be read or processed, other than files in a folder that turn out to be no text. */
  readonly hasFailed: () => boolean
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
  const documentCount = options.isRepeated ? 0 : reportSkipped(skipped, session)
  let failedCount = 0
  let leftOutCount = 0
  const report = (error: CommandError, file: InputFile) => {
    // A usage error concerns the whole command.
    if (error.exitCode === EXIT.usage) throw error
    // A folder may contain anything; an explicitly named file must be a story.
    const isLeftOut = !file.isExplicit && error.cause instanceof RangeError
    session.reportError(isLeftOut ? `left out ${error.message}` : error.message)
    if (isLeftOut) leftOutCount++
    else failedCount++
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
    hasFailed: () => failedCount > 0,
    exitCode: () => {
      const lost = failedCount + leftOutCount
      if (lost + documentCount === 0) return EXIT.success
      return lost === files.length ? EXIT.failure : EXIT.findings
    },
  }
}
