import {dirname, resolve, sep} from 'node:path'
import {type FSWatcher, watch} from 'chokidar'

/** Delay in milliseconds before changes are reported: editors save a file in several steps, and several files at once. */
const DEBOUNCE = 100

/** Paths to watch: files, whether or not they exist, and folders with everything in them. */
export interface WatchedPaths {
  readonly files: readonly string[]
  readonly folders?: readonly string[]
  /** Folders of results, whose changes are ignored. */
  readonly exclude?: readonly string[]
}

/** Folders of other programs, and our own temporary files. */
const IGNORED = /[/\\](?:node_modules|\.git|\.xenogloss-[^/\\]*)(?:[/\\]|$)/u

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** Resolves the paths and derives the folders to watch: those in `recursive` with everything in them. */
function resolveWatched({files, folders = [], exclude = []}: WatchedPaths) {
  const [single, recursive, excluded] = [files, folders, exclude].map((paths) => paths.map((path) => resolve(path))) as [string[], string[], string[]]
  const isRelevant = (path: string): boolean =>
    (single.includes(path) || recursive.some((folder) => isIn(path, folder))) && !excluded.some((folder) => isIn(path, folder))
  return {isRelevant, roots: new Set([...single.map((path) => dirname(path)), ...recursive]), recursive: new Set(recursive)}
}

/**
 * Watches files and reports changes in batches, the next one after the previous one was handled. Watches the folder of each file, because many
 * editors replace a file by a new one.
 *
 * @param getPaths called again after each batch, because changes may add files to watch
 * @param onChange receives absolute paths; must not reject
 * @returns stops watching, after a batch in progress is handled
 */
export async function watchFiles(getPaths: () => WatchedPaths, onChange: (changed: ReadonlySet<string>) => Promise<void>): Promise<() => Promise<void>> {
  let watched = resolveWatched(getPaths())
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let pending = Promise.resolve()
  // One watcher for each root: a single one for nested folders reports existing files as deleted.
  const watchers = new Map<string, FSWatcher>()
  const recordChange = (path: string): void => {
    if (!watched.isRelevant(resolve(path))) return
    changed.add(resolve(path))
    clearTimeout(timer)
    timer = setTimeout(() => {
      const batch = changed
      changed = new Set()
      pending = pending.then(() => onChange(batch)).then(updateWatchers)
    }, DEBOUNCE)
  }
  const watchRoot = (root: string): Promise<void> => {
    const ignored = (path: string) => IGNORED.test(path) || !(path === root || watched.isRelevant(path))
    const watcher = watch(root, {ignoreInitial: true, ignored, ...(!watched.recursive.has(root) && {depth: 0})})
    watchers.set(root, watcher)
    watcher.on('all', (_, path) => recordChange(path))
    // A path that cannot be watched reports no changes; reading it reports the error.
    watcher.on('error', () => {})
    return new Promise((done) => watcher.once('ready', () => done()))
  }
  const watchNewRoots = async (): Promise<void> => {
    await Promise.all([...watched.roots].filter((root) => !watchers.has(root)).map(watchRoot))
  }
  const updateWatchers = (): Promise<void> => {
    watched = resolveWatched(getPaths())
    return watchNewRoots()
  }
  const closeAll = (): Promise<unknown> => Promise.all([...watchers.values()].map((watcher) => watcher.close()))
  await watchNewRoots()
  return async () => {
    clearTimeout(timer)
    await closeAll()
    await pending
    // The last batch may have added watchers.
    await closeAll()
  }
}
