/** The pictures of README: there, light, and still of what the reader shows. `npx tsx tests/pictures.ts` makes them. */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import {play, scenes} from '../support/scenes.js'

const folder = fileURLToPath(new URL('../../examples/pictures/', import.meta.url))
const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')

test('there is a picture of every scene and of nothing else, and README names no other', () => {
  const pictures = scenes.map(({name}) => `${name}.webp`)
  expect(readdirSync(folder).sort()).toEqual(pictures.toSorted())
  const named = Array.from(README.matchAll(/examples\/pictures\/([^)\s"]+)/gu), ([, name]) => name)
  expect(named.filter((name) => !pictures.includes(name as string))).toEqual([])
})

test('they are light: 60 KB each, 250 KB all together', () => {
  const sizes = readdirSync(folder).map((name) => statSync(`${folder}${name}`).size)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(60_000)
  expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(250_000)
})

describeInBrowser('what the pictures show', ({put, open}) => {
  test.each(scenes)('$name', async (scene) => {
    const page = await open('about:blank', scene.options)
    await play(scene, page, put('/scene', scene.story()))
  })

  test('an interlinear line has every word over its gloss, and the translation under them', async () => {
    const scene = scenes.find(({name}) => name === 'interlinear') as (typeof scenes)[number]
    const page = await open('about:blank', scene.options)
    await play(scene, page, put('/scene', scene.story()))
    const boxes = await page
      .locator('.xg-pair')
      .first()
      .locator('span')
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().toJSON()))
    const [word, gloss] = boxes as [DOMRect, DOMRect]
    expect(gloss.top).toBeGreaterThanOrEqual(word.bottom - 1)
    expect(gloss.left).toBe(word.left)
    const free = await page.locator('.xg-free').first().boundingBox()
    expect(free?.y).toBeGreaterThanOrEqual(gloss.bottom - 1)
  })
})
