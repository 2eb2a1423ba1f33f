/**
 * An annotator made of named parts: who annotates plain text in English needs neither a Markdown parser nor one for HTML or YAML.
 *
 * @module
 */
export type {AnnotatorParts, FrontMatterReader} from './annotate/annotator-parts.js'
export {createAnnotator} from './annotate/create-annotator.js'
export {frontMatter} from './annotate/front-matter-options.js'
export type {Annotation, Options, Source} from './annotate/types.js'
export {clues} from './detect/clues/index.js'
export {conventions} from './gloss/conventions/index.js'
export {recognizers as languages} from './languages/recognizers.js'
export type {LanguageRecognizer} from './languages/types.js'
export type {SourceFormat} from './source/format-types.js'
export {html} from './source/html/html-source.js'
export {markdown} from './source/markdown/markdown-source.js'
export {plainText as text} from './source/plain-text.js'
