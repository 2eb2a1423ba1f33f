/**
 * Takes the pictures of the README, in examples/pictures, and of the example sites: `npm run build && npm run pictures`. WebP files are a fifth of the size
 * of PNG files.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {BrowserContext, Page} from 'playwright-core'
// @ts-expect-error an example without types
import {buildPlayground} from '../../examples/playground/build.js'
import {serveFolder} from '../support/folder-server.js'
import {launch, startPageServer} from '../support/page-server.js'
import {playPlaygroundScene} from '../support/playground-scene.js'
import {playScene, scenes} from '../support/scenes.js'
import {buildSite, exampleSites, serveSite} from '../support/sites.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
// Grayscale text without hinting, so that it looks the same on every screen.
const browser = await launch('--disable-lcd-text', '--font-render-hinting=none')
const pages = await startPageServer()
for (const scene of scenes) {
  const context = await browser.newContext(scene.options)
  const page = await context.newPage()
  await playScene(scene, page, pages.publish('/scene', scene.story()))
  await savePicture(context, page, `examples/pictures/${scene.name}.webp`)
}
for (const site of exampleSites) {
  const {address, close} = await serveSite(await buildSite(site))
  const context = await browser.newContext({viewport: {width: 480, height: 290}, deviceScaleFactor: 1.5, reducedMotion: 'reduce', locale: 'en-GB'})
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('.xg-open').waitFor()
  const line = page.locator('.xg-utterance', {hasText: site.line[0]}).first()
  await line.evaluate((element) => scrollTo({top: scrollY + element.getBoundingClientRect().top - 90, behavior: 'instant'}))
  await line.locator('.xg-term', {hasText: site.word[0]}).first().click()
  await page.locator('.xg-tip dfn').waitFor({state: 'visible'})
  await savePicture(context, page, `examples/sites/pictures/${site.name}.webp`)
  close()
}
{
  const {address, close} = await serveFolder(await buildPlayground())
  const context = await browser.newContext({viewport: {width: 1180, height: 600}, reducedMotion: 'reduce', locale: 'en-GB'})
  const page = await context.newPage()
  await playPlaygroundScene(page, address)
  await savePicture(context, page, 'examples/playground/playground.webp')
  close()
}
await browser.close()
pages.close()

/** Saves what the window shows, and closes the page. */
async function savePicture(context: BrowserContext, page: Page, path: string): Promise<void> {
  const session = await context.newCDPSession(page)
  const {data} = await session.send('Page.captureScreenshot', {format: 'webp', quality: 85})
  mkdirSync(dirname(`${root}${path}`), {recursive: true})
  writeFileSync(`${root}${path}`, data, 'base64')
  await context.close()
  console.log(path)
}
