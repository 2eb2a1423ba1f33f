/**
 * Reads documents of word processors, and e-books in one file, as stories.
 *
 * @module xenogloss/documents
 */
export {createParagraphPlaces, type ParagraphPlaces} from './documents/paragraph-places.js'
export {readDocument} from './documents/read-document.js'
export {readDocx} from './documents/read-docx.js'
export {readFb2} from './documents/read-fb2.js'
export {readOdt} from './documents/read-odt.js'
export type {DocumentStory, ReadDocumentOptions} from './documents/types.js'
export type {SourceSpan} from './prose/types.js'
