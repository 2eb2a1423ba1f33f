import {stat} from 'node:fs/promises'
import type {Dictionary} from '../lexicon/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError} from './command-error.js'
import {readInput} from './read-input.js'
import type {Session} from './session.js'

/** Reads a dictionary file, and prints what is passed over. JSON is read without loading the other formats, which would take longer than a lookup. */
export async function readDictionary(path: string, {note}: Pick<Session, 'note'>): Promise<Dictionary> {
  const onMessage = (message: string) => note(escapeForTerminal(message))
  try {
    if (/\.json$/iu.test(path)) {
      const {json} = await import('../formats/json/json.js')
      return json.read(await readInput(path, path, 'dictionary'), {file: path, onMessage})
    }
    const files = await import('../files/dictionary-files.js')
    return await files.readDictionary(path, {onMessage})
  } catch (error) {
    throw error instanceof TypeError ? commandError(escapeForTerminal(error.message, {lines: true})) : error
  }
}

/** Reads a glossary that is to be updated, if the file exists. */
export const readExisting = async (path: string | undefined, session: Pick<Session, 'note'>): Promise<Dictionary | undefined> =>
  path !== undefined && (await stat(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error))))
    ? readDictionary(path, session)
    : undefined
