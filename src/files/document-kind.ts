import {extname} from 'node:path'
import {type DocumentKind, recognizeDocument} from '../formats/shared/recognize-document.js'

const KINDS: Readonly<Record<string, DocumentKind>> = {'.epub': 'epub', '.docx': 'docx', '.docm': 'docx', '.odt': 'odt', '.fb2': 'fb2'}

/** Extensions of such files. */
export const DOCUMENT_EXTENSIONS: readonly string[] = Object.keys(KINDS)

/** Tells the kind of a document by its content, or else by the extension of its file; undefined for other files. */
export function documentKindOf(path: string, bytes?: Uint8Array): DocumentKind | undefined {
  const byContent = bytes && recognizeDocument(bytes)
  return byContent ?? (/\.fb2\.zip$/iu.test(path) ? 'fb2' : KINDS[extname(path).toLowerCase()])
}
