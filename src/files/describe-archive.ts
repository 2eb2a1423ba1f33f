/** How a zip archive begins (PKWARE APPNOTE 4.3.7). */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** What an EPUB has there: its first file, stored, is its media type (EPUB 3.3, section 4.2). */
const EPUB = 'mimetypeapplication/epub+zip'
const EPUB_OFFSET = 30

/** Says what to do about a file that is an archive instead of text; undefined for any other file. */
export function describeArchive(bytes: Uint8Array): string | undefined {
  if (!ZIP.every((byte, index) => bytes[index] === byte)) return undefined
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(EPUB_OFFSET, EPUB_OFFSET + EPUB.length))
  return beginning === EPUB
    ? 'an EPUB, which is not read yet; unpack it as a zip archive, and name the .xhtml files in it'
    : 'a zip archive, not a story; if it is a document of a word processor, save it as .txt, .md or .html'
}
