/**
 * The package bundled for browsers gives the same everywhere: no module needs a page, or Node, when it is imported. `npm run test:runtimes`
 * does the same in Deno, Bun and workerd.
 */
import {execFileSync} from 'node:child_process'
import {createContext, runInContext} from 'node:vm'
import {beforeAll, expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import {install, type Project} from '../support/installed.js'
import {bundleForBrowsers} from '../support/universal-bundle.js'

let project: Project
let bundle: string
let expected: string
beforeAll(async () => {
  project = install()
  project.link('markdown-it')
  bundle = await bundleForBrowsers(project)
  project.put('bundle.js', bundle)
  const run = project.put('run.js', `import './bundle.js'\nconsole.log(globalThis.xenoglossResult)`)
  expected = execFileSync(process.execPath, [run], {encoding: 'utf8'}).trim()
}, 60_000)

test('in Node', () => {
  expect((JSON.parse(expected) as unknown[])[0]).toEqual([
    ['Rhumel beshul,', 'A cold — night.'],
    ['Rhumel sul *davan*.', 'A cold lamp.'],
  ])
})

test('in a context that has the language and nothing of a page or of Node but text encoders', async () => {
  const context = createContext({TextDecoder, TextEncoder})
  for (const name of ['document', 'window', 'self', 'navigator', 'process', 'Buffer', 'require', 'setTimeout'])
    expect(runInContext(`typeof ${name}`, context), name).toBe('undefined')
  runInContext(await bundleForBrowsers(project, {format: 'iife'}), context)
  expect(runInContext('xenoglossResult', context)).toBe(expected)
})

describeInBrowser('in Chromium', (site) => {
  test.each(['page', 'worker'])('in a %s', async (place) => {
    site.publish('/bundle.js', `${bundle}\nglobalThis.postMessage?.(globalThis.xenoglossResult)`)
    site.publish('/start-worker.js', `new Worker('/bundle.js', {type: 'module'}).onmessage = ({data}) => { globalThis.xenoglossResult = data }`)
    const script = place === 'page' ? '/bundle.js' : '/start-worker.js'
    const page = await site.open(site.publish(`/${place}.html`, `<!doctype html><title>x</title><script type="module" src="${script}"></script>`))
    await expect.poll(() => page.evaluate('globalThis.xenoglossResult'), {timeout: 30_000}).toBe(expected)
  })
})
