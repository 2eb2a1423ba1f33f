/** For tests in browsers: a server of pages with a strict content security policy and of the bundled reader, and the installed browser. */
import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {type Browser, chromium} from 'playwright-core'

export const CHROMIUM = '/usr/bin/chromium'
export const hasBrowser = existsSync(CHROMIUM)

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'"
const TYPES = {js: 'text/javascript', css: 'text/css'} as const

/** Bundles only the scripts and styles of the reader, as they are published. */
async function bundleReader(): Promise<Record<string, string>> {
  const entryPoints = {reader: 'src/reader.ts', 'reader-page': 'src/reader-page.ts', style: 'src/reader/reader.css'}
  const options = {bundle: true, format: 'esm', target: 'es2022', platform: 'browser', minify: true} as const
  const {outputFiles} = await build({...options, entryPoints, outdir: '/', write: false})
  const files = outputFiles.map(({path, text}) => [`/${basename(path)}`, text])
  return {...Object.fromEntries(files), '/axe.js': readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')}
}

/** Serves the pages of a test. */
export interface PageServer {
  /** Adds a page and returns its URL. */
  readonly publish: (path: string, content: string) => string
  readonly close: () => void
}

/** Starts a server of pages and of the bundled reader on a free port. */
export async function startPageServer(): Promise<PageServer> {
  const files = await bundleReader()
  const pages: Record<string, string> = {}
  const server = createServer(({url = '/'}, response) => {
    const path = new URL(url, 'http://localhost').pathname
    const content = pages[path] ?? files[path]
    const type = TYPES[path.split('.').at(-1) as keyof typeof TYPES] ?? 'text/html'
    response.writeHead(content === undefined ? 404 : 200, {'content-type': `${type}; charset=utf-8`, 'content-security-policy': CSP})
    response.end(content)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    publish: (path, content) => {
      pages[path] = content
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
    },
    close: () => server.close(),
  }
}

export const launch = (...args: readonly string[]): Promise<Browser> =>
  chromium.launch({executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args]})
