/** `xenogloss serve` in Chromium: the story and its words beside it, the file that is followed, and the glossary file behind the decisions. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {json} from '../../src/formats.js'
import type {Entry, Glossary} from '../../src/index.js'
import {describeInBrowser} from '../support/browser.js'
import {createTemporaryFolder, type Running, STORY, start} from '../support/command.js'
import {violations} from '../support/violations.js'

const HOSTILE = `<script>globalThis.hacked = 1</script><img src="x" onerror="globalThis.hacked = 2"><svg onload="globalThis.hacked = 3"></svg>
<a href="javascript:globalThis.hacked = 4">here</a><iframe src="https://evil.example/"></iframe><p onclick="globalThis.hacked = 5">“Sorul vessin,” said Oda. (The lamp is lit.)</p>`
const entry = (page: Page, word: string) => page.locator(`.xg-data div[id$="${word}"]`)

describeInBrowser('a served story', (site) => {
  const cwd = createTemporaryFolder()
  const [story, glossary, hostile] = ['story.md', 'words.json', 'hostile.html'].map((name) => join(cwd, name)) as [string, string, string]
  const running: Running[] = []
  const serve = async (...args: readonly string[]): Promise<string> => {
    const server = start(['serve', ...args], {cwd})
    running.push(server)
    return (await server.waitFor(/http:\/\/\S+?:\d+\//u))[0]
  }
  let address = ''
  let hostileAddress = ''
  const errors: string[] = []
  beforeAll(async () => {
    writeFileSync(story, STORY)
    writeFileSync(hostile, HOSTILE)
    ;[address, hostileAddress] = await Promise.all([serve('story.md', '--glossary', 'words.json'), serve('hostile.html')])
  }, 60_000)
  afterAll(async () => {
    for (const server of running) server.process.kill('SIGINT')
    for (const server of running) expect((await server.ended).code).toBe(0)
  })

  const open = async (options: BrowserContextOptions = {}, at = address) => {
    const page = await site.open('about:blank', {viewport: {width: 1280, height: 800}, ...options})
    page.setDefaultTimeout(20_000)
    errors.length = 0
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(at)
    await page.locator('.story .xg-utterance').first().waitFor({state: 'attached'})
    return page
  }
  const inFile = (word: string): Entry | undefined =>
    existsSync(glossary) ? (JSON.parse(readFileSync(glossary, 'utf8')) as Glossary).entries.find(({headword}) => headword === word) : undefined
  const poll = <T>(read: () => T) => expect.poll(read, {timeout: 20_000})

  test('a decision lands in the file, in tips and in other pages, and is taken back', async () => {
    const page = await open()
    const other = await open()
    await page.getByRole('button', {name: 'Edit sorul'}).click()
    await page.getByRole('textbox', {name: 'Meanings of sorul'}).fill('beacon')
    await page.keyboard.press('Enter')
    await page.getByText('words.json: saved').waitFor()
    expect(inFile('sorul')).toMatchObject({senses: [{definition: 'beacon', status: 'accepted'}]})
    // Counts and places belong to `glossary learn`.
    expect(inFile('sorul')).not.toHaveProperty('evidence')
    await poll(() => entry(page, 'sorul').textContent()).toContain('beacon')
    await page.locator('.story .xg-term', {hasText: 'Sorul'}).first().hover()
    await page.locator('.xg-tip').getByText('beacon').waitFor()
    await poll(() => other.locator('.xg-row', {hasText: 'sorul'}).innerText()).toContain('beacon')
    await page.getByRole('button', {name: 'Undo'}).click()
    await poll(() => inFile('sorul')).toBeUndefined()
    await poll(() => entry(page, 'sorul').textContent()).not.toContain('beacon')
    expect(errors).toEqual([])
  })

  test('changes of the story are shown at the same place, with the decisions; errors are said, and go', async () => {
    const long = `${STORY}${Array.from({length: 60}, (_, index) => `\nEvening ${index} was like the one before it.\n`).join('')}`
    writeFileSync(story, long)
    const page = await open()
    const column = page.locator('.text')
    const evening = page.locator('.story p', {hasText: 'Evening 40 '})
    await evening.evaluate((paragraph) => paragraph.scrollIntoView({block: 'start'}))
    const topOf = () => evening.evaluate((paragraph) => Math.round(paragraph.getBoundingClientRect().top))
    const before = await topOf()
    await page.getByRole('button', {name: 'Reject kettu'}).click()
    await page.getByText('words.json: saved').waitFor()
    writeFileSync(story, `A beginning.\n\nAnd more of it.\n\n${long}`)
    await page.locator('.story p', {hasText: 'A beginning.'}).waitFor({state: 'attached'})
    expect(Math.abs((await topOf()) - before)).toBeLessThan(3)
    expect(await column.evaluate((element) => element.scrollTop)).toBeGreaterThan(100)
    expect(await page.getByRole('button', {name: 'Reject kettu'}).getAttribute('aria-pressed')).toBe('true')
    writeFileSync(story, new Uint8Array([0x61, 0xff]))
    await page.getByRole('alert').getByText('story.md: invalid UTF-8').waitFor()
    expect(await page.locator('.story .xg-utterance').count()).toBeGreaterThan(0)
    writeFileSync(story, STORY)
    await page.getByRole('alert').waitFor({state: 'detached'})
    await poll(() => page.locator('.story p', {hasText: 'A beginning.'}).count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('a glossary that another program changes is loaded; decisions about its former state are asked for', async () => {
    const page = await open()
    const write = (name: string) =>
      writeFileSync(
        glossary,
        json.write({
          language: 'art-x-unknown',
          entries: [
            {headword: name, senses: ['new']},
            {headword: 'sorul', senses: ['lantern'], notes: 'mine'},
          ],
        }),
      )
    write('zzorreth')
    await page.getByText('words.json: changed elsewhere, loaded').waitFor()
    await poll(() => page.locator('.xg-cell-word bdi').allInnerTexts()).toContain('zzorreth')
    // The page does not hear of this change: it has no connection.
    await page.route('**/work', (route) => route.abort())
    write('zzul')
    await page.getByRole('alert').getByText('xenogloss does not answer').waitFor()
    await page.getByRole('button', {name: 'Reject sorul'}).click()
    await page.getByRole('alert').getByText('changed by another program').waitFor()
    expect(inFile('sorul')).not.toHaveProperty('status')
    await page.unroute('**/work')
    await page.getByRole('button', {name: 'Load it and apply my decision'}).click()
    await page.getByText('words.json: saved').waitFor()
    expect([inFile('sorul'), inFile('zzul')]).toMatchObject([{status: 'rejected', notes: 'mine'}, {senses: ['new']}])
    expect(inFile('zzorreth')).toBeUndefined()
  })

  test('a story and a glossary from strangers: nothing in them runs; without a file decisions are kept until the end', async () => {
    const page = await open({}, hostileAddress)
    await page.getByText('kept until xenogloss ends').waitFor()
    await page.locator('.story a', {hasText: 'here'}).click()
    expect(await page.evaluate(() => (globalThis as unknown as {hacked?: number}).hacked)).toBeUndefined()
    expect(await page.locator('.story').evaluate((root) => root.innerHTML.match(/<(?:script|style|iframe|svg)\b|\son\w+=|javascript:/gu))).toBeNull()
    await page.getByRole('button', {name: 'Edit sorul'}).click()
    await page.getByRole('textbox', {name: 'Meanings of sorul'}).fill('<img src=x onerror="globalThis.hacked = 6">')
    await page.keyboard.press('Enter')
    await poll(() => entry(page, 'sorul').textContent()).toContain('onerror')
    await page.reload()
    await poll(() => page.locator('.xg-row', {hasText: 'sorul'}).innerText()).toContain('onerror')
    expect(await page.evaluate(() => (globalThis as unknown as {hacked?: number}).hacked)).toBeUndefined()
    await page.getByRole('button', {name: 'Download'}).click()
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'xenogloss (JSON, with decisions)'}).click()])
    expect(readFileSync(await saved.path(), 'utf8')).toContain('onerror')
    const [book] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'E-book (EPUB)', exact: true}).click()])
    expect([
      book.suggestedFilename(),
      readFileSync(await book.path())
        .subarray(0, 2)
        .toString(),
    ]).toEqual(['hostile.epub', 'PK'])
    expect(errors.filter((text) => !/Content.Security.Policy|javascript:/iu.test(text))).toEqual([])
  })

  test('on a narrow phone axe finds nothing, nothing is too wide, and remarks and reasons are there', async () => {
    const page = await open({colorScheme: 'dark', hasTouch: true, isMobile: true, viewport: {width: 320, height: 568}})
    for (const name of ['Words', 'Remarks', 'Why?', 'Story']) {
      await page.getByRole('navigation', {name: 'Views'}).getByRole('button', {name}).click()
      expect(await violations(page), name).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), name).toBe(false)
      // What is fixed is cut off without making the page wider.
      const isCut = (nav: HTMLElement) => [...nav.children].some((button) => button.getBoundingClientRect().right > innerWidth || button.clientHeight > 45)
      expect(await page.getByRole('navigation', {name: 'Views'}).evaluate(isCut), name).toBe(false)
    }
    await page.locator('.story .xg-term').first().click()
    await page.locator('.xg-tip').getByRole('button', {name: 'Why?'}).click()
    await page.getByRole('heading', {name: 'The word'}).waitFor()
    // The file is the author's: the page fixes nothing in it.
    expect(await page.getByRole('button', {name: /^Fix/u}).count()).toBe(0)
    expect(errors).toEqual([])
  })
})
