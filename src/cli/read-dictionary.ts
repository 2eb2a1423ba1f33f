import type {Dictionary} from '../lexicon/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError} from './command-error.js'
import {readInput} from './read-input.js'

/** Reads a dictionary file. JSON is read without loading the other formats, which would take longer than a lookup. */
export async function readDictionary(path: string): Promise<Dictionary> {
  try {
    if (/\.json$/iu.test(path)) {
      const {json} = await import('../formats/json/json.js')
      return json.read(await readInput(path, path, 'dictionary'), {file: path})
    }
    const files = await import('../files/dictionary-files.js')
    return await files.readDictionary(path)
  } catch (error) {
    throw error instanceof TypeError ? commandError(escapeForTerminal(error.message, {lines: true})) : error
  }
}
