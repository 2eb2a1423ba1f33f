import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {noteSeparateWords} from './note-separate-words.js'
import {readDictionary, readExisting} from './read-dictionary.js'
import type {Session} from './session.js'
import {type GlossaryOutputOptions, writeGlossary} from './write-glossary.js'

/** Merges glossary files into one. */
export async function mergeGlossaryFiles(files: readonly string[], options: GlossaryOutputOptions, session: Session): Promise<void> {
  const {mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const glossaries = await Promise.all(files.map((file) => readDictionary(file, session)))
  const languages = [...new Set(glossaries.map(({language}) => language))]
  if (languages.length > 1)
    throw commandError(`The files are of different languages (${escapeForTerminal(languages.join(', '))}): merge those of one language`, EXIT.usage)
  await noteSeparateWords(
    glossaries.map((glossary, index) => [files[index] ?? '', glossary]),
    session,
  )
  await writeGlossary(mergeGlossaries(glossaries), options, session, {inputs: files})
}

/** Writes a glossary in another format. */
export async function exportGlossaryFile(file: string, options: GlossaryOutputOptions, session: Session): Promise<void> {
  await writeGlossary(await readDictionary(file, session), options, session, {inputs: [file]})
}

/** Converts a dictionary to a glossary, or applies its decisions to an existing glossary, which is created if there is none. */
export async function importDictionaryFile(file: string, options: GlossaryOutputOptions & {readonly into?: string}, session: Session): Promise<void> {
  const imported = await readDictionary(file, session)
  if (options.into === undefined) return writeGlossary(imported, {...options, ...(options.output === undefined && {to: 'json'})}, session, {inputs: [file]})
  const {extractDecisions, mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const existing = await readExisting(options.into, session)
  if (!existing) return writeGlossary(imported, {output: options.into, to: 'json'}, session, {inputs: [file]})
  if (existing.language !== imported.language) {
    throw commandError(
      `${escapeForTerminal(file)} is of language ${escapeForTerminal(imported.language)}, but ${escapeForTerminal(options.into)} of ${escapeForTerminal(existing.language)}: choose a glossary of the same language with --into`,
    )
  }
  await writeGlossary(mergeGlossaries([existing, extractDecisions(imported)]), {output: options.into, to: 'json'}, session, {inputs: [file]})
}
