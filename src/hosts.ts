/**
 * The languages that stories are told in, by their tags, for programs that do not know which one a story is in; and what a host language of one's
 * own is made with. Who knows the language imports `xenogloss/hosts/de` and the like.
 *
 * @module xenogloss/hosts
 */
export {elisionRule, encliticRule, hyphenRule} from './hosts/clitic-rules.js'
export {compileWords} from './hosts/compile-words.js'
export {type DerivationRule, inflectionRule, prefixRule} from './hosts/derivation.js'
export {type GlossWords, glossFrom, type Phrases} from './hosts/gloss-words.js'
export type {CompiledWords, HostData, ListedWords, Words} from './hosts/host-data.js'
export {loadHost} from './hosts/load-host.js'
export {makeHost} from './hosts/make-host.js'
export {makeScriptHost, type ScriptHostData} from './hosts/make-script-host.js'
export {type HostTag, hostTags, recognizeHost} from './hosts/recognize-host.js'
export {stemByEndings} from './hosts/stem-by-endings.js'
export type {CueList, Familiarity, GlossConnector, GlossPatterns, Host, NamingWords, WordOrder} from './hosts/types.js'
