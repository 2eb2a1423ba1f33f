import {readFile} from 'node:fs/promises'
import type {Options} from '../annotate/types.js'
import {decode} from '../files/encoding.js'
import {SYSTEM_ERRORS} from '../files/system-errors.js'
import type {Format} from '../source/types.js'
import type {Named, StoryFile, StoryLine} from './jobs.js'

/** A story, and what it says of itself beside the options of the run. */
export interface Story extends Pick<Options, 'format' | 'lang'> {
  readonly id: string | number
  readonly text: string
}

/** A story that cannot be read, or what of it is known. */
export interface Unread extends Named {
  readonly error: string
}

// A mark at the beginning counts in the offsets, as every other character of the source does.
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
const show = (value: unknown): string => (value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value)

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): {value: unknown} | {error: string} {
  try {
    return {value: JSON.parse(text)}
  } catch (error) {
    return {error: `not JSON: ${(error as Error).message}`}
  }
}

const isId = (id: unknown): id is string | number => (typeof id === 'string' && id !== '') || Number.isSafeInteger(id)

/** `{id, text, format?, lang?}` of a line; what else stands there is the caller's own. */
export function readLine({line, bytes}: StoryLine): Story | Unread {
  const text = decoded(bytes)
  if (text === undefined) return {line, error: 'expected UTF-8, got bytes that are none'}
  const json = parsed(text.startsWith('\ufeff') ? text.slice(1) : text)
  if ('error' in json) return {line, error: json.error}
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) return {line, error: `expected an object, got ${show(json.value)}`}
  const {id, text: story, format, lang} = json.value as Record<string, unknown>
  if (!isId(id)) return {line, error: `expected \`id\`, a text that is not empty or a whole number, got ${id === '' ? 'an empty text' : show(id)}`}
  if (typeof story !== 'string') return {id, error: `expected \`text\`, the story, got ${show(story)}`}
  // What these may be, the options say.
  return {id, text: story, ...(format !== undefined && {format: format as Format}), ...(lang !== undefined && {lang: lang as string})}
}

/** @param most bytes */
export async function readStoryFile({id, path, format}: StoryFile, most: number): Promise<Story | Unread> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > most) return {id, error: `expected a file of at most ${most} bytes, got ${bytes.length}`}
    return {id, text: decode(bytes).text, format}
  } catch (error) {
    if (error instanceof RangeError) return {id, error: error.message}
    const {code = '', message} = error as NodeJS.ErrnoException
    return {id, error: `could not be read: ${code in SYSTEM_ERRORS ? `${SYSTEM_ERRORS[code]} (${code})` : message}`}
  }
}
