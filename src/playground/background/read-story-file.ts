import type {Format} from '../../source/types.js'
import type {GivenStory} from './protocol.js'

/** A file as text, or as the bytes of a book or of a document of a word processor. */
export type ReadStory =
  | {readonly kind: 'text'; readonly source: string; readonly format: Format}
  | {readonly kind: 'epub'; readonly bytes: Uint8Array}
  | {readonly kind: 'document'; readonly bytes: Uint8Array}

/** How a zip archive begins (PKWARE APPNOTE 4.3.7). */
const ZIP = 'PK\u0003\u0004'

const formatOf = (name: string): Format => (/\.x?html?$/iu.test(name) ? 'html' : /\.te?xt$/iu.test(name) ? 'text' : 'markdown')

function decode(bytes: Uint8Array, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  if (encoding === 'utf-8' && bytes.subarray(0, 8000).includes(0)) throw new TypeError(`${name}: not a text file`)
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    throw new TypeError(`${name}: not in UTF-8; save it as UTF-8`)
  }
}

/**
 * Reads a file by its content and name.
 *
 * @throws TypeError, in a sentence for people, for what is no story
 */
export function readStoryFile({name, content, format}: GivenStory): ReadStory {
  if (typeof content === 'string') return {kind: 'text', source: content, format: format ?? formatOf(name)}
  const beginning = new TextDecoder('latin1').decode(content.subarray(0, 58))
  if (beginning.startsWith(ZIP)) {
    return {kind: beginning.includes('application/epub+zip') || /\.epub$/iu.test(name) ? 'epub' : 'document', bytes: content}
  }
  if (/\.fb2$/iu.test(name)) return {kind: 'document', bytes: content}
  if (/\.(?:doc|rtf|pdf|mobi|azw3?)$/iu.test(name)) throw new TypeError(`${name}: save it as .txt, .md, .html, .epub, .docx or .odt`)
  return {kind: 'text', source: decode(content, name), format: format ?? formatOf(name)}
}
