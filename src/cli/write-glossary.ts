import {stat} from 'node:fs/promises'
import {extname} from 'node:path'
import {makeFolder} from '../files/make-folder.js'
import type {DictionaryFormat} from '../formats/types.js'
import type {Dictionary} from '../lexicon/types.js'
import {visible} from '../prose/visible.js'
import type {AnnotatedStory} from '../source/annotation-types.js'
import {EXIT, failure} from './command-failure.js'
import {whole} from './interruption.js'
import {guardOf} from './output.js'
import type {Session} from './session.js'

export interface GlossaryOutput {
  readonly output?: string | undefined
  readonly to?: string | undefined
}

/** Files that a format writes are one where they can be printed. */
async function print(dictionary: Dictionary, {to = 'json'}: GlossaryOutput, stories: readonly AnnotatedStory[], session: Session): Promise<void> {
  const {formats} = await import('../formats.js')
  const {name, write} = formats.find((format) => format.name === to) as DictionaryFormat
  const written = write?.(dictionary, {stories})
  if (written === undefined || !(typeof written === 'string' || written instanceof Uint8Array))
    throw failure(`${name} is several files: name a folder or a file with --output`, EXIT.usage)
  if (typeof written !== 'string' && process.stdout.isTTY) throw failure(`${name} is no text for a terminal: name a file with --output`, EXIT.usage)
  await session.print(written)
}

/**
 * Writes a glossary where the command line says, in the format that it says.
 *
 * @param inputs files that it must not be written over
 * @param stories for formats that quote them
 */
export async function writeGlossary(
  dictionary: Dictionary,
  options: GlossaryOutput,
  session: Session,
  {inputs, stories = []}: {readonly inputs: readonly string[]; readonly stories?: readonly AnnotatedStory[]},
): Promise<void> {
  const {output, to} = options
  if (output === undefined || output === '-') return print(dictionary, options, stories, session)
  const isFolder = /[/\\]$/u.test(output) || ((await stat(output).catch(() => undefined))?.isDirectory() ?? false)
  if (/[/\\]$/u.test(output)) await makeFolder(output)
  const check = await guardOf(inputs.map((path) => ({path})))
  await check(output)
  const {writeDictionary} = await import('../files/dictionary-files.js')
  try {
    const format = to ?? (isFolder || extname(output) === '' ? 'json' : undefined)
    const written = await whole(writeDictionary(output, dictionary, {...(format !== undefined && {format}), stories}))
    session.note(`${dictionary.entries.length} entries written to ${visible(written.join(', '))}`)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Without a format that is said or told by the name, there is none to write in.
    const advice = /^.*: expected a file name that ends with /u.test(error.message) ? '; say the format with --to' : ''
    throw failure(`${visible(error.message, {lines: true})}${advice}`, EXIT.usage, error)
  }
}
