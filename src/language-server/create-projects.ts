import {resolve} from 'node:path'
import {configurationPaths, type LoadedConfiguration, loadConfiguration} from '../cli/configuration.js'
import {dictionaryPaths, mergeOptions} from '../cli/reading-options.js'
import {watchFiles} from '../cli/watch-files.js'
import {omitUndefined} from '../util/objects.js'
import type {Project} from './types.js'

/** A project and its name: the path of its configuration, empty if it has none. */
export interface NamedProject {
  readonly key: string
  readonly project: Project
}

/** The configurations of folders, as the command line finds them. */
export interface Projects {
  /**
   * Loads the configuration and the dictionaries of a folder, once until one of them changes.
   *
   * @throws CommandError that names the file, the key and its valid values
   */
  readonly load: (folder: string) => Promise<NamedProject>
  readonly close: () => Promise<unknown>
}

/**
 * @param note receives what is passed over in a dictionary
 * @param onChange called after a configuration or a dictionary was changed, created or deleted
 */
export function createProjects({note, onChange}: {note: (line: string) => void; onChange: () => void}): Projects {
  const byFolder = new Map<string, Promise<NamedProject>>()
  const byKey = new Map<string, Promise<Project>>()
  const watched = new Map<string, Promise<() => Promise<void>>>()

  const toProject = async (configured: LoadedConfiguration): Promise<Project> => {
    // Checked where they are used, in the worker thread: indexing a large dictionary takes a second.
    const options = await mergeOptions({}, {configured, note})
    return {options, ...omitUndefined({host: configured.configuration.host})}
  }
  const findDictionaries = (folder: string): Promise<readonly string[]> =>
    loadConfiguration(folder).then(
      (configured) => dictionaryPaths([], configured),
      () => [],
    )
  /** Watches every place where a configuration of the folder is or could be created, and its dictionaries. */
  const watchFolder = async (folder: string): Promise<() => Promise<void>> => {
    let dictionaries = await findDictionaries(folder)
    return watchFiles(
      () => ({files: [...configurationPaths(folder), ...dictionaries]}),
      async () => {
        dictionaries = await findDictionaries(folder)
        byFolder.clear()
        byKey.clear()
        onChange()
      },
    )
  }
  const loadFolder = async (folder: string): Promise<NamedProject> => {
    if (!watched.has(folder)) watched.set(folder, watchFolder(folder))
    await watched.get(folder)
    const configured = await loadConfiguration(folder)
    const key = configured.path ?? ''
    const project = byKey.get(key) ?? toProject(configured)
    byKey.set(key, project)
    return {key, project: await project}
  }
  return {
    load: (given) => {
      const folder = resolve(given)
      const project = byFolder.get(folder) ?? loadFolder(folder)
      byFolder.set(folder, project)
      return project
    },
    close: () => Promise.all([...watched.values()].map(async (stop) => (await stop)())),
  }
}
