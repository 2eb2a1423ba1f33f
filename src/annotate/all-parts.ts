import {html} from '../source/html/html-source.js'
import {markdown} from '../source/markdown/markdown-source.js'
import {plainText} from '../source/plain-text.js'
import type {AnnotatorParts} from './annotator-parts.js'
import {defaultParts} from './default-parts.js'
import {frontMatter} from './front-matter-options.js'

/** What `annotate` is made of: English, all formats, all conventions, clues and recognisers. */
export const allParts: AnnotatorParts = {...defaultParts, formats: [markdown, plainText, html], frontMatter}
