/**
 * Exports chapters for the Archive of Our Own.
 *
 * @module xenogloss/ao3
 */
export {type Ao3Chapter, type Ao3Options, type Ao3Text, toAo3} from './render/to-ao3.js'
