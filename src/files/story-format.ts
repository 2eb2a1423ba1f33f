import {extname} from 'node:path'
import type {Format} from '../source/types.js'

/** Story formats by file extension. */
export const STORY_FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
}

/** Returns the story format for a path, or undefined if the extension is unknown. */
export const storyFormatOf = (path: string): Format | undefined => STORY_FORMATS[extname(path).toLowerCase()]
