import {realpath, stat} from 'node:fs/promises'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {placeFiles} from '../files/place-files.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import type {InputFile} from './find-story-files.js'
import {finishBeforeExit} from './interruption.js'

/** Where results go: to standard output, into one file, or into a folder. */
export type Output = {readonly kind: 'print'} | {readonly kind: 'file' | 'folder'; readonly path: string}

const tryStat = (path: string) => stat(path, {bigint: true}).catch(() => undefined)

/**
 * @param path the value of `--output`
 * @param hasSeveral whether there is more than one result
 */
export async function resolveOutput(path: string | undefined, {hasSeveral}: {readonly hasSeveral: boolean}): Promise<Output> {
  if (path === undefined || path === '-') {
    if (hasSeveral) throw commandError('Several stories need a folder for their results: use --output <folder>', EXIT.usage)
    return {kind: 'print'}
  }
  const found = await tryStat(path)
  if (hasSeveral && found && !found.isDirectory())
    throw commandError(`${escapeForTerminal(path)}: expected a folder for several results, got a file; choose another --output`, EXIT.usage)
  const isFolder = hasSeveral || found?.isDirectory() || path.endsWith('/') || path.endsWith(sep)
  return {kind: isFolder ? 'folder' : 'file', path}
}

/** Returns a function that throws if a result would overwrite one of the inputs, under any name or link. */
export async function createOverwriteGuard(files: readonly Pick<InputFile, 'path'>[]): Promise<(result: string) => Promise<void>> {
  const inputs = new Map<string, string>()
  for (const {path} of files) {
    const found = await tryStat(path)
    if (found) inputs.set(`${found.dev}:${found.ino}`, path)
  }
  return async (result) => {
    const found = await tryStat(result)
    const input = found && inputs.get(`${found.dev}:${found.ino}`)
    if (input !== undefined)
      throw commandError(`${escapeForTerminal(result)}: the result would overwrite ${escapeForTerminal(input)}; choose another --output`, EXIT.usage)
  }
}

/**
 * Throws if two results would be written to the same path.
 *
 * @param results the path of each file's result
 */
export function checkDistinctResults(results: readonly string[], files: readonly InputFile[]): void {
  const taken = new Map<string, number>()
  for (const [index, result] of results.entries()) {
    // Many file systems ignore case.
    const key = resolve(result).normalize('NFC').toLowerCase()
    const other = taken.get(key)
    if (other !== undefined) {
      const names = [files[other]?.path, files[index]?.path].map((path) => escapeForTerminal(path ?? '')).join(' and ')
      throw commandError(`${escapeForTerminal(result)}: ${names} would both be written there; rename one, or write them to different folders`, EXIT.usage)
    }
    taken.set(key, index)
  }
}

/**
 * Writes a temporary file next to the target and renames it; follows a symbolic link, which is kept.
 *
 * @param beforeReplacing is called before it is renamed; the target stays as it is if it rejects
 */
export async function writeResult(path: string, content: string | Uint8Array, beforeReplacing?: () => Promise<void>): Promise<void> {
  const target = await realpath(path).catch(() => path)
  await finishBeforeExit(placeFiles(dirname(target), {[basename(target)]: content}, beforeReplacing))
}

/** The path of a story's result; within an output folder, stories keep their subfolders. */
export const resultPath = (output: Extract<Output, {path: string}>, {relativePath}: InputFile, extension: string): string =>
  output.kind === 'file' ? output.path : join(output.path, `${relativePath.replace(/\.[^./]+$/u, '')}.${extension}`)
