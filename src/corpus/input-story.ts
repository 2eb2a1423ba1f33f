import type {Format} from '../source/types.js'

/** One line of NDJSON, without its line ending. */
export interface StoryLine {
  /** 1-based; blank lines count. */
  readonly line: number
  readonly bytes: Uint8Array
}

/** A story in a file; the process that annotates it reads it. */
export interface StoryFile {
  readonly id: string
  readonly path: string
  readonly format: Format
  /** In bytes. */
  readonly size: number
}

/** Identifies the story of a result: by its id, or by its input line if it has no id. */
export interface StoryReference {
  readonly id?: string | number | undefined
  readonly line?: number | undefined
}

/** Input that is not a valid story, and why. */
export interface RejectedStory extends StoryReference {
  readonly error: string
}

export type InputStory = StoryLine | StoryFile | RejectedStory

/** The id if there is one, else the line number. */
export const toReference = ({id, line}: StoryReference): StoryReference => (id === undefined ? {line} : {id})

/** `line 3` or `"story-3"`, for messages. */
export const describeReference = ({id, line}: StoryReference): string => (id === undefined ? `line ${line}` : JSON.stringify(id))
