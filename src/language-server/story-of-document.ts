import {basename, dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {storyFormatOf} from '../files/story-format.js'
import type {Format} from '../source/types.js'

/** Story formats by the names that editors give to languages. */
const FORMATS: Readonly<Record<string, Format>> = {markdown: 'markdown', html: 'html', xhtml: 'html', plaintext: 'text', text: 'text'}

/** Where a document stands and how it is written. */
export interface StoryDocument {
  /** Its folder; undefined if it is no file. */
  readonly folder?: string
  readonly work: string
  readonly format: Format
}

/** Returns the path of a document; undefined for one that was never saved or is no file of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

/** Tells what kind of story a document is; undefined if it is none, such as a configuration file. The name of a file goes before what the editor says. */
export function storyOfDocument({uri, languageId}: Pick<TextDocument, 'uri' | 'languageId'>): StoryDocument | undefined {
  const path = pathOf(uri)
  const format = storyFormatOf(path ?? uri) ?? FORMATS[languageId]
  if (format === undefined) return undefined
  // An address may end with a slash, or be empty.
  return {...(path !== undefined && {folder: dirname(path)}), work: basename(path ?? uri) || 'story', format}
}
