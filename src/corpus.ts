/**
 * An archive's worth of stories. Needs Node.
 *
 * @module xenogloss/corpus
 */
export type {CorpusOptions, CorpusSummary, Field, Limits, MergeOptions, StoryOptions} from './corpus/corpus-options.js'
export type {RejectedStory, StoryFile} from './corpus/input-story.js'
export type {EvidenceLimit} from './corpus/join-part.js'
export {listStories} from './corpus/list-stories.js'
export {type MergeResultsOptions, mergeResults} from './corpus/merge-results.js'
export {runCorpus} from './corpus/run-corpus.js'
