/** The pictures in README: complete, small, and up to date. `npx tsx tests/scripts/pictures.ts` makes them. */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {annotate} from '../../src/index.js'
import {describeInBrowser} from '../support/browser.js'
import {playScene, scenes} from '../support/scenes.js'

const folder = fileURLToPath(new URL('../../examples/pictures/', import.meta.url))
const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const README = read('README.md')
const words = (text: string): string => text.replace(/\s+/gu, ' ').trim()

test('there is exactly one picture for every scene, and README uses no others', () => {
  const pictures = scenes.map(({name}) => `${name}.webp`)
  expect(readdirSync(folder).sort()).toEqual(pictures.toSorted())
  const used = Array.from(README.matchAll(/examples\/pictures\/([^)\s"]+)/gu), ([, name]) => name)
  expect(used.filter((name) => !pictures.includes(name as string))).toEqual([])
})

test('README quotes the example story, and what it says of the first picture is what the first command finds', () => {
  const story = read('examples/story/salt-road.md')
  const quoted = /```text\n(.+?)```/su.exec(README)?.[1] as string
  expect(words(story)).toContain(words(quoted))
  const [, line, translation] = /tip over the line (.+?) shows its translation, “(.+?)”/u.exec(README) as unknown as [string, string, string]
  const found = annotate(story).standoff.utterances.find(({start, end}) => story.slice(start, end).startsWith(line))
  expect(words(found?.translation ?? '')).toBe(translation)
  const {utterance} = scenes.find(({name}) => name === 'first') as (typeof scenes)[number]
  expect(utterance).toBe(line)
})

test('they are at most 60 KB each and 250 KB in total', () => {
  const sizes = readdirSync(folder).map((name) => statSync(`${folder}${name}`).size)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(60_000)
  expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(250_000)
})

describeInBrowser('the scenes of the pictures', ({publish, open}) => {
  test.each(scenes)('$name', async (scene) => {
    const page = await open('about:blank', scene.options)
    await playScene(scene, page, publish('/scene', scene.story()))
  })

  test('an interlinear example has every word over its gloss and the translation below', async () => {
    const scene = scenes.find(({name}) => name === 'interlinear') as (typeof scenes)[number]
    const page = await open('about:blank', scene.options)
    await playScene(scene, page, publish('/scene', scene.story()))
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
