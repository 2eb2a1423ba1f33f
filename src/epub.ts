/**
 * Exports annotated stories as e-books.
 *
 * @module xenogloss/epub
 */
export {type Chapter, type EpubOptions, toEpub} from './render/to-epub.js'
