import {clues} from '../detect/clues/index.js'
import {conventions} from '../gloss/conventions/index.js'
import english from '../hosts/en/english.js'
import {recognizers} from '../languages/recognizers.js'
import {html} from '../source/html/html-source.js'
import {markdown} from '../source/markdown/markdown-source.js'
import {plainText} from '../source/plain-text.js'
import type {AnnotatorParts} from './annotator-parts.js'
import {frontMatter} from './front-matter-options.js'

/** What `annotate` is made of: English, all formats, all conventions, clues and recognisers. */
export const allParts: AnnotatorParts = {host: english, formats: [markdown, plainText, html], conventions, clues, languages: recognizers, frontMatter}
