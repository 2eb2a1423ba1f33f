/**
 * The way of dictionaries to and from the disk. Needs Node; all else is done by the formats.
 *
 * @module xenogloss/files
 */
export {type ReadFileOptions, readDictionary, type WriteFileOptions, writeDictionary} from './files/dictionary-files.js'
