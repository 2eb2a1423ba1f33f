import {archiveNames} from './zip.js'

/** Kinds of story files that are no text: e-books, and documents of word processors. */
export type DocumentKind = 'epub' | 'docx' | 'odt' | 'fb2'

/** How a zip archive begins (PKWARE APPNOTE 4.3.7). */
const ZIP = [0x50, 0x4b, 0x03, 0x04]

export const isZip = (bytes: Uint8Array): boolean => ZIP.every((byte, index) => bytes[index] === byte)

/** Where the name and the content of the first file begin in an archive; an EPUB and an ODT store their media type there. */
const NAME_OFFSET = 30
const FIRST_FILES: readonly (readonly [beginning: string, kind: DocumentKind])[] = [
  ['mimetypeapplication/epub+zip', 'epub'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['[Content_Types].xml', 'docx'],
]

/** What tells archives that begin with another file: names that all of a kind have. */
function kindByNames(names: readonly string[]): DocumentKind | undefined {
  const files = names.filter((name) => !name.endsWith('/'))
  if (files.includes('META-INF/container.xml')) return 'epub'
  if (files.includes('[Content_Types].xml') && files.some((name) => name.startsWith('word/'))) return 'docx'
  if (files.includes('content.xml')) return 'odt'
  return files.length > 0 && files.every((name) => /\.fb2$/iu.test(name)) ? 'fb2' : undefined
}

/** How many bytes of an FB2 are searched for its first element: before it may stand comments and style sheets. */
const HEAD = 2000
const FB2 = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:[?!][\s\S]*?<)?(?:\w+:)?FictionBook[\s>]/u

/** Tells the kind of a document by its content, whatever its name; undefined for text and other files. */
export function recognizeDocument(bytes: Uint8Array): DocumentKind | undefined {
  const latin = (start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end))
  if (!isZip(bytes)) return FB2.test(latin(0, HEAD).replaceAll('\0', '')) ? 'fb2' : undefined
  const beginning = latin(NAME_OFFSET, NAME_OFFSET + 100)
  // A truncated archive has no directory.
  return kindByNames(archiveNames(bytes) ?? []) ?? FIRST_FILES.find(([first]) => beginning.startsWith(first))?.[1]
}
