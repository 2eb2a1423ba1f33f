/** The example sites, built by their own tools and read in a browser: tips open on lines and words, by pointer and by keyboard. */
import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import {buildSite, exampleSites, serveSite} from '../support/sites.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string; devDependencies: Record<string, string>}

const tip = (page: Page) => page.locator('.xg-tip:popover-open')
const showsTip = (page: Page, text: string) => expect.poll(() => tip(page).innerText()).toContain(text)

/** Moves the focus by the keyboard alone until the line has it. */
async function tabTo(page: Page, line: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith(line)) return
  }
  throw new Error(`No tab stop at ${line}`)
}

describeInBrowser('the example sites', ({open}) => {
  const sites = new Map<string, Awaited<ReturnType<typeof serveSite>>>()
  beforeAll(async () => {
    // The longest builds first, two at a time.
    const waiting = [...exampleSites].reverse()
    const buildNext = async (): Promise<void> => {
      const site = waiting.pop()
      if (!site) return
      sites.set(site.name, await serveSite(await buildSite(site)))
      await buildNext()
    }
    await Promise.all([buildNext(), buildNext()])
  }, 240_000)
  afterAll(() => {
    for (const {close} of sites.values()) close()
  })

  test.each(exampleSites)('$name', async ({name, line: [line, translation], word: [word, meaning]}) => {
    const page = await open('about:blank')
    /** What the browser complains of: a script that failed, or a page that a framework could not take over. */
    const problems: string[] = []
    page.on('pageerror', (error) => void problems.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await page.goto(sites.get(name)?.address as string)
    const utterance = page.locator('.xg-utterance', {hasText: line}).first()
    const term = utterance.locator('.xg-term', {hasText: word}).first()
    // The reader is there once its button is.
    await page.locator('.xg-open').waitFor()
    expect(await page.locator('.xg-open').count()).toBe(1)

    // What stands behind the last word belongs to the line alone.
    const end = (await utterance.locator('.xg-term').last().boundingBox())!
    await page.mouse.move(end.x + end.width + 1, end.y + end.height / 2)
    await showsTip(page, translation)
    await term.hover()
    await showsTip(page, meaning)
    await page.mouse.move(1, 1)
    await tip(page).waitFor({state: 'detached'})

    await tabTo(page, line)
    await showsTip(page, translation)
    const words = await utterance.locator('.xg-term').allTextContents()
    for (let steps = 0; steps <= words.indexOf(word); steps++) await page.keyboard.press('ArrowRight')
    await showsTip(page, meaning)
    await page.keyboard.press('Escape')
    await tip(page).waitFor({state: 'detached'})

    // The style sheet is there: lines are set in italics.
    expect(await utterance.evaluate((element) => getComputedStyle(element).fontStyle)).toBe('italic')
    expect(problems).toEqual([])
  })
})

test('what a site depends on are the versions that it is tested with', () => {
  for (const {name} of exampleSites) {
    const {dependencies} = JSON.parse(readFileSync(join(root, 'examples/sites', name, 'package.json'), 'utf8')) as {dependencies: Record<string, string>}
    for (const [own, version] of Object.entries(dependencies)) {
      expect(own === 'xenogloss' ? `^${manifest.version}` : manifest.devDependencies[own], `${name}: ${own}`).toBe(version)
    }
  }
})

test('each has a small picture in the recipes', () => {
  const recipes = readFileSync(join(root, 'examples/README.md'), 'utf8')
  for (const {name} of exampleSites) {
    expect(recipes).toContain(`(sites/pictures/${name}.webp)`)
    expect(statSync(join(root, `examples/sites/pictures/${name}.webp`)).size).toBeLessThan(25_000)
  }
})
