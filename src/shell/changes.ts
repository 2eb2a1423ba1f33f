import {dirname, resolve, sep} from 'node:path'
import {watch} from 'chokidar'
import difference from 'lodash-es/difference.js'

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

/** The same, by absolute paths, and the folders that have to be watched for it. */
function placesOf({files, folders = [], except = []}: Watched) {
  const [single, whole, results] = [files, folders, except].map((paths) => paths.map((path) => resolve(path))) as [string[], string[], string[]]
  const counts = (path: string): boolean =>
    (single.includes(path) || whole.some((folder) => isIn(path, folder))) && !results.some((folder) => isIn(path, folder))
  return {counts, roots: [...new Set([...single.map((path) => dirname(path)), ...whole])]}
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
  let {counts, roots} = placesOf(watched())
  const goOn = (): void => {
    const before = roots
    ;({counts, roots} = placesOf(watched()))
    watcher.add(difference(roots, before))
  }
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let busy = Promise.resolve()
  const watcher = watch(roots, {ignoreInitial: true, ignored: (path) => OTHERS.test(path) || !(roots.includes(path) || counts(path))})
  watcher.on('all', (_, path) => {
    if (!counts(resolve(path))) return
    changed.add(resolve(path))
    clearTimeout(timer)
    timer = setTimeout(() => {
      const batch = changed
      changed = new Set()
      busy = busy.then(() => heed(batch)).then(goOn)
    }, PAUSE)
  })
  // What cannot be watched tells no changes; what it is needed for says so when it is read.
  watcher.on('error', () => {})
  await new Promise<void>((done) => watcher.once('ready', () => done()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    await busy
  }
}
