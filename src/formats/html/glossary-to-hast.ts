import type {Element} from 'hast'
import * as v from 'valibot'
import {sortAlphabetically} from '../../lexicon/alphabet.js'
import {withoutRejected} from '../../lexicon/entry.js'
import type {Dictionary} from '../../lexicon/types.js'
import {checkOptionsBySchema} from '../../util/check-options.js'
import {type Content, element} from '../shared/html-element.js'
import {assignPageIds, createPrefixSchema} from '../shared/ids.js'
import {entryElement} from './glossary-entry.js'

const createSchema = () => v.strictObject({prefix: createPrefixSchema()})

/**
 * Converts a glossary to a definition list in alphabetical order. Each entry is a `div` with an id. Its `dt` has the headword, variants,
 * pronunciation, part of speech and count; `dd` elements have the meanings with their certainty, forms, notes and references. The class `xg-several` lets a style
 * sheet number several meanings. Omits whatever is rejected.
 *
 * @param given how it is written
 * @param given.prefix what ids begin with; as given to `toHast`. Default `'xg-'`
 * @throws TypeError for wrong options
 */
export function glossaryToHast(glossary: Dictionary, given: {readonly prefix?: string | undefined} = {}): Element {
  const {prefix} = checkOptionsBySchema(createSchema, given)
  const dictionary = withoutRejected(glossary)
  const ids = assignPageIds(dictionary, prefix)
  const entries = sortAlphabetically(dictionary)
  const listing = entries.flatMap((entry): Content[] => [entryElement(entry, dictionary.language, ids), '\n'])
  const {definitionLanguage: lang} = dictionary
  return element('dl', {className: ['xg-glossary'], ...(lang !== undefined && {lang})}, listing)
}
