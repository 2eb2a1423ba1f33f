import {stat} from 'node:fs/promises'
import {extname} from 'node:path'
import {makeFolder} from '../files/make-folder.js'
import type {CsvWriteOptions} from '../formats/csv/csv.js'
import type {DictionaryFormat} from '../formats/types.js'
import type {Dictionary} from '../lexicon/types.js'
import type {AnnotatedStory} from '../source/annotation-types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {countNoun} from './count-noun.js'
import {finishBeforeExit} from './interruption.js'
import {createOverwriteGuard} from './output.js'
import type {Session} from './session.js'

export interface GlossaryOutputOptions {
  readonly output?: string | undefined
  readonly to?: string | undefined
  /** False for a table without one. */
  readonly byteOrderMark?: boolean | undefined
}

/** The options of the format that are given on the command line. */
function formatOptions({output = '', to, byteOrderMark}: GlossaryOutputOptions): CsvWriteOptions {
  if (byteOrderMark !== false) return {}
  if ((to ?? extname(output).slice(1).toLowerCase()) !== 'csv') throw commandError('--no-byte-order-mark is for csv: add --to csv', EXIT.usage)
  return {byteOrderMark}
}

/** Prints a glossary in a format that consists of one file. */
async function printGlossary(dictionary: Dictionary, options: GlossaryOutputOptions, stories: readonly AnnotatedStory[], session: Session): Promise<void> {
  const {to = 'json'} = options
  const {formats} = await import('../formats.js')
  const {name, write} = formats.find((format) => format.name === to) as DictionaryFormat
  const written = write?.(dictionary, {stories, ...formatOptions(options)})
  if (written === undefined || !(typeof written === 'string' || written instanceof Uint8Array))
    throw commandError(`The format ${name} has several files and cannot be printed: use --output <path>`, EXIT.usage)
  if (typeof written !== 'string' && process.stdout.isTTY)
    throw commandError(`Binary output (${name}) is not printed to a terminal: use --output <file>`, EXIT.usage)
  await session.print(written)
}

/**
 * Writes a glossary to the path and in the format given on the command line.
 *
 * @param inputs files that must not be overwritten
 * @param stories for formats that quote them
 */
export async function writeGlossary(
  dictionary: Dictionary,
  options: GlossaryOutputOptions,
  session: Session,
  {inputs, stories = []}: {readonly inputs: readonly string[]; readonly stories?: readonly AnnotatedStory[]},
): Promise<void> {
  const {output, to} = options
  if (output === undefined || output === '-') return printGlossary(dictionary, options, stories, session)
  const own = formatOptions(options)
  const isFolder = /[/\\]$/u.test(output) || ((await stat(output).catch(() => undefined))?.isDirectory() ?? false)
  if (/[/\\]$/u.test(output)) await makeFolder(output)
  const checkOverwrite = await createOverwriteGuard(inputs.map((path) => ({path})))
  await checkOverwrite(output)
  const {writeDictionary} = await import('../files/dictionary-files.js')
  try {
    const format = to ?? (isFolder || extname(output) === '' ? 'json' : undefined)
    const written = await finishBeforeExit(writeDictionary(output, dictionary, {...(format !== undefined && {format}), stories, ...own}))
    session.note(`${countNoun(dictionary.entries.length, 'entry', 'entries')} written to ${escapeForTerminal(written.join(', '))}`)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Neither --to nor the extension determines a format.
    const hint = /^.*: expected a file name that ends with /u.test(error.message) ? '; use --to to choose the format' : ''
    throw commandError(`${escapeForTerminal(error.message, {lines: true})}${hint}`, EXIT.usage, error)
  }
}
