import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {readDictionary} from './read-dictionary.js'
import type {Session} from './session.js'
import {type GlossaryOutputOptions, writeGlossary} from './write-glossary.js'

/** Merges glossary files into one. */
export async function mergeGlossaryFiles(files: readonly string[], options: GlossaryOutputOptions, session: Session): Promise<void> {
  const {mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const glossaries = await Promise.all(files.map(readDictionary))
  const languages = [...new Set(glossaries.map(({language}) => language))]
  if (languages.length > 1)
    throw commandError(`The files are of different languages (${escapeForTerminal(languages.join(', '))}): merge those of one language`, EXIT.usage)
  await writeGlossary(mergeGlossaries(glossaries), options, session, {inputs: files})
}

/** Writes a glossary in another format. */
export async function exportGlossaryFile(file: string, options: GlossaryOutputOptions, session: Session): Promise<void> {
  await writeGlossary(await readDictionary(file), options, session, {inputs: [file]})
}

/** Converts a dictionary to a glossary, or applies its decisions to an existing glossary. */
export async function importDictionaryFile(file: string, options: GlossaryOutputOptions & {readonly into?: string}, session: Session): Promise<void> {
  const imported = await readDictionary(file)
  if (options.into === undefined) return writeGlossary(imported, {...options, ...(options.output === undefined && {to: 'json'})}, session, {inputs: [file]})
  const {extractDecisions, mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const existing = await readDictionary(options.into)
  if (existing.language !== imported.language) {
    throw commandError(
      `${escapeForTerminal(file)} is of language ${escapeForTerminal(imported.language)}, but ${escapeForTerminal(options.into)} of ${escapeForTerminal(existing.language)}: choose a glossary of the same language with --into`,
    )
  }
  await writeGlossary(mergeGlossaries([existing, extractDecisions(imported)]), {output: options.into, to: 'json'}, session, {inputs: [file]})
}
