import {extname} from 'node:path'
import type {Format} from '../source/types.js'

/** How a story is written, by the extension of its file. */
export const STORY_FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
}

export const formatOf = (path: string): Format | undefined => STORY_FORMATS[extname(path).toLowerCase()]
