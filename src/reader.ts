/**
 * The reader for browsers. Importing it has no side effects.
 *
 * @module xenogloss/reader
 */
export type {Choices} from './reader/choices.js'
export {define} from './reader/element.js'
export type {Labels} from './reader/labels.js'
export {type MountOptions, mount} from './reader/reader.js'
