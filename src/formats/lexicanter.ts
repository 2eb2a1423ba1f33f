import {readJson} from './json/json.js'
import type {DictionaryFormat} from './types.js'

/**
 * The file of a language in Lexicanter (`.lexc`), which is JSON; `json` reads the same with the extension `.json`.
 *
 * - Saved by Lexicanter.
 * - Reads words with their pronunciations, senses and tags, and the phrase book. Ignores grammar, sound changes and documents. Read-only.
 * - Options: none.
 */
export const lexicanter = {
  name: 'lexicanter',
  extension: 'lexc',
  mediaType: 'application/json',
  /** @throws TypeError that names the file, the place and the reason */
  read: readJson,
} as const satisfies DictionaryFormat
