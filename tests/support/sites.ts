/** The example sites, built by their own tools in a temporary folder, as after `npm install`. */
import {exec} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {delimiter, dirname, extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A site of examples/sites, and what a reader finds in its story. */
export interface ExampleSite {
  readonly name: string
  /** What is added to its build command. */
  readonly args?: readonly string[]
  /** Folder of the built pages. */
  readonly output: string
  /** Packages that the tool brings with it. */
  readonly more?: readonly string[]
  /** A line of the story and its translation, and a word of it and what the tip says of it. */
  readonly line: readonly [text: string, translation: string]
  readonly word: readonly [text: string, meaning: string]
}

export const exampleSites: readonly ExampleSite[] = [
  {
    name: 'astro',
    output: 'dist',
    line: ['Sim na hale', 'The rain never waits!'],
    word: ['hale', 'wait'],
  },
  {
    name: 'vitepress',
    output: '.vitepress/dist',
    more: ['vue'],
    line: ['Veya orre', 'The light of the boat!'],
    word: ['Veya', 'light'],
  },
  {
    name: 'eleventy',
    output: '_site',
    line: ['Na dolm, na orre', 'No payment, no boat.'],
    word: ['dolm', 'payment'],
  },
  {
    name: 'next',
    // Turbopack follows no links out of the folder.
    args: ['--webpack'],
    output: 'out',
    line: ['Rolu kesh', 'A rope for one night.'],
    word: ['Rolu', 'rope'],
  },
  {
    name: 'react-markdown',
    output: '.',
    line: ['Na orre', 'Not a boat.'],
    word: ['orre', 'a boat'],
  },
]

/** No network: nothing is reported, and no fonts or versions are fetched. */
const OFFLINE = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  CI: '1',
  NODE_ENV: 'production',
}

const run = promisify(exec)

/**
 * Builds a site with the packages that its package.json names.
 *
 * @returns the folder of the built pages
 */
export async function buildSite({name, args = [], output, more = []}: ExampleSite): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `xenogloss-${name}-`))
  cpSync(join(root, 'examples/sites', name), folder, {recursive: true})
  const {dependencies, scripts} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<'dependencies' | 'scripts', Record<string, string>>
  for (const own of [...Object.keys(dependencies), ...more]) {
    const path = join(folder, 'node_modules', own)
    mkdirSync(dirname(path), {recursive: true})
    symlinkSync(own === 'xenogloss' ? root : join(root, 'node_modules', own), path, 'junction')
  }
  const {FORCE_COLOR: _, VITEST: __, ...env} = process.env
  const path = [join(root, 'node_modules/.bin'), env.PATH].join(delimiter)
  // As `npm run build` does; npm itself takes half a second.
  await run([scripts.build, ...args].join(' '), {cwd: folder, env: {...env, ...OFFLINE, PATH: path}, maxBuffer: 1 << 24})
  return join(folder, output)
}

const TYPES: Readonly<Record<string, string>> = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json'}

/** Serves a folder. @returns the address of its front page */
export async function serveSite(folder: string): Promise<{readonly address: string; readonly close: () => void}> {
  const server = createServer(({url = '/'}, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    try {
      const content = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path))
      response.writeHead(200, {'content-type': `${TYPES[extname(path) || '.html'] ?? 'application/octet-stream'}; charset=utf-8`})
      response.end(content)
    } catch {
      // Browsers ask for an icon that the sites do not have.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close()}
}
