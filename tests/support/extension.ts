/** The browser extension of examples/extension, built and loaded into Chromium. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BrowserContext, chromium} from 'playwright-core'
import {CHROMIUM} from './page-server.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Manifest {
  permissions: string[]
  optional_permissions: string[]
  host_permissions?: string[]
  content_scripts: {matches: string[]; js: string[]; css: string[]}[]
  content_security_policy: {extension_pages: string}
}

/** Builds it in a folder of its own. */
export function buildExtension(): {readonly folder: string; readonly manifest: Manifest; readonly userscript: string} {
  const cwd = mkdtempSync(join(tmpdir(), 'xenogloss-'))
  execFileSync(process.execPath, [join(root, 'examples/extension/build.js')], {cwd, stdio: 'pipe'})
  const folder = join(cwd, 'out/extension')
  return {
    folder,
    manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest,
    userscript: readFileSync(join(cwd, 'out/xenogloss.user.js'), 'utf8'),
  }
}

export const writeManifest = (folder: string, manifest: Manifest): void => writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))

/** Starts Chromium with the extension. Requests to the web are answered by `pages`, by their addresses; all others fail. */
export async function launchWithExtension(
  folder: string,
  pages: Readonly<Record<string, string>>,
): Promise<{readonly context: BrowserContext; readonly id: string; readonly requested: string[]}> {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'xenogloss-')), {
    executablePath: CHROMIUM,
    headless: true,
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  })
  context.setDefaultTimeout(15_000)
  const requested: string[] = []
  await context.route(/^https?:/u, (route) => {
    const address = route.request().url()
    requested.push(address)
    const body = pages[address]
    return body === undefined ? route.abort() : route.fulfill({body, contentType: 'text/html; charset=utf-8'})
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  return {context, id: new URL(worker.url()).host, requested}
}
