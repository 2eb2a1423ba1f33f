import {dirname, resolve, sep} from 'node:path'
import {type FSWatcher, watch} from 'chokidar'

/** In milliseconds: editors write a file in several goes, and save several files at once. */
const PAUSE = 100

/** What is watched: files, be they there or not, and folders with all that is in them. */
export interface Watched {
  readonly files: readonly string[]
  readonly folders?: readonly string[]
  /** Folders of results, which are no changes. */
  readonly except?: readonly string[]
}

/** Other programs' folders, and what we write beside before it is renamed. */
const OTHERS = /[/\\](?:node_modules|\.git|\.xenogloss-[^/\\]*)(?:[/\\]|$)/u

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** The same, by absolute paths, and the folders that have to be watched for it, some with all that is in them. */
function placesOf({files, folders = [], except = []}: Watched) {
  const [single, whole, results] = [files, folders, except].map((paths) => paths.map((path) => resolve(path))) as [string[], string[], string[]]
  const counts = (path: string): boolean =>
    (single.includes(path) || whole.some((folder) => isIn(path, folder))) && !results.some((folder) => isIn(path, folder))
  return {counts, roots: new Set([...single.map((path) => dirname(path)), ...whole]), whole: new Set(whole)}
}

/**
 * Tells of changes: those that follow each other closely at once, and the next when the last have been heeded. Of a file its folder is
 * watched, since many editors put a new file in the place of the old one.
 *
 * @param watched asked again when changes have been heeded: they may have brought a file that nobody knew of
 * @param heed what is done about them, by absolute paths; it does not throw
 * @returns ends it, once what was begun is done
 */
export async function changesIn(watched: () => Watched, heed: (changed: ReadonlySet<string>) => Promise<void>): Promise<() => Promise<void>> {
  let places = placesOf(watched())
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let busy = Promise.resolve()
  // One for each: of folders in each other, one for all tells files as gone that are still there.
  const watchers = new Map<string, FSWatcher>()
  const notice = (path: string): void => {
    if (!places.counts(resolve(path))) return
    changed.add(resolve(path))
    clearTimeout(timer)
    timer = setTimeout(() => {
      const batch = changed
      changed = new Set()
      busy = busy.then(() => heed(batch)).then(watchAnew)
    }, PAUSE)
  }
  const watchOne = (root: string): Promise<void> => {
    const ignored = (path: string) => OTHERS.test(path) || !(path === root || places.counts(path))
    const watcher = watch(root, {ignoreInitial: true, ignored, ...(!places.whole.has(root) && {depth: 0})})
    watchers.set(root, watcher)
    watcher.on('all', (_, path) => notice(path))
    // What cannot be watched tells no changes; what it is needed for says so when it is read.
    watcher.on('error', () => {})
    return new Promise((done) => watcher.once('ready', () => done()))
  }
  const watchAll = async (): Promise<void> => {
    await Promise.all([...places.roots].filter((root) => !watchers.has(root)).map(watchOne))
  }
  const watchAnew = (): Promise<void> => {
    places = placesOf(watched())
    return watchAll()
  }
  const close = (): Promise<unknown> => Promise.all([...watchers.values()].map((watcher) => watcher.close()))
  await watchAll()
  return async () => {
    clearTimeout(timer)
    await close()
    await busy
    // What was begun may have watched more.
    await close()
  }
}
