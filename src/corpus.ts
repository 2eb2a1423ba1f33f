/**
 * An archive's worth of stories. Needs Node.
 *
 * @module xenogloss/corpus
 */
export type {CorpusOptions, CorpusSummary, Field, Limits, MergeOptions, StoryOptions} from './corpus/corpus-options.js'
export type {Refused, StoryFile} from './corpus/input-story.js'
export type {EvidenceKept} from './corpus/join-part.js'
export {type MergeResultsOptions, mergeResults} from './corpus/merge-results.js'
export {runCorpus} from './corpus/run-corpus.js'
export {storiesOf} from './corpus/stories-of.js'
