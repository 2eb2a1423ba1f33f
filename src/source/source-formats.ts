import type {SourceFormat} from './format-types.js'
import {html} from './html/html-source.js'
import {markdown} from './markdown/markdown-source.js'
import {plainText} from './plain-text.js'
import type {Format} from './types.js'

/** The formats of stories, by name. */
export const sourceFormats: Readonly<Record<Format, SourceFormat>> = {markdown, text: plainText, html}
