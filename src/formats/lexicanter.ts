import {readJson} from './json/json.js'
import {checkedFormat} from './shared/checked-format.js'

/**
 * The file of a language in Lexicanter (`.lexc`), which is JSON; `json` reads the same with the extension `.json`.
 *
 * - Saved by Lexicanter.
 * - Reads words with their pronunciations, senses and tags, and the phrase book. Ignores grammar, sound changes and documents. Read-only.
 * - Options: none.
 */
export const lexicanter = /* @__PURE__ */ checkedFormat({
  name: 'lexicanter',
  extension: 'lexc',
  mediaType: 'application/json',
  /** @throws TypeError that names the file, the place and the reason */
  read: readJson,
})
