import {extname} from 'node:path'

/** Kinds of story files that are no text: e-books, and documents of word processors. */
export type DocumentKind = 'epub' | 'docx' | 'odt' | 'fb2'

const KINDS: Readonly<Record<string, DocumentKind>> = {'.epub': 'epub', '.docx': 'docx', '.odt': 'odt', '.fb2': 'fb2'}

/** Extensions of such files. */
export const DOCUMENT_EXTENSIONS: readonly string[] = Object.keys(KINDS)

/** How a zip archive begins (PKWARE APPNOTE 4.3.7). */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Where the name and the content of the first file begin in an EPUB, an ODT or a DOCX; the first two store their media type there. */
const NAME_OFFSET = 30
const FIRST_FILES: readonly (readonly [beginning: string, kind: DocumentKind])[] = [
  ['mimetypeapplication/epub+zip', 'epub'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['[Content_Types].xml', 'docx'],
]

export const isZip = (bytes: Uint8Array): boolean => ZIP.every((byte, index) => bytes[index] === byte)

/** Tells the kind of a document by the extension of its file, or else by how an archive begins; undefined for other files. */
export function documentKindOf(path: string, bytes?: Uint8Array): DocumentKind | undefined {
  const byName = /\.fb2\.zip$/iu.test(path) ? 'fb2' : KINDS[extname(path).toLowerCase()]
  if (byName !== undefined || bytes === undefined || !isZip(bytes)) return byName
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(NAME_OFFSET, NAME_OFFSET + 100))
  return FIRST_FILES.find(([first]) => beginning.startsWith(first))?.[1]
}
