import type {VFileMessage} from 'vfile-message'
import type {PlainOptions} from '../cli/reading-options.js'
import type {HostTag} from '../hosts/recognize-host.js'
import type {Glossary, Reading} from '../lexicon/types.js'
import type {StandoffTerm, StandoffUtterance} from '../source/annotation-types.js'
import type {Format} from '../source/types.js'

/** A remark of the proof-reader as plain data. */
export type Remark = Pick<VFileMessage, 'reason' | 'ruleId' | 'place' | 'actual' | 'expected' | 'note'>

/** A word of another language and how it is understood. */
export interface AnalysedTerm extends StandoffTerm {
  /** Best first. */
  readonly readings: readonly Reading[]
}

/** What the server knows of one version of a document; plain data, since a worker thread makes it. Offsets count UTF-16 code units in the document. */
export interface StoryAnalysis {
  readonly remarks: readonly Remark[]
  readonly utterances: readonly StandoffUtterance[]
  readonly terms: readonly AnalysedTerm[]
  /** What the document teaches of its languages. */
  readonly glossaries: readonly Glossary[]
}

/** How the stories of a folder are read. */
export interface Project {
  readonly options: PlainOptions
  /** The language that the stories are told in, if the configuration says so. */
  readonly host?: HostTag
}

/** A document as a story. */
export interface StoryText {
  readonly source: string
  readonly format: Format
  /** Its name in evidence. */
  readonly work: string
}

/** What the worker thread is sent: a project before its first story, and stories. */
export type WorkerRequest = {readonly project: string; readonly is: Project} | {readonly id: number; readonly project: string; readonly story: StoryText}

/** What the worker thread answers. */
export type WorkerAnswer = {readonly id: number} & ({readonly analysis: StoryAnalysis} | {readonly error: string})
