import {readdir, readFile, realpath, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {formats} from '../formats/registry.js'
import {MOST_BYTES} from '../formats/shared/input.js'
import {stemOf} from '../formats/shared/titles.js'
import type {DictionaryFormat, Files, ReadOptions, WriteOptions} from '../formats/types.js'
import type {Dictionary} from '../lexicon/types.js'
import {place} from './place-files.js'

/** How a dictionary is read from the disk. */
export interface ReadFileOptions extends Omit<ReadOptions, 'file'> {
  /** A format, or the name of one on the shelf. Default: told by the extension and, where it serves several, by the content. */
  readonly format?: string | DictionaryFormat | undefined
}

/** How a dictionary is written to the disk. */
export interface WriteFileOptions extends WriteOptions {
  /** A format, or the name of one on the shelf. Default: told by the extension. */
  readonly format?: string | DictionaryFormat | undefined
}

const has = (path: string, extension: string): boolean => basename(path).toLowerCase().endsWith(`.${extension}`)

/** The formats that a path may mean, of those that can do what is asked. */
function formatsFor(path: string, verb: 'read' | 'write', format: string | DictionaryFormat | undefined): DictionaryFormat[] {
  const able = formats.filter((item) => item[verb])
  const found = typeof format === 'object' ? [format] : able.filter((item) => (format === undefined ? has(path, item.extension) : item.name === format))
  if (found.some((item) => item[verb])) return found
  const what =
    format === undefined
      ? `a file name that ends with ${able.map(({extension}) => `.${extension}`).join(', ')}`
      : `a format, ${able.map(({name}) => name).join(', ')}`
  throw new TypeError(`${path}: expected ${what}; no other can be ${verb === 'read' ? 'read' : 'written'}`)
}

async function contentOf(path: string): Promise<Uint8Array> {
  const found = await stat(path)
  if (!found.isFile()) throw new TypeError(`${path}: expected a file`)
  if (found.size > MOST_BYTES) throw new TypeError(`${path}: expected at most ${MOST_BYTES} bytes, got ${found.size}`)
  return readFile(path)
}

/** A file and those that belong to it: in the same folder, of the same stem. */
async function filesBeside(path: string, extensions: readonly string[]): Promise<Files> {
  const name = basename(path)
  const stem = name.slice(0, name.lastIndexOf('.'))
  const names = (await readdir(dirname(path))).filter((other) => extensions.some((extension) => other === `${stem}.${extension}`) || other === name)
  const files = await Promise.all(names.map(async (other): Promise<[string, Uint8Array]> => [other, await contentOf(join(dirname(path), other))]))
  return Object.fromEntries(files)
}

/**
 * Reads a dictionary in any format of the shelf. Of one that consists of several files the path is that of the main one, such as `.ifo`.
 *
 * @throws TypeError that names the file, the entry and the reason; what Node throws for files that cannot be read
 */
export async function readDictionary(path: string, {format, ...options}: ReadFileOptions = {}): Promise<Dictionary> {
  const errors: TypeError[] = []
  for (const {extensions, read} of formatsFor(path, 'read', format)) {
    const input = extensions ? await filesBeside(path, extensions) : await contentOf(path)
    try {
      if (read) return read(input, {...options, file: path})
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      errors.push(error)
    }
  }
  throw errors.length === 1 ? errors[0] : new TypeError([`${path}: not in a format that its name ends with`, ...errors.map(({message}) => message)].join('\n'))
}

/** Files that an earlier dictionary of the same name left, packed otherwise, and which would be taken for this one's. */
async function sweep(folder: string, names: readonly string[], {extension, extensions = []}: DictionaryFormat): Promise<void> {
  const main = names.find((file) => has(file, extension))
  if (main === undefined) return
  const stem = main.slice(0, -extension.length)
  const left = extensions.map((other) => stem + other).filter((file) => !names.includes(file))
  await Promise.all(left.map((file) => rm(join(folder, file), {force: true})))
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/** Files under the stem of the path that names the main one. */
function renamed(files: Files, path: string, extension: string): Files {
  const main = Object.keys(files).find((name) => has(name, extension)) ?? ''
  const [old, stem] = [main, basename(path)].map((name) => name.slice(0, name.length - extension.length)) as [string, string]
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name.startsWith(old) ? stem + name.slice(old.length) : name, content]))
}

/**
 * Writes a dictionary. A writing that fails leaves the old files whole.
 *
 * @param path the main file, with the extension of its format if that has several; or a folder, for files named after the dictionary
 * @returns the paths of the files written
 * @throws TypeError for formats that cannot be written; what Node throws for files that cannot
 */
export async function writeDictionary(path: string, dictionary: Dictionary, {format, ...options}: WriteFileOptions = {}): Promise<readonly string[]> {
  const [chosen] = formatsFor(path, 'write', format) as [DictionaryFormat]
  const written = chosen.write?.(dictionary, options) ?? {}
  if (typeof written !== 'string' && !(written instanceof Uint8Array)) {
    const named = has(path, chosen.extension) && !(await isFolder(path))
    const [folder, files] = named ? [dirname(path), renamed(written, path, chosen.extension)] : [path, written]
    await place(folder, files)
    await sweep(folder, Object.keys(files), chosen)
    return Object.keys(files).map((name) => join(folder, name))
  }
  const file = (await isFolder(path)) ? join(path, `${stemOf(dictionary, options)}.${chosen.extension}`) : path
  // Through a link, so that it goes on leading to the file.
  const target = await realpath(file).catch(() => file)
  await place(dirname(target), {[basename(target)]: written})
  return [file]
}
