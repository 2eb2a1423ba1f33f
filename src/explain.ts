/**
 * Why a line, a pairing, a reading is what it is.
 *
 * @module xenogloss/explain
 */
export {type Explained, type Explanation, explain} from './lint/explain.js'
