import {fileError} from '../formats/shared/input.js'
import {isZip, recognizeDocument} from '../formats/shared/recognize-document.js'
import {readDocx} from './read-docx.js'
import {readFb2} from './read-fb2.js'
import {readOdt} from './read-odt.js'
import type {DocumentStory, ReadDocumentOptions} from './types.js'

/**
 * Reads a DOCX, ODT or FB2, whichever it is.
 *
 * @throws TypeError, as a rejection, that names the file and the reason
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions = {}): Promise<DocumentStory> {
  const kind = recognizeDocument(bytes)
  if (kind === 'epub') throw fileError(options.file === undefined ? {} : {file: options.file}, 'an EPUB; annotateEpub of xenogloss/epub reads it')
  if (kind === 'odt') return readOdt(bytes, options)
  // What is neither an archive nor a file of older programs can only be an FB2.
  const isBinary = isZip(bytes) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
  return kind === 'fb2' || !isBinary ? readFb2(bytes, options) : readDocx(bytes, options)
}
