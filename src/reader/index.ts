/**
 * What runs in the browser. Importing it does nothing.
 *
 * @module xenogloss/reader
 */
export type {Choices} from './choices.js'
export {define} from './element.js'
export type {Labels} from './labels.js'
export {type MountOptions, mount} from './reader.js'
