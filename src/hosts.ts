/**
 * The host languages by their tags, for programs that do not know which language a story is told in. Who knows it imports `xenogloss/hosts/de`.
 *
 * @module
 */
export {loadHost} from './hosts/load-host.js'
export {type HostTag, hostTags, recognizeHost} from './hosts/recognize-host.js'
export type {Host} from './hosts/types.js'
