import {readFile} from 'node:fs/promises'
import type {Options} from '../annotate/types.js'
import {decodeStory} from '../files/encoding.js'
import {SYSTEM_ERROR_HINTS} from '../files/system-errors.js'
import type {Format} from '../source/types.js'
import type {RejectedStory, StoryFile, StoryLine} from './input-story.js'

/** A story's text, and the options it sets for itself. */
export interface ParsedStory extends Pick<Options, 'format' | 'lang'> {
  readonly id: string | number
  readonly text: string
}

// A byte order mark counts in the offsets like every other character of the source.
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
const describeType = (value: unknown): string => (value === undefined ? 'nothing' : Array.isArray(value) ? 'an array' : value === null ? 'null' : typeof value)

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function parseJson(text: string): {value: unknown} | {error: string} {
  try {
    return {value: JSON.parse(text)}
  } catch (error) {
    return {error: `not JSON: ${(error as Error).message}`}
  }
}

const isId = (id: unknown): id is string | number => (typeof id === 'string' && id !== '') || Number.isSafeInteger(id)

/** Parses a line `{id, text, format?, lang?}`; other keys are ignored. */
export function parseStoryLine({line, bytes}: StoryLine): ParsedStory | RejectedStory {
  const text = decodeUtf8(bytes)
  if (text === undefined) return {line, error: 'expected UTF-8, got invalid bytes'}
  const json = parseJson(text.startsWith('\ufeff') ? text.slice(1) : text)
  if ('error' in json) return {line, error: json.error}
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
    return {line, error: `expected an object, got ${describeType(json.value)}`}
  const {id, text: story, format, lang} = json.value as Record<string, unknown>
  if (!isId(id)) return {line, error: `expected \`id\`, a non-empty string or an integer, got ${id === '' ? 'an empty string' : describeType(id)}`}
  if (typeof story !== 'string') return {id, error: `expected \`text\`, the story, got ${describeType(story)}`}
  // `annotate` validates these two.
  return {id, text: story, ...(format !== undefined && {format: format as Format}), ...(lang !== undefined && {lang: lang as string})}
}

export async function readStoryFile({id, path, format}: StoryFile, maxBytes: number): Promise<ParsedStory | RejectedStory> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > maxBytes) return {id, error: `expected a file of at most ${maxBytes} bytes, got ${bytes.length}`}
    return {id, text: decodeStory(bytes).text, format}
  } catch (error) {
    if (error instanceof RangeError) return {id, error: error.message}
    const {code = '', message} = error as NodeJS.ErrnoException
    return {id, error: `could not be read: ${code in SYSTEM_ERROR_HINTS ? `${SYSTEM_ERROR_HINTS[code]} (${code})` : message}`}
  }
}
