import type {Dictionary, Glossary} from '../../lexicon/types.js'
import type {Format} from '../../source/types.js'

/** A story as the page has it: its text, or the bytes of its file. */
export interface GivenStory {
  /** File name, or what stands for one. */
  readonly name: string
  readonly content: string | Uint8Array
  /** Default: by the name. */
  readonly format?: Format | undefined
}

export interface OpenRequest {
  readonly story: GivenStory
  /** Tag of the language that the story is told in; `auto`: recognised. */
  readonly host: string
  /** Of the author. */
  readonly dictionaries: readonly Dictionary[]
  /** The glossaries of the table with their decisions, one for each language. */
  readonly decided: readonly Glossary[]
}

/** A line of the story, for the evidence of the table. */
export interface StoryLine {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly translation?: string | undefined
}

/** A remark of the proof-reader. */
export interface Remark {
  /** `12:3` */
  readonly position: string
  /** In UTF-16 code units of the source; absent if it is about the whole. */
  readonly span?: {readonly start: number; readonly end: number} | undefined
  readonly rule: string
  readonly text: string
  readonly advice: string
  /** What replaces what, if the fix is certain. */
  readonly fix?: {readonly from: string; readonly to: string} | undefined
}

export interface OpenedStory {
  readonly title: string
  /** The text, where it can be edited: not that of a book. */
  readonly source?: string | undefined
  /** The sanitised story with its marks, and the entries that tips show. */
  readonly html: string
  readonly hostLanguage: string
  /** That with the most words first. */
  readonly glossaries: readonly Glossary[]
  readonly lines: readonly StoryLine[]
  readonly remarks: readonly Remark[]
  readonly counts: {readonly lines: number; readonly translations: number; readonly words: number}
  /** Version of the decisions with which it was annotated, where a server keeps them. */
  readonly decisions?: string | undefined
}

/** What of the page is to be explained: a line or word by its id, or a translation by the ids of what it translates. */
export interface Mark {
  readonly id?: string | undefined
  readonly of?: readonly string[] | undefined
}

export interface WorkFile {
  readonly name: string
  readonly mediaType: string
  readonly content: string | Uint8Array
}

/** Something that can be downloaded. */
export interface Target {
  readonly id: string
  readonly label: string
  readonly group: 'story' | 'glossary'
}

/** What the worker does, by name: what it takes and gives. */
export interface WorkCalls {
  readonly open: {readonly takes: OpenRequest; readonly gives: OpenedStory}
  readonly explain: {readonly takes: Mark; readonly gives: readonly {readonly kind: string; readonly sentences: readonly string[]}[]}
  /** Takes the positions of remarks; gives the corrected source. */
  readonly fix: {readonly takes: readonly number[]; readonly gives: string}
  /** Gives the text of our own example story. */
  readonly example: {readonly takes: null; readonly gives: string}
  readonly targets: {readonly takes: null; readonly gives: readonly Target[]}
  /** Takes the language of the glossary (default: that with the most words), or the glossary itself with decisions that are not annotated yet. */
  readonly export: {
    readonly takes: {readonly target: string; readonly language?: string | undefined; readonly glossary?: Glossary | undefined}
    readonly gives: readonly WorkFile[]
  }
  readonly dictionary: {readonly takes: {readonly name: string; readonly bytes: Uint8Array}; readonly gives: Dictionary}
}
export type WorkName = keyof WorkCalls

export interface WorkRequest<Name extends WorkName = WorkName> {
  readonly id: number
  readonly name: Name
  readonly takes: WorkCalls[Name]['takes']
}

/** How much is done (0..1), the answer, or why there is none, in a sentence. */
export type WorkResponse =
  | {readonly ready: true}
  | {readonly id: number; readonly progress: number}
  | {readonly id: number; readonly gives: unknown}
  | {readonly id: number; readonly error: string}
