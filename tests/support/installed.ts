/** The package as npm would publish it, installed in an empty project with its declared dependencies only. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Manifest {
  readonly version: string
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly sideEffects: readonly string[]
  readonly bin: Readonly<Record<string, string>>
}
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

/** The host languages, each with an entry point. */
const hosts = readdirSync(join(root, 'src/hosts'), {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
/** Entry points that are modules; the others are files. */
const modules = Object.entries(manifest.exports).flatMap(([key, target]) =>
  typeof target !== 'object' ? [] : (key.includes('*') ? hosts.map((tag) => key.replace('*', tag)) : [key]).map((path) => `xenogloss${path.slice(1)}`),
)
/** Modules that need the file system. */
export const NODE_ONLY = ['xenogloss/files', 'xenogloss/corpus']
/** The module that has side effects by design; it needs a page. */
export const WITH_SIDE_EFFECTS = 'xenogloss/reader/page'
/** What runs in a worker. */
const THREAD = 'xenogloss/worker/thread'
export const UNIVERSAL = modules.filter((name) => !NODE_ONLY.includes(name) && name !== WITH_SIDE_EFFECTS && name !== THREAD)

export interface Project {
  readonly folder: string
  /** Path of the installed package. */
  readonly installed: string
  readonly tarball: Uint8Array<ArrayBuffer>
  /** Links a package from this repository's `node_modules`. */
  readonly link: (name: string) => void
  /** Writes a file and returns its path. */
  readonly put: (name: string, content: string) => string
}

/** Needs `dist`, which `npm test` builds, but no network: dependencies are linked. */
export function install(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'xenogloss-package-'))
  const installed = join(folder, 'node_modules/xenogloss')
  const link = (name: string) => {
    const path = join(folder, 'node_modules', name)
    mkdirSync(dirname(path), {recursive: true})
    symlinkSync(join(root, 'node_modules', name), path, 'dir')
  }
  const put = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [{filename}] = JSON.parse(execFileSync('npm', pack, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})) as [{filename: string}]
  mkdirSync(installed, {recursive: true})
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1'])
  for (const name of Object.keys(manifest.dependencies)) link(name)
  put('package.json', '{"type": "module", "private": true}')
  return {folder, installed, tarball: new Uint8Array(readFileSync(join(folder, filename))), link, put}
}
