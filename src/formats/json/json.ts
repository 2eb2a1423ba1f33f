import {map} from '../../util/lists.js'
import {checked, textOf, wrong} from '../shared/input.js'
import type {DictionaryFormat} from '../types.js'
import {entryText, frameText} from './json-text.js'

/**
 * The dictionary itself: JSON (RFC 8259) by dictionaries/dictionary.schema.json.
 *
 * - Loaded by xenogloss, and by whatever reads JSON.
 * - Keeps everything, also what is rejected.
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
      value = JSON.parse(textOf(input, options))
    } catch (error) {
      if (error instanceof SyntaxError) throw wrong(options, 'not JSON', error.message)
      throw error
    }
    return checked(value, options)
  },
  /** Answers JSON, indented, for people to edit; each place of an entry's evidence stands on one line. */
  write: (dictionary) => {
    const {before, between, after} = frameText(dictionary)
    const entries = map(dictionary.entries, (entry) => [...entryText(entry)].join(''))
    return `${before}${entries.length > 0 ? '\n' : ''}${entries.join(between)}${after(entries.length)}`
  },
} as const satisfies DictionaryFormat
