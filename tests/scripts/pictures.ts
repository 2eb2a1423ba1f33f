/** `npx tsx tests/pictures.ts`: makes the pictures of README anew, in examples/pictures. As WebP, for they are a fifth of PNG. */
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {launch, place} from '../support/place.js'
import {play, scenes} from '../support/scenes.js'

const folder = fileURLToPath(new URL('../../examples/pictures/', import.meta.url))
// Letters without colour at their edges, of the same shape on every screen.
const browser = await launch('--disable-lcd-text', '--font-render-hinting=none')
const site = await place()
for (const scene of scenes) {
  const context = await browser.newContext(scene.options)
  const page = await context.newPage()
  await play(scene, page, site.put('/scene', scene.story()))
  const session = await context.newCDPSession(page)
  const {data} = await session.send('Page.captureScreenshot', {format: 'webp', quality: 85})
  writeFileSync(`${folder}${scene.name}.webp`, data, 'base64')
  await context.close()
  console.log(`examples/pictures/${scene.name}.webp`)
}
await browser.close()
site.close()
