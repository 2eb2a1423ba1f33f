/**
 * Renders annotated stories as hast and as pages.
 *
 * @module xenogloss/html
 */
export {glossaryToHast} from './formats/html/glossary-to-hast.js'
export {renderers} from './render/renderers/index.js'
export {extendSanitizeSchema} from './render/sanitize-schema.js'
export {type RenderInput, toHast} from './render/to-hast.js'
export {type PageOptions, toPage} from './render/to-page.js'
export type {HastOptions, RenderContext, RenderedLine, Renderer, RenderOptions, TermEntry} from './render/types.js'
