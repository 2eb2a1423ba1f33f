/**
 * An archive's worth of stories. Needs Node.
 *
 * @module xenogloss/corpus
 */
export type {CorpusOptions, CorpusSummary, Field, Limits, MergeOptions, StoryOptions} from './corpus-options.js'
export type {Refused, StoryFile} from './jobs.js'
export type {EvidenceKept} from './join-part.js'
export {type MergeResultsOptions, mergeResults} from './merge-results.js'
export {runCorpus} from './run-corpus.js'
export {storiesOf} from './stories-of.js'
