/**
 * Annotates e-books, and exports annotated stories as such.
 *
 * @module xenogloss/epub
 */
export {annotateEpub} from './books/annotate-epub.js'
export type {AnnotatedBook, AnnotateEpubOptions, BookChapter} from './books/types.js'
export {type Chapter, type EpubOptions, toEpub} from './render/to-epub.js'
