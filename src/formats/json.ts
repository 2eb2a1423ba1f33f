import {checkDictionary} from '../lexicon/dictionary-schema.js'
import type {DictionaryFormat} from '../types.js'

/** The dictionary itself: JSON by dictionaries/dictionary.schema.json. */
export const json: DictionaryFormat = {
  name: 'json',
  extension: 'json',
  read: (text) => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      throw new TypeError(`Not JSON: ${(error as Error).message}`)
    }
    return checkDictionary(value)
  },
  write: (dictionary) => `${JSON.stringify(dictionary, null, 2)}\n`,
}
