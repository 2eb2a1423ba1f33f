/** Glossary pages (the format `html`) in a browser, opened as files, with the content security policy that they state. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {BrowserContextOptions, Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {html} from '../../src/formats.js'
import {mergeGlossaries} from '../../src/index.js'
import {describeInBrowser} from '../support/browser.js'
import {createTemporaryFolder} from '../support/command.js'
import {exampleAnnotation, exampleStory, krypton, vessik} from '../support/dictionaries.js'
import {violations} from '../support/violations.js'

const shown = (page: Page) => page.locator('.xg-glossary > div:visible dfn').allInnerTexts()

describeInBrowser('a glossary page', ({open}) => {
  const folder = createTemporaryFolder()
  const stories = [{...exampleAnnotation, source: exampleStory, title: 'The salt road', href: 'salt-road.html'}]
  const glossary = mergeGlossaries([vessik, {...exampleAnnotation.glossary, language: vessik.language}])
  const files = {vessik: html.write(glossary, {stories}), krypton: html.write(krypton)}
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.html`), text)
  const page = async (name: keyof typeof files = 'vessik', options: BrowserContextOptions = {}) => {
    const at = await open(pathToFileURL(join(folder, `${name}.html`)).href, options)
    return at
  }

  test('search narrows the list by words and meanings, whatever the case, accent or apostrophe', async () => {
    const at = await page()
    const search = at.getByRole('searchbox', {name: 'Search'})
    const all = await shown(at)
    expect(all).toHaveLength(glossary.entries.length)
    await search.fill('NA’Ollím')
    await expect.poll(async () => (await shown(at)).length).toBeLessThan(all.length)
    expect(await shown(at)).toContain("na'ollim")
    expect(await at.getByRole('status').innerText()).toMatch(/^\d+ of \d+$/u)
    await search.fill('lost ulmeth')
    await expect.poll(() => shown(at)).toContain('ulmeth')
    // Only the letters that have something are left.
    const lettersAndHeadings = () => Promise.all(['nav li:visible', 'main > section:visible h2'].map((each) => at.locator(each).allInnerTexts()))
    await expect
      .poll(async () => {
        const [letters, headings] = await lettersAndHeadings()
        return letters?.join() === headings?.join() && (headings?.length ?? 0) > 0
      })
      .toBe(true)
    await search.fill('no such word at all')
    await expect.poll(() => shown(at)).toEqual([])
    await search.fill('')
    await expect.poll(() => shown(at)).toEqual(all)
  })

  test('a link leads to its entry, also when the search does not show it', async () => {
    const at = await page()
    await at.getByRole('searchbox').fill('salt-friend')
    await expect.poll(() => shown(at)).toEqual(["ammeri'"])
    await at.getByRole('link', {name: 'vess', exact: true}).click()
    await expect.poll(async () => (await shown(at)).length).toBe(glossary.entries.length)
    const entry = at.locator('.xg-glossary > div:target')
    expect(await entry.locator('dfn').innerText()).toBe('vess')
    expect(await entry.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900)
  })

  test('without scripts it is the whole list, with letters', async () => {
    const at = await page('vessik', {javaScriptEnabled: false})
    expect(await shown(at)).toHaveLength(glossary.entries.length)
    expect(await at.locator('input').count()).toBe(0)
    expect(await at.locator('nav a').count()).toBeGreaterThan(5)
  })

  test('on paper there are no controls', async () => {
    const at = await page()
    await at.emulateMedia({media: 'print'})
    expect(await at.locator('.tools').isVisible()).toBe(false)
    expect(await shown(at)).toHaveLength(glossary.entries.length)
  })

  test.each([{colorScheme: 'light'}, {colorScheme: 'dark', hasTouch: true, isMobile: true, viewport: {width: 360, height: 640}}] as const)(
    'axe finds nothing: $colorScheme',
    async (options) => {
      for (const name of ['vessik', 'krypton'] as const) {
        const at = await page(name, options)
        const errors: string[] = []
        at.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
        await at.reload()
        expect(await violations(at)).toEqual([])
        expect(errors).toEqual([])
        expect(await at.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
      }
    },
  )
})
