import {isZip} from '../formats/shared/recognize-document.js'

/** Says what to do about a file that is an archive instead of text; undefined for any other file. */
export const describeArchive = (bytes: Uint8Array): string | undefined =>
  isZip(bytes) ? 'a zip archive, not a story; unpack it, or if it is a document, give it the extension of its format' : undefined
