import {readdir, readFile, realpath, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import * as v from 'valibot'
import type {CsvWriteOptions} from '../formats/csv/csv.js'
import type {EpubWriteOptions} from '../formats/epub/epub.js'
import type {OntolexWriteOptions} from '../formats/ontolex.js'
import {formats} from '../formats/registry.js'
import {MAX_BYTES} from '../formats/shared/input.js'
import {createOwnFields, createReadFields, createWriteFields} from '../formats/shared/option-fields.js'
import {refusedSpreadsheet} from '../formats/shared/refused-spreadsheet.js'
import {fileStemOf} from '../formats/shared/titles.js'
import type {StarDictWriteOptions} from '../formats/stardict/stardict.js'
import type {DictionaryFormat, FileMap, ReadOptions} from '../formats/types.js'
import type {Dictionary} from '../lexicon/types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {placeFiles} from './place-files.js'

/** Options for reading a dictionary from a file. */
export interface ReadFileOptions extends Omit<ReadOptions, 'file'> {
  /** A format, or the name of a built-in one. Default: chosen by the extension and, if several formats share it, by the content. */
  readonly format?: string | DictionaryFormat | undefined
}

/** Options for writing a dictionary to a file, also those of its format. */
export interface WriteFileOptions extends CsvWriteOptions, StarDictWriteOptions, EpubWriteOptions, OntolexWriteOptions {
  /** A format, or the name of a built-in one. Default: chosen by the extension. */
  readonly format?: string | DictionaryFormat | undefined
}

const hasExtension = (path: string, extension: string): boolean => basename(path).toLowerCase().endsWith(`.${extension}`)

const isFormat = (value: unknown): boolean => typeof value === 'string' || (typeof value === 'object' && value !== null)

const createFormatField = () => ({format: v.optional(v.custom<string | DictionaryFormat>(isFormat, 'a format or the name of one'))})
const createReadSchema = () => v.strictObject({...createReadFields(), ...createFormatField()})
/** Which of the options are those of the format is checked by the format. */
const createWriteSchema = () => v.strictObject({...createWriteFields(), ...createOwnFields(), ...createFormatField()})

/** Returns the possible formats of a path that support reading or writing. */
function formatsFor(path: string, verb: 'read' | 'write', format: string | DictionaryFormat | undefined): DictionaryFormat[] {
  const able = formats.filter((item) => item[verb])
  const found =
    typeof format === 'object' ? [format] : able.filter((item) => (format === undefined ? hasExtension(path, item.extension) : item.name === format))
  if (found.some((item) => item[verb])) return found
  const spreadsheet = verb === 'read' && format === undefined ? refusedSpreadsheet(path) : undefined
  if (spreadsheet !== undefined) throw new TypeError(`${path}: ${spreadsheet}`)
  const what =
    format === undefined
      ? `a file name that ends with ${able.map(({extension}) => `.${extension}`).join(', ')}`
      : `a format, ${able.map(({name}) => name).join(', ')}`
  throw new TypeError(`${path}: expected ${what}; no other can be ${verb === 'read' ? 'read' : 'written'}`)
}

async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path)
  if (!found.isFile()) throw new TypeError(`${path}: expected a file`)
  if (found.size > MAX_BYTES) throw new TypeError(`${path}: expected at most ${MAX_BYTES} bytes, got ${found.size}`)
  return readFile(path)
}

/** Reads a file and the files that belong to it: in the same folder, with the same name up to the extension. */
async function readSiblingFiles(path: string, extensions: readonly string[]): Promise<FileMap> {
  const name = basename(path)
  const stem = name.slice(0, name.lastIndexOf('.'))
  const names = (await readdir(dirname(path))).filter((other) => extensions.some((extension) => other === `${stem}.${extension}`) || other === name)
  const files = await Promise.all(names.map(async (other): Promise<[string, Uint8Array]> => [other, await readBytes(join(dirname(path), other))]))
  return Object.fromEntries(files)
}

/**
 * Reads a dictionary in any format. For a format with several files, the path names the main one, such as `.ifo`.
 *
 * @throws TypeError that names the file, the entry and the reason, or a wrong option; Node's errors for files that cannot be read
 */
export async function readDictionary(path: string, given: ReadFileOptions = {}): Promise<Dictionary> {
  const {format, ...options} = checkOptionsBySchema(createReadSchema, given)
  const errors: TypeError[] = []
  for (const {extensions, read} of formatsFor(path, 'read', format)) {
    const input = extensions ? await readSiblingFiles(path, extensions) : await readBytes(path)
    try {
      if (read) return read(input, {...options, file: path})
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      errors.push(error)
    }
  }
  throw errors.length === 1
    ? errors[0]
    : new TypeError([`${path}: not valid in any format with this extension`, ...errors.map(({message}) => message)].join('\n'))
}

/** Removes files of an earlier dictionary with the same name that would be mistaken for parts of this one, such as an uncompressed `.dict`. */
async function removeStaleFiles(folder: string, names: readonly string[], {extension, extensions = []}: DictionaryFormat): Promise<void> {
  const main = names.find((file) => hasExtension(file, extension))
  if (main === undefined) return
  const stem = main.slice(0, -extension.length)
  const left = extensions.map((other) => stem + other).filter((file) => !names.includes(file))
  await Promise.all(left.map((file) => rm(join(folder, file), {force: true})))
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/** Renames files so that the main one gets the name in the path. */
function renameFiles(files: FileMap, path: string, extension: string): FileMap {
  const main = Object.keys(files).find((name) => hasExtension(name, extension)) ?? ''
  const [old, stem] = [main, basename(path)].map((name) => name.slice(0, name.length - extension.length)) as [string, string]
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name.startsWith(old) ? stem + name.slice(old.length) : name, content]))
}

/**
 * Writes a dictionary. If writing fails, existing files stay intact.
 *
 * @param path the main file, with the extension of its format if that has several files; or a folder, for files named after the dictionary
 * @returns the paths of the written files
 * @throws TypeError for formats that cannot be written and for wrong options; Node's errors for files that cannot be written
 */
export async function writeDictionary(path: string, dictionary: Dictionary, given: WriteFileOptions = {}): Promise<readonly string[]> {
  const {format, ...options} = checkOptionsBySchema(createWriteSchema, given)
  const [chosen] = formatsFor(path, 'write', format) as [DictionaryFormat]
  const written = chosen.write?.(dictionary, options) ?? {}
  if (typeof written !== 'string' && !(written instanceof Uint8Array)) {
    const named = hasExtension(path, chosen.extension) && !(await isFolder(path))
    const [folder, files] = named ? [dirname(path), renameFiles(written, path, chosen.extension)] : [path, written]
    await placeFiles(folder, files)
    await removeStaleFiles(folder, Object.keys(files), chosen)
    return Object.keys(files).map((name) => join(folder, name))
  }
  const file = (await isFolder(path)) ? join(path, `${fileStemOf(dictionary, options)}.${chosen.extension}`) : path
  // Writes to the target of a symbolic link, so that the link is kept.
  const target = await realpath(file).catch(() => file)
  await placeFiles(dirname(target), {[basename(target)]: written})
  return [file]
}
