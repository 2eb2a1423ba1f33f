import {realpath, stat} from 'node:fs/promises'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {place} from '../files/place-files.js'
import {visible} from '../prose/visible.js'
import {EXIT, failure} from './command-failure.js'
import {whole} from './interruption.js'
import type {StoryFile} from './story-files.js'

/** Where results go: to standard output, into one file, or into a folder. */
export type Output = {readonly kind: 'print'} | {readonly kind: 'file' | 'folder'; readonly path: string}

const statOf = (path: string) => stat(path, {bigint: true}).catch(() => undefined)

/**
 * @param path what `--output` says
 * @param several whether there is more than one result
 */
export async function outputAt(path: string | undefined, {several}: {readonly several: boolean}): Promise<Output> {
  if (path === undefined || path === '-') {
    if (several) throw failure('There are several stories: name a folder for the results with --output', EXIT.usage)
    return {kind: 'print'}
  }
  const found = await statOf(path)
  if (several && found && !found.isDirectory())
    throw failure(`${visible(path)}: it is a file, and a folder was expected for several results; name one with --output`, EXIT.usage)
  const isFolder = several || found?.isDirectory() || path.endsWith('/') || path.endsWith(sep)
  return {kind: isFolder ? 'folder' : 'file', path}
}

/** What throws for a result that would be written over what is read, by whatever name or link. */
export async function guardOf(files: readonly Pick<StoryFile, 'path'>[]): Promise<(result: string) => Promise<void>> {
  const inputs = new Map<string, string>()
  for (const {path} of files) {
    const found = await statOf(path)
    if (found) inputs.set(`${found.dev}:${found.ino}`, path)
  }
  return async (result) => {
    const found = await statOf(result)
    const input = found && inputs.get(`${found.dev}:${found.ino}`)
    if (input !== undefined) throw failure(`${visible(result)}: the result would be written over ${visible(input)}; choose another --output`, EXIT.usage)
  }
}

/**
 * Refuses results that would be written over each other.
 *
 * @param results for each file the path of its result
 */
export function distinct(results: readonly string[], files: readonly StoryFile[]): void {
  const taken = new Map<string, number>()
  for (const [index, result] of results.entries()) {
    // On many systems capitals tell no files apart.
    const key = resolve(result).normalize('NFC').toLowerCase()
    const other = taken.get(key)
    if (other !== undefined) {
      const names = [files[other]?.path, files[index]?.path].map((path) => visible(path ?? '')).join(' and ')
      throw failure(`${visible(result)}: ${names} would both be written there; rename one, or give them to different folders`, EXIT.usage)
    }
    taken.set(key, index)
  }
}

/** Writes a file beside and renames it; through a link, so that it goes on leading to the file. */
export async function writeTo(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path)
  await whole(place(dirname(target), {[basename(target)]: content}))
}

/** The path of a result, in a folder below which stories keep their own folders. */
export const pathIn = (output: Extract<Output, {path: string}>, {below}: StoryFile, extension: string): string =>
  output.kind === 'file' ? output.path : join(output.path, `${below.replace(/\.[^./]+$/u, '')}.${extension}`)
