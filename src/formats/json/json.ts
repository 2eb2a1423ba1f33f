import {map} from '../../util/lists.js'
import {decodeText, fileError, validateDictionary} from '../shared/input.js'
import type {DictionaryFormat} from '../types.js'
import {dictionaryFrame, entryJson} from './json-text.js'

/**
 * The dictionary itself as JSON (RFC 8259), described by dictionaries/dictionary.schema.json.
 *
 * - Loaded by xenogloss and anything that reads JSON.
 * - Keeps everything, including whatever is rejected.
 * - Options: none.
 */
export const json = {
  name: 'json',
  extension: 'json',
  mediaType: 'application/json',
  /** @throws TypeError that names the file, the place and the reason */
  read: (input, options = {}) => {
    let value: unknown
    try {
      value = JSON.parse(decodeText(input, options))
    } catch (error) {
      if (error instanceof SyntaxError) throw fileError(options, 'not JSON', error.message)
      throw error
    }
    return validateDictionary(value, options)
  },
  /** Returns indented JSON for people to edit, with each place of an entry's evidence on one line. */
  write: (dictionary) => {
    const {before, between, after} = dictionaryFrame(dictionary)
    const entries = map(dictionary.entries, (entry) => [...entryJson(entry)].join(''))
    return `${before}${entries.length > 0 ? '\n' : ''}${entries.join(between)}${after(entries.length)}`
  },
} as const satisfies DictionaryFormat
