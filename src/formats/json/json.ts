import type {Dictionary} from '../../lexicon/types.js'
import {map} from '../../util/lists.js'
import {checkedFormat} from '../shared/checked-format.js'
import {decodeText, fileError, validateDictionary} from '../shared/input.js'
import type {FormatOutput, ReadOptions} from '../types.js'
import {isLexicanter, readLexicanter} from './json-lexicanter.js'
import {isLexiconga, readLexiconga} from './json-lexiconga.js'
import {dictionaryFrame, entryJson} from './json-text.js'

/** Reads JSON of ours, of Lexiconga or of Lexicanter. */
export function readJson(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  let value: unknown
  try {
    value = JSON.parse(decodeText(input, options))
  } catch (error) {
    if (error instanceof SyntaxError) throw fileError(options, 'not JSON', error.message)
    throw error
  }
  const read = isLexiconga(value) ? readLexiconga(value, options) : isLexicanter(value) ? readLexicanter(value, options) : value
  return validateDictionary(read, options)
}

/**
 * The dictionary itself as JSON (RFC 8259), described by dictionaries/dictionary.schema.json.
 *
 * - Loaded by xenogloss and anything that reads JSON.
 * - Keeps everything, including whatever is rejected. Also reads what Lexiconga and Lexicanter export as JSON: words, parts of speech,
 *   pronunciations, meanings, related words; longer explanations become notes, and Lexicanter's phrases entries.
 * - Options: none.
 */
export const json = /* @__PURE__ */ checkedFormat({
  name: 'json',
  extension: 'json',
  mediaType: 'application/json',
  /** @throws TypeError that names the file, the place and the reason */
  read: readJson,
  /** Returns indented JSON for people to edit, with each place of an entry's evidence on one line. */
  write: (dictionary) => {
    const {before, between, after} = dictionaryFrame(dictionary)
    const entries = map(dictionary.entries, (entry) => [...entryJson(entry)].join(''))
    return `${before}${entries.length > 0 ? '\n' : ''}${entries.join(between)}${after(entries.length)}`
  },
})
