/**
 * Annotated stories as an e-book.
 *
 * @module xenogloss/epub
 */
export {type Chapter, type EpubOptions, toEpub} from './render/to-epub.js'
