/** The browser extension and the userscript, in Chromium, on pages in the markup of archives. */
import {readFileSync} from 'node:fs'
import {unzipSync} from 'fflate'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {importDictionary} from '../../examples/extension/import-dictionary.js'
import type {Area} from '../../examples/extension/site-switch.js'
import {loadDictionaries, loadGlossaries, saveChapter, saveDictionary} from '../../examples/extension/store.js'
import {annotate} from '../../src/index.js'
import {ao3, CHAPTERS, fanfiction, plain, royalRoad, wattpad} from '../support/archive-pages.js'
import {buildExtension, launchWithExtension, writeManifest} from '../support/extension.js'
import {hasBrowser} from '../support/page-server.js'

const WORK = 'https://archiveofourown.org/works/4711'
const PAGES = {
  [`${WORK}/chapters/1`]: ao3(CHAPTERS.first),
  [`${WORK}/chapters/2`]: ao3(CHAPTERS.second),
  'https://archiveofourown.org/works/9/chapters/1': ao3(['Nobody said a word on the ferry.', 'The river was wide, and the night was long.'], 'Silence'),
  'https://archiveofourown.org/works/8/chapters/1': ao3(['The sorul burned low on the ferry.', 'He lit the other sorul, and the river was bright.'], 'Lamps'),
  'https://www.fanfiction.net/s/123/1/The-Ferry': fanfiction(CHAPTERS.first),
  'https://www.royalroad.com/fiction/55/the-ferry/chapter/66/one': royalRoad(CHAPTERS.first),
  'https://www.wattpad.com/88-the-ferry-chapter-1': wattpad(CHAPTERS.first.slice(0, 2)),
  'https://stories.example/ferry.html': plain(CHAPTERS.first),
}

const TERMS = {Tovash: 'water', beru: 'deep'}
const lineOf = (page: Page) => page.locator('.xg-utterance').first()

describe.skipIf(!hasBrowser)('the extension', () => {
  let built: ReturnType<typeof buildExtension>
  let browser: Awaited<ReturnType<typeof launchWithExtension>>
  let context: BrowserContext

  beforeAll(async () => {
    built = buildExtension()
    // A click on the toolbar, which gives the extension one page, cannot be tested: this copy has the page from the start.
    const {manifest, folder} = built
    writeManifest(folder, {...manifest, permissions: [...manifest.permissions, 'scripting'], host_permissions: ['https://stories.example/*']})
    browser = await launchWithExtension(folder, PAGES)
    context = browser.context
  }, 120_000)
  afterAll(() => context?.close())

  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(address)
    return page
  }
  /** The popup of a page, as a page of its own. */
  const openPopup = async (page: Page): Promise<Page> => {
    await page.bringToFront()
    const popup = await context.newPage()
    const address = `chrome-extension://${browser.id}/popup.html`
    await popup.goto(address)
    const number = await popup.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? 0, page.url()).catch(() => 0)
    // Without access to the address: by the order of the tabs.
    const id = number || (await popup.evaluate(async (index) => (await chrome.tabs.query({currentWindow: true}))[index]?.id, context.pages().indexOf(page)))
    await popup.goto(`${address}?tab=${id}`)
    return popup
  }

  test('asks for activeTab and storage alone, and for scripting when it is needed', () => {
    const {manifest} = built
    expect(manifest.permissions).toEqual(['activeTab', 'storage'])
    expect(manifest.optional_permissions).toEqual(['scripting'])
    expect(manifest).not.toHaveProperty('host_permissions')
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest.content_security_policy.extension_pages).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'",
    )
    for (const {matches} of manifest.content_scripts) for (const match of matches) expect(match).toMatch(/^https:\/\/(?:www\.)?[a-z]+\.(?:org|net|com)\//u)
  })

  test.each(Object.keys(PAGES).filter((address) => !/works\/[89]|example|chapters\/2/u.test(address)))('%s', async (address) => {
    const page = await open(address)
    await lineOf(page).waitFor()
    expect(await page.locator('.xg-utterance').first().innerText()).toMatch(/^Tovash beru/u)
    await lineOf(page).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.xg-tip').innerText()).toContain('The water is deep today.')
    await page.close()
  })

  test('leaves what is not the story alone; a page that grows is read again', async () => {
    const page = await open(`${WORK}/chapters/1`)
    await lineOf(page).waitFor()
    expect(await page.locator('#header .xg-utterance, #comments_placeholder .xg-utterance').count()).toBe(0)
    const growing = await open('https://www.wattpad.com/88-the-ferry-chapter-1')
    await lineOf(growing).waitFor()
    expect(await growing.locator('.xg-utterance').count()).toBe(1)
    await growing.evaluate((line) => {
      const paragraph = Object.assign(document.createElement('p'), {textContent: line})
      document.querySelector('pre')?.append(paragraph)
    }, CHAPTERS.first[3])
    await growing.locator('.xg-utterance', {hasText: 'Sessel om tarrin'}).waitFor()
    expect(await growing.locator('.xg-data').count()).toBe(1)
    await Promise.all([page.close(), growing.close()])
  })

  test('the popup shows what the chapters that were read teach, and saves it for other programs', async () => {
    const first = await open(`${WORK}/chapters/1`)
    await lineOf(first).waitFor()
    const popup = await openPopup(first)
    await popup.getByText('Learnt from 1 chapter of The Ferry').waitFor()
    expect(await popup.locator('#status').innerText()).toMatch(/^\d+ lines and words have tips\.$/u)
    expect(await popup.locator('#glossary').innerText()).toContain('beru')
    expect(await popup.locator('#glossary').innerText()).not.toContain('ollan')
    const second = await open(`${WORK}/chapters/2`)
    await lineOf(second).waitFor()
    const later = await openPopup(second)
    await later.getByText('Learnt from 2 chapters of The Ferry').waitFor()
    expect(await later.locator('#glossary').innerText()).toMatch(/ollan/u)
    const saved = async (format: string) => {
      await later.locator('#format').selectOption(format)
      const [download] = await Promise.all([later.waitForEvent('download'), later.locator('#save').click()])
      return {name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path()))}
    }
    const csv = await saved('csv')
    expect(csv.name).toBe('The-Ferry.csv')
    expect(new TextDecoder().decode(csv.bytes)).toMatch(/beru/u)
    const stardict = await saved('stardict')
    expect(stardict.name).toBe('The-Ferry-stardict.zip')
    expect(Object.keys(unzipSync(stardict.bytes)).some((name) => name.endsWith('.ifo'))).toBe(true)
    expect((await saved('yomitan')).name).toMatch(/\.zip$/u)
    expect((await saved('anki')).bytes.length).toBeGreaterThan(100)
    await later.locator('#forget').click()
    await later.getByText('Nothing learnt of this story yet.').waitFor()
    await Promise.all([first, popup, second, later].map((page) => page.close()))
  })

  test('tips are turned off and on for a site', async () => {
    const page = await open(`${WORK}/chapters/1`)
    await lineOf(page).waitFor()
    const popup = await openPopup(page)
    await popup.locator('#on').uncheck()
    await popup.getByText('Tips are off here.').waitFor()
    expect(await page.locator('#chapters .xg-utterance, #chapters .xg-data').count()).toBe(0)
    await page.reload()
    await page.waitForTimeout(500)
    expect(await page.locator('.xg-utterance').count()).toBe(0)
    const again = await openPopup(page)
    await again.locator('#on').check()
    await lineOf(page).waitFor()
    await Promise.all([page, popup, again].map((each) => each.close()))
  })

  test('a dictionary is imported, and a file that is none is refused', async () => {
    const silent = await open('https://archiveofourown.org/works/9/chapters/1')
    const other = await openPopup(silent)
    await other.getByText('No line of an invented language was found here.').waitFor()
    const page = await open('https://archiveofourown.org/works/8/chapters/1')
    const popup = await openPopup(page)
    const put = (name: string, text: string) => popup.locator('#file').setInputFiles({name, mimeType: 'text/plain', buffer: Buffer.from(text)})
    await put('words.json', '{"entries": "<script>"}')
    await expect.poll(() => popup.locator('#problem').innerText()).toMatch(/words\.json/u)
    await put('words.exe', 'x')
    await expect.poll(() => popup.locator('#problem').innerText()).toBe('words.exe: dictionaries are read from .json, .csv and .tsv')
    const entries = [{headword: 'sorul', senses: ['a <img src=x onerror=alert(1)> lamp']}]
    await put('words.json', JSON.stringify({language: 'art-x-ferry', entries}))
    await popup.getByText('words.json, 1 entries').waitFor()
    expect(await popup.locator('#problem').innerText()).toBe('')
    await page.reload()
    await page.locator('.xg-term', {hasText: 'sorul'}).first().hover()
    await expect.poll(() => page.locator('.xg-tip').innerText()).toContain('a <img src=x onerror=alert(1)> lamp')
    expect(await page.locator('img').count()).toBe(0)
    await popup.getByText('Remove').click()
    await expect.poll(() => popup.locator('#imported li').count()).toBe(0)
    await Promise.all([silent, other, page, popup].map((each) => each.close()))
  })

  test('any page on click', async () => {
    const page = await open('https://stories.example/ferry.html')
    const popup = await openPopup(page)
    expect(await popup.locator('#read').innerText()).toBe('The extension does not run on this page.')
    await popup.locator('#here').click()
    await lineOf(page).waitFor()
    await Promise.all([page.close(), popup.close()])
  })

  test('nothing was asked for but the pages that were opened', () => {
    expect(browser.requested.filter((address) => !Object.hasOwn(PAGES, address) && !address.endsWith('/favicon.ico'))).toEqual([])
  })

  test('the userscript does the same', async () => {
    expect(built.userscript).toMatch(/^\/\/ ==UserScript==\n/u)
    const page = await context.newPage()
    await page.route('https://www.fanfiction.net/**', (route) =>
      route.fulfill({body: plain(CHAPTERS.first).replace('<article', '<article id="storytext"'), contentType: 'text/html'}),
    )
    // Without the extension, which knows this site, too.
    const popup = await openPopup(page)
    await popup.evaluate(() => chrome.storage.local.set({'off:www.fanfiction.net': true}))
    await page.goto('https://www.fanfiction.net/s/9/1/')
    await page.addScriptTag({content: built.userscript})
    await lineOf(page).waitFor()
    await Promise.all([page.close(), popup.close()])
  })
})

describe('storage', () => {
  const {glossaries} = annotate(CHAPTERS.first.join('\n\n'), {terms: TERMS})
  /** A store with room for so many characters. */
  const createArea = (room: number): Area & {items: Record<string, unknown>} => {
    const items: Record<string, unknown> = {}
    return {
      items,
      get: async (keys) => (keys === null ? {...items} : Object.fromEntries(keys.flatMap((key) => (key in items ? [[key, items[key]]] : [])))),
      set: async (added) => {
        if (JSON.stringify({...items, ...added}).length > room) throw new Error('QUOTA_BYTES quota exceeded')
        Object.assign(items, added)
      },
      remove: async (keys) => {
        for (const key of keys) delete items[key]
      },
    }
  }

  test('chapters of a work are joined, each once', async () => {
    const area = createArea(1e6)
    for (const chapter of ['1', '2', '2']) await saveChapter(area, {work: 'w', chapter, title: 'Ferry'}, glossaries)
    const {glossaries: joined, chapters} = await loadGlossaries(area, 'w')
    expect(chapters).toBe(2)
    expect(joined.map(({language}) => language)).toEqual(glossaries.map(({language}) => language))
    expect(await loadGlossaries(area, 'other')).toEqual({glossaries: [], chapters: 0})
  })

  test('a full storage forgets what was not read for longest', async () => {
    const room = JSON.stringify(glossaries).length * 2.5
    const area = createArea(room)
    const save = (work: string) => saveChapter(area, {work, chapter: '1', title: work}, glossaries)
    expect(await save('one')).toEqual([])
    expect(await save('two')).toEqual([])
    expect(await save('one')).toEqual([])
    expect(await save('three')).toEqual(['two'])
    expect(await saveChapter(createArea(100), {work: 'four', chapter: '1', title: 'four'}, glossaries)).toBe(undefined)
    await expect(saveDictionary(createArea(10), 'words', {language: 'art-x-ferry', entries: []})).rejects.toThrow('There is no room for this dictionary')
    expect(await loadDictionaries(area)).toEqual([])
  })

  test('dictionaries of strangers', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(importDictionary('a.csv', bytes('headword,senses\nsorul,lamp\n')).entries).toMatchObject([{headword: 'sorul'}])
    expect(() => importDictionary('a.json', bytes('{'))).toThrow(/a\.json: not JSON/u)
    expect(() => importDictionary('a.json', new Uint8Array(3_000_001))).toThrow('a.json has 3000001 bytes; a dictionary may have 3000000')
    expect(() => importDictionary('constructor', bytes(''))).toThrow('dictionaries are read from .json, .csv and .tsv')
    const many = Array.from({length: 20_001}, (_, i) => ({headword: `w${i}`}))
    expect(() => importDictionary('a.json', bytes(JSON.stringify({language: 'art-x-ferry', entries: many})))).toThrow('a.json has 20001 entries')
  })
})
