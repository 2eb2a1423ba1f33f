/** Takes the pictures of the README, in examples/pictures: `npm run pictures`. WebP files are a fifth of the size of PNG files. */
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {launch, startPageServer} from '../support/page-server.js'
import {playScene, scenes} from '../support/scenes.js'

const folder = fileURLToPath(new URL('../../examples/pictures/', import.meta.url))
// Grayscale text without hinting, so that it looks the same on every screen.
const browser = await launch('--disable-lcd-text', '--font-render-hinting=none')
const site = await startPageServer()
for (const scene of scenes) {
  const context = await browser.newContext(scene.options)
  const page = await context.newPage()
  await playScene(scene, page, site.publish('/scene', scene.story()))
  const session = await context.newCDPSession(page)
  const {data} = await session.send('Page.captureScreenshot', {format: 'webp', quality: 85})
  writeFileSync(`${folder}${scene.name}.webp`, data, 'base64')
  await context.close()
  console.log(`examples/pictures/${scene.name}.webp`)
}
await browser.close()
site.close()
