/** The example plugin of Obsidian, in a page that stands for a vault. Its types are checked against Obsidian's by `npm run typecheck`. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import type {Vault} from '../support/vault-page.js'

declare const vault: Vault

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The translation of the second line is a paragraph of its own, which Obsidian renders by itself. */
const NOTE = `# The weir

“Ullen,” said the keeper of the weir, and dipped her hand into the basin. (Cold.)

“Ullen mar teshi,” she said to the heron.

(The water is cold.)

The heron stood on one leg and did not answer. *Teshi*, it may have thought.`

describeInBrowser('the plugin of Obsidian', ({publish, open}) => {
  beforeAll(async () => {
    const {outputFiles} = await build({
      entryPoints: {vault: `${root}tests/support/vault-page.ts`, styles: `${root}src/reader/reader.css`},
      alias: {obsidian: `${root}tests/support/fake-obsidian.ts`},
      bundle: true,
      format: 'esm',
      write: false,
      outdir: '/',
      logOverride: {'ignored-bare-import': 'silent'},
    })
    for (const {path, text} of outputFiles) publish(path, text)
  })
  const openVault = async (): Promise<Page> => {
    const head = '<meta charset="utf-8"><title>Vault</title><link rel="stylesheet" href="/styles.css"><script type="module" src="/vault.js"></script>'
    const page = await open(publish('/vault.html', `<!doctype html><html lang="en"><head>${head}</head><body></body></html>`))
    await page.waitForFunction(() => 'vault' in globalThis)
    return page
  }
  const openNote = (page: Page, markdown: string, frontmatter?: object) =>
    page.evaluate(([text, options]) => vault.openNote('weir.md', text, options), [markdown, frontmatter] as const)
  const lines = (page: Page) => page.locator('.xg-utterance')
  const tip = (page: Page) => page.locator('.xg-tip:popover-open')

  test('in reading view lines and words have tips, also where the translation is in another section', async () => {
    const page = await openVault()
    await openNote(page, NOTE, {xenogloss: {lang: 'art-x-weir'}})
    const line = page.locator('.xg-utterance[lang=art-x-weir]', {hasText: 'Ullen mar teshi'})
    await line.waitFor()
    await line.focus()
    await page.keyboard.press('Enter')
    expect(await tip(page).innerText()).toContain('The water is cold.')
    await page.keyboard.press('Escape')
    await line.locator('.xg-term', {hasText: 'Ullen'}).hover()
    await expect.poll(() => tip(page).innerText()).toMatch(/^ullen\s+cold/u)
  })

  test('a section that is rendered anew is annotated anew, once', async () => {
    const page = await openVault()
    await openNote(page, NOTE)
    await expect.poll(() => lines(page).allInnerTexts()).toContain('Ullen mar teshi,')
    await page.evaluate(() => vault.replaceSection(2, '“Mar teshi ullen,” she said to the heron.'))
    await expect.poll(() => lines(page).allInnerTexts()).toContain('Mar teshi ullen,')
    expect(await lines(page).allInnerTexts()).not.toContain('Ullen mar teshi,')
    expect(await page.locator('.xg-utterance .xg-utterance').count()).toBe(0)
    expect(await page.locator('.xg-data').count()).toBe(1)
  })

  test('a command shows the glossary of the note that is open', async () => {
    const page = await openVault()
    const check = () => page.evaluate(() => vault.plugin.commands[0]?.checkCallback(true))
    expect(await check()).toBe(false)
    await openNote(page, NOTE)
    expect(await check()).toBe(true)
    expect(await page.locator('.modal').count()).toBe(0)
    await page.evaluate(() => vault.plugin.commands[0]?.checkCallback(false))
    await page.locator('.modal dt').first().waitFor()
    expect(await page.locator('.modal h2').innerText()).toBe('Words in weir')
    const words = await page
      .locator('.modal .xg-glossary > div')
      .evaluateAll((all) => all.map(({children}) => Array.from(children, (child) => child.textContent)))
    expect(words).toContainEqual(['ullen', 'cold'])
    await openNote(page, 'The heron stood on one leg.')
    await page.evaluate(() => vault.plugin.commands[0]?.checkCallback(false))
    await expect.poll(() => page.locator('.modal').last().innerText()).toContain('Nothing foreign was found')
  })

  test('a wrong option in the front matter is said, and the note stays as it is', async () => {
    const page = await openVault()
    await openNote(page, NOTE, {xenogloss: {treshold: 1}})
    await expect.poll(() => page.locator('.notice').allInnerTexts()).toEqual([expect.stringMatching(/treshold.*threshold/u)])
    expect(await lines(page).count()).toBe(0)
  })

  test('when the plugin is turned off, notes are as Obsidian rendered them', async () => {
    const page = await openVault()
    const html = () => page.locator('.markdown-preview-view').evaluate((view) => view.outerHTML)
    const before = await page.evaluate((text) => {
      vault.openNote('weir.md', text)
      return document.querySelector('.markdown-preview-view')?.outerHTML
    }, NOTE)
    await expect.poll(() => lines(page).count()).toBeGreaterThan(0)
    await page.evaluate(() => vault.plugin.onunload())
    // What was being annotated is taken out in the page's next turn.
    await expect.poll(html).toBe(before)
  })
})

test('its manifest has what Obsidian requires', () => {
  const manifest = JSON.parse(readFileSync(`${root}examples/obsidian/manifest.json`, 'utf8'))
  const {version} = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  expect(manifest).toEqual({
    id: expect.stringMatching(/^[a-z-]+$/u),
    name: expect.any(String),
    version,
    minAppVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/u),
    description: expect.stringMatching(/\.$/u),
    author: expect.any(String),
    isDesktopOnly: false,
  })
})
