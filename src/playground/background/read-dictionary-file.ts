import {formats} from '../../formats/registry.js'
import type {DictionaryFormat} from '../../formats/types.js'
import type {Dictionary} from '../../lexicon/types.js'

type Reader = DictionaryFormat & Required<Pick<DictionaryFormat, 'read'>>

/**
 * Reads a dictionary of one file, in the format of its extension.
 *
 * @throws TypeError, in a sentence for people, if it is none
 */
export function readDictionaryFile(name: string, bytes: Uint8Array): Dictionary {
  const extension = /[^.]*$/u.exec(name)?.[0].toLowerCase()
  // Several files, such as those of StarDict, cannot be chosen together here.
  const readers = formats.filter((format): format is Reader => format.read !== undefined && format.extensions === undefined)
  const format = readers.find((each) => each.extension === extension)
  if (!format) throw new TypeError(`${name}: expected a dictionary as ${[...new Set(readers.map((each) => `.${each.extension}`))].join(', ')}`)
  return format.read(bytes, {file: name})
}
