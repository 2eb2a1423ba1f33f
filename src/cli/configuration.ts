import {stat} from 'node:fs/promises'
import {homedir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {lilconfig} from 'lilconfig'
import {visible} from '../prose/visible.js'
import {EXIT, type Failure, failure} from './command-failure.js'
import type {Configuration} from './configuration-schema.js'
import {MOST_BYTES, tooLarge} from './read.js'

/** What holds for the stories of a folder. */
export interface Configured {
  readonly configuration: Configuration
  /** From which paths in it count: its own, else the current one. */
  readonly folder: string
  /** The file, if there is one. */
  readonly path?: string
}

const PLACES = [
  ...['.xenoglossrc', '.xenoglossrc.json', '.xenoglossrc.yaml', '.xenoglossrc.yml'],
  ...['xenogloss.config.json', 'xenogloss.config.yaml', 'xenogloss.config.yml'],
  'package.json',
]

const wrong = (path: string, ...reasons: readonly string[]): Failure => failure([visible(path), ...reasons].join(': '), EXIT.usage)

/** JSON is YAML, but its errors are told better by its own parser. */
async function data(path: string, content: string): Promise<unknown> {
  try {
    return path.endsWith('.json') ? JSON.parse(content.replace(/^\ufeff/u, '')) : (await import('yaml')).parse(content, {logLevel: 'error'})
  } catch (error) {
    throw wrong(path, `it is no ${path.endsWith('.json') ? 'JSON' : 'YAML'}`, visible((error as Error).message, {lines: true}))
  }
}

/** A configuration that is a program is never run: the folder of a story may be a stranger's. */
function refuse(path: string): never {
  throw wrong(path, 'a configuration is data, and no program is run for it; write it as JSON or YAML')
}

const loaders = {'.json': data, '.yaml': data, '.yml': data, noExt: data, '.js': refuse, '.mjs': refuse, '.cjs': refuse}

/**
 * The configuration that holds in a folder: the next one upwards, in a file of its own or under the key `xenogloss` of package.json.
 *
 * @param given the path of one; `false` for none
 * @throws Failure that names the file, the key and what it may be
 */
export async function configurationFor(folder: string, given?: string | false): Promise<Configured> {
  if (given === false) return {configuration: {}, folder}
  const searcher = lilconfig('xenogloss', {searchPlaces: PLACES, loaders, cache: false, stopDir: homedir()})
  for (const path of configurationPlaces(folder, given)) {
    if (((await stat(path).catch(() => undefined))?.size ?? 0) > MOST_BYTES) throw tooLarge(path, 'configuration')
  }
  const found = given === undefined ? await searcher.search(folder) : await searcher.load(resolve(folder, given))
  if (!found || found.isEmpty) return {configuration: {}, folder}
  const {configurationErrors} = await import('./configuration-schema.js')
  const errors = configurationErrors(found.config)
  if (errors.length > 0) throw wrong(found.filepath, errors.map((error) => visible(error)).join(`\n${visible(found.filepath)}: `))
  return {configuration: found.config as Configuration, folder: dirname(found.filepath), path: found.filepath}
}

/** Where a configuration is, or would be found as soon as there is one: every path that `configurationFor` looks at. */
export function configurationPlaces(folder: string, given?: string | false): readonly string[] {
  if (given !== undefined) return given === false ? [] : [resolve(folder, given)]
  const above = dirname(folder)
  const here = PLACES.map((name) => join(folder, name))
  return folder === homedir() || above === folder ? here : [...here, ...configurationPlaces(above)]
}
