import type {Dictionary} from '../lexicon/types.js'
import {visible} from '../prose/visible.js'
import {failure} from './command-failure.js'
import {read} from './read.js'

/** A dictionary in a file. JSON is read without loading the other formats, which would take longer than a look-up. */
export async function readDictionary(path: string): Promise<Dictionary> {
  try {
    if (/\.json$/iu.test(path)) {
      const {json} = await import('../formats/json/json.js')
      return json.read(await read(path, path, 'dictionary'), {file: path})
    }
    const files = await import('../files/dictionary-files.js')
    return await files.readDictionary(path)
  } catch (error) {
    throw error instanceof TypeError ? failure(visible(error.message, {lines: true})) : error
  }
}
