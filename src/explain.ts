/**
 * Why a line, a pairing, a reading is what it is.
 *
 * @module xenogloss/explain
 */
export {type ExplainInput, type Explanation, explain} from './lint/explain.js'
