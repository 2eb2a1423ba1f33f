import {type RejectedStory, type StoryReference, toReference} from './input-story.js'

const encoder = new TextEncoder()

/** One line of NDJSON, including its line ending. */
export const encodeLine = (text: string): Uint8Array => encoder.encode(`${text}\n`)

/** The output line `{id | line, error}` of a story that has no result. */
export const encodeError = ({error, ...reference}: RejectedStory): Uint8Array => encodeLine(JSON.stringify({...toReference(reference), error}))

/** The result of a story that could not be annotated. */
export const errorResult = (story: RejectedStory): StoryReference & {readonly error: string; readonly bytes: Uint8Array} => ({
  ...toReference(story),
  error: story.error,
  bytes: encodeError(story),
})
