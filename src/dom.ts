/**
 * Annotates a page that other code owns: in the browser, in place.
 *
 * @module xenogloss/dom
 */
export {annotateElement, type LiveAnnotation, type PageAnnotator, type PageCall, type PageOptions} from './dom/annotate-element.js'
export {toPageAnnotation} from './dom/to-page-annotation.js'
export type {PageAnnotation} from './dom/types.js'
