import {stat} from 'node:fs/promises'
import {homedir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {lilconfig} from 'lilconfig'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {type CommandError, commandError, EXIT} from './command-error.js'
import type {Configuration} from './configuration-schema.js'
import {MAX_BYTES, tooLargeError} from './read-input.js'

/** The configuration of the stories in a folder. */
export interface LoadedConfiguration {
  readonly configuration: Configuration
  /** Base of the relative paths in it: the folder of its file, else the current one. */
  readonly folder: string
  /** The file, if there is one. */
  readonly path?: string
}

const FILE_NAMES = [
  ...['.xenoglossrc', '.xenoglossrc.json', '.xenoglossrc.yaml', '.xenoglossrc.yml'],
  ...['xenogloss.config.json', 'xenogloss.config.yaml', 'xenogloss.config.yml'],
  'package.json',
]

const configurationError = (path: string, ...reasons: readonly string[]): CommandError =>
  commandError([escapeForTerminal(path), ...reasons].join(': '), EXIT.usage)

/** JSON is valid YAML, but its own parser has better error messages. */
async function parseData(path: string, content: string): Promise<unknown> {
  try {
    return path.endsWith('.json') ? JSON.parse(content.replace(/^\ufeff/u, '')) : (await import('yaml')).parse(content, {logLevel: 'error'})
  } catch (error) {
    throw configurationError(path, `invalid ${path.endsWith('.json') ? 'JSON' : 'YAML'}`, escapeForTerminal((error as Error).message, {lines: true}))
  }
}

/** Never executes a configuration: the folder of a story may come from a stranger. */
function refuseProgram(path: string): never {
  throw configurationError(path, 'configuration files that are programs are never run; write it as JSON or YAML')
}

const loaders = {
  '.json': parseData,
  '.yaml': parseData,
  '.yml': parseData,
  noExt: parseData,
  '.js': refuseProgram,
  '.mjs': refuseProgram,
  '.cjs': refuseProgram,
}

/**
 * Loads the configuration of a folder: from the folder itself or the nearest one above, in a file of its own or under the key `xenogloss` of
 * package.json.
 *
 * @param given the path of a file to use instead; `false` for none
 * @throws CommandError that names the file, the key and its valid values
 */
export async function loadConfiguration(folder: string, given?: string | false): Promise<LoadedConfiguration> {
  if (given === false) return {configuration: {}, folder}
  const searcher = lilconfig('xenogloss', {searchPlaces: FILE_NAMES, loaders, cache: false, stopDir: homedir()})
  for (const path of configurationPaths(folder, given)) {
    if (((await stat(path).catch(() => undefined))?.size ?? 0) > MAX_BYTES) throw tooLargeError(path, 'configuration')
  }
  const found = given === undefined ? await searcher.search(folder) : await searcher.load(resolve(folder, given))
  if (!found || found.isEmpty) return {configuration: {}, folder}
  const {configurationErrors} = await import('./configuration-schema.js')
  const errors = configurationErrors(found.config)
  if (errors.length > 0)
    throw configurationError(found.filepath, errors.map((error) => escapeForTerminal(error)).join(`\n${escapeForTerminal(found.filepath)}: `))
  return {configuration: found.config as Configuration, folder: dirname(found.filepath), path: found.filepath}
}

/** Every path that `loadConfiguration` looks at, whether or not the file exists. */
export function configurationPaths(folder: string, given?: string | false): readonly string[] {
  if (given !== undefined) return given === false ? [] : [resolve(folder, given)]
  const parent = dirname(folder)
  const here = FILE_NAMES.map((name) => join(folder, name))
  return folder === homedir() || parent === folder ? here : [...here, ...configurationPaths(parent)]
}
