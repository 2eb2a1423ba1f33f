import {readDocx} from './read-docx.js'
import {readFb2} from './read-fb2.js'
import {readOdt} from './read-odt.js'
import type {DocumentStory, ReadDocumentOptions} from './types.js'

/** An ODT begins with its media type, stored (OpenDocument 1.3, part 2, section 3.3), behind 30 bytes of the archive. */
const ODT = 'mimetypeapplication/vnd.oasis.opendocument.text'
/** Name of a file in an archive. */
const FB2_NAME = /\.fb2(?:PK|$|[^\w.-])/u

/**
 * Reads a DOCX, ODT or FB2, whichever it is.
 *
 * @throws TypeError, as a rejection, that names the file and the reason
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions = {}): Promise<DocumentStory> {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  if (beginning.slice(30).startsWith(ODT)) return readOdt(bytes, options)
  const isArchive = beginning.startsWith('PK')
  return (isArchive ? FB2_NAME.test(beginning) : !beginning.startsWith('\xd0\xcf')) ? readFb2(bytes, options) : readDocx(bytes, options)
}
