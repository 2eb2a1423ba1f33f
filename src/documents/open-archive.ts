import {fileError} from '../formats/shared/input.js'
import {unzip} from '../formats/shared/zip.js'
import type {ReadDocumentOptions} from './types.js'

/** How files begin that older programs write, and newer ones for encrypted documents (MS-CFB, section 2.2). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/** An archive of XML files. */
export interface DocumentArchive {
  /** Names of all files. */
  readonly names: readonly string[]
  /** Those that were unpacked. */
  readonly files: Readonly<Record<string, Uint8Array>>
}

/**
 * Unpacks a document; pictures, embedded objects and macros stay packed.
 *
 * @throws TypeError that names the file and the reason: encrypted, damaged, too large
 */
export function openArchive(bytes: Uint8Array, options: ReadDocumentOptions): DocumentArchive {
  const own = options.file === undefined ? {} : {file: options.file}
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte))
    throw fileError(own, 'encrypted, or of an older format such as .doc; save it as .docx without a password')
  const names: string[] = []
  const files = unzip(bytes, own, (name) => {
    names.push(name)
    return /\.(?:xml|rels)$/u.test(name)
  })
  return {names, files}
}
