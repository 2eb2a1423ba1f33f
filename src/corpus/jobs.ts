import type {Format} from '../source/types.js'

/** A line of NDJSON, without its end. */
export interface StoryLine {
  /** From 1, blank ones counted. */
  readonly line: number
  readonly bytes: Uint8Array
}

/** A story that is a file; it is read where it is annotated. */
export interface StoryFile {
  readonly id: string
  readonly path: string
  readonly format: Format
  /** In bytes. */
  readonly size: number
}

/** What a result is of: a story by its id; by the line that it was to stand in, where it has none. */
export interface Named {
  readonly id?: string | number | undefined
  readonly line?: number | undefined
}

/** What cannot be a story, and why. */
export interface Refused extends Named {
  readonly error: string
}

export type Job = StoryLine | StoryFile | Refused

/** Of a refused line of NDJSON a result says where it is, since nobody knows whose it is. */
export const nameOf = ({id, line}: Named): Named => (id === undefined ? {line} : {id})

const encoder = new TextEncoder()

/** One line of NDJSON, its end included. */
export const lineOf = (text: string): Uint8Array => encoder.encode(`${text}\n`)

/** What stands in the place of a result that could not be had. */
export const errorLine = ({error, ...named}: Refused): Uint8Array => lineOf(JSON.stringify({...nameOf(named), error}))

/** The answer to what is no story. */
export const refused = (story: Refused): Refused & {readonly bytes: Uint8Array} => ({...nameOf(story), error: story.error, bytes: errorLine(story)})
