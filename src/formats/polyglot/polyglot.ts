import type {Dictionary} from '../../lexicon/types.js'
import {checkedFormat} from '../shared/checked-format.js'
import {fileError} from '../shared/input.js'
import {unzip} from '../shared/zip.js'
import type {FormatOutput, ReadOptions} from '../types.js'
import {readPolyGlotXml} from './polyglot-read.js'

/** The only file of the archive that is opened; the others are fonts, pictures, sounds and earlier versions. */
const LANGUAGE_FILE = 'PGDictionary.xml'

/** How a zip archive begins. */
const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function read(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  if (typeof input === 'string' || (input instanceof Uint8Array && !isArchive(input))) return readPolyGlotXml(input, options)
  const files = input instanceof Uint8Array ? unzip(input, options, (name) => name === LANGUAGE_FILE) : input
  const file = Object.hasOwn(files, LANGUAGE_FILE) ? files[LANGUAGE_FILE] : undefined
  if (!file) throw fileError(options, `expected ${LANGUAGE_FILE} in the archive`)
  return readPolyGlotXml(file, {...options, file: `${options.file ?? 'the file'}: ${LANGUAGE_FILE}`})
}

/**
 * The file of a language in PolyGlot (`.pgd`, github.com/DraqueT/PolyGlot): a zip archive with the language as XML. Also reads that XML alone.
 *
 * - Saved by PolyGlot 1.0 to 3.6.
 * - Reads words with their parts of speech, classes, pronunciations, inflected forms, short and long meanings and etymological notes, and the
 *   phrase book. Where there is a short meaning, the long one becomes a note. Ignores grammar, sound rules, logographs, fonts and pictures.
 *   Read-only: for PolyGlot, write `csv`.
 * - Options: none.
 */
export const polyglot = /* @__PURE__ */ checkedFormat({
  name: 'polyglot',
  extension: 'pgd',
  mediaType: 'application/zip',
  /** @throws TypeError that names the file, the line and the reason */
  read,
})
