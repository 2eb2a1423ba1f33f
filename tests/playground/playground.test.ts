/** The playground in Chromium: built once, served from a folder as any host would, and opened as a file. */
import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'
import type {BrowserContextOptions, Download, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
// @ts-expect-error an example without types
import {buildPlayground} from '../../examples/playground/build.js'
import {toEpub} from '../../src/epub.js'
import {json} from '../../src/formats.js'
import {annotate, type Glossary} from '../../src/index.js'
import {describeInBrowser} from '../support/browser.js'
import {createTemporaryFolder} from '../support/command.js'
import {exampleStory} from '../support/dictionaries.js'
import {docxOf, docxStory} from '../support/documents.js'
import {type FolderServer, serveFolder} from '../support/folder-server.js'
import {playPlaygroundScene} from '../support/playground-scene.js'
import {violations} from '../support/violations.js'

const folder = join(createTemporaryFolder(), 'playground')
const GERMAN =
  '„Sulvane tal okresh“, sagte sie leise und sah hinaus auf den Fluss. (Der Abend geht weiter.) Niemand antwortete ihr, und es wurde langsam dunkel über dem Wasser.\n\n„Sulvane mirrod“, sagte der alte Mann nach einer Weile und nahm den Hut ab. (Guten Abend, Wanderer.)'

/** A part of the example story, with elements of all kinds, for what does not depend on the story. */
const PART = exampleStory.split('\n\n').slice(26, 40).join('\n\n')

const word = (page: Page, text: string) => page.locator('.story .xg-term', {hasText: text}).first()
const view = (page: Page, name: string) => page.getByRole('navigation', {name: 'Views'}).getByRole('button', {name}).click()
const status = (page: Page) => page.locator('.progress output').innerText()

describeInBrowser('the playground', (site) => {
  let server: FolderServer
  const errors: string[] = []
  const requests: string[] = []
  beforeAll(async () => {
    await buildPlayground(folder)
    server = await serveFolder(folder)
  }, 60_000)
  afterAll(() => server?.close())

  /** Opens the page and remembers what goes wrong and what is asked for. */
  const start = async (options: BrowserContextOptions = {}, address = server.address) => {
    const page = await site.open('about:blank', {viewport: {width: 1280, height: 800}, ...options})
    // Annotating waits for the worker, on machines that have other things to do.
    page.setDefaultTimeout(30_000)
    errors.length = requests.length = 0
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(address)
    return page
  }
  const openExample = async (options?: BrowserContextOptions, address?: string) => {
    const page = await start(options, address)
    await page.getByRole('button', {name: 'Try the example story'}).click()
    await page.locator('.story .xg-utterance').first().waitFor()
    return page
  }
  const annotateText = async (page: Page, text: string) => {
    await page.getByRole('textbox', {name: 'Story'}).fill(text)
    await page.getByRole('button', {name: 'Annotate', exact: true}).click()
  }
  const openPart = async () => {
    const page = await start()
    await annotateText(page, PART)
    await page.locator('.story .xg-utterance').first().waitFor()
    return page
  }
  const openFile = (page: Page, name: string, content: string | Uint8Array) =>
    page.getByLabel('Open a file').setInputFiles({name, mimeType: 'application/octet-stream', buffer: Buffer.from(content)})
  const download = async (page: Page, name: string): Promise<{name: string; text: string}> => {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name, exact: true}).click()])
    return {name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8')}
  }

  test('what loads before the first story is small, and the annotator is not among it', () => {
    const weights = ['index.html', 'page.css', 'page.js'].map((name) => gzipSync(readFileSync(join(folder, name))).length)
    expect(weights.reduce((a, b) => a + b)).toBeLessThan(60_000)
    expect(readFileSync(join(folder, 'index.html'), 'utf8').match(/(?:src|href)="[^"]+"/gu)).toEqual(['href="page.css"', 'src="page.js"'])
  })

  test('the example story: marked as `annotate` does, in the reader, and nothing is asked of another host', async () => {
    const page = await openExample()
    const {standoff, glossary} = annotate(exampleStory)
    expect(await status(page)).toBe(`${standoff.utterances.length} lines, ${standoff.glosses.length} translations, ${standoff.terms.length} words`)
    expect(await page.locator('.xg-row').count()).toBe(glossary.entries.length)
    await word(page, 'beshul').hover()
    await page.locator('.xg-tip').getByText('cold', {exact: true}).waitFor()
    expect(requests.filter((url) => !url.startsWith(server.address))).toEqual([])
    expect(errors).toEqual([])
  })

  test('the picture of the README is small, and shows what is there', async () => {
    expect(statSync(new URL('../../examples/playground/playground.webp', import.meta.url)).size).toBeLessThanOrEqual(60_000)
    await playPlaygroundScene(await start(), server.address)
  })

  test('a decision is fed back at once, and downloaded', async () => {
    const page = await openExample()
    await page.getByRole('button', {name: 'Edit beshul'}).click()
    await page.getByRole('textbox', {name: 'Meanings of beshul'}).fill('frozen')
    await page.keyboard.press('Enter')
    await page.getByRole('button', {name: 'Reject kelemtha'}).click()
    // Both are one run; until it is done, the story shows what was before.
    await expect.poll(() => page.locator('.xg-data div[id$="beshul"]').textContent(), {timeout: 20_000}).toContain('frozen')
    await word(page, 'beshul').hover()
    await page.locator('.xg-tip').getByText('frozen').waitFor()
    expect(await page.getByRole('button', {name: 'Reject kelemtha'}).getAttribute('aria-pressed')).toBe('true')
    await page.mouse.move(5, 5)
    await view(page, 'Download')
    const {name, text} = await download(page, 'xenogloss (JSON, with decisions)')
    expect(name).toMatch(/\.json$/u)
    const glossary: Glossary = json.read(text)
    const senses = glossary.entries.find(({headword}) => headword === 'beshul')?.senses
    expect(senses).toMatchObject([
      {definition: 'frozen', certainty: 'attested'},
      {definition: 'cold', status: 'rejected'},
    ])
    const term = annotate(exampleStory, {dictionaries: [glossary]}).standoff.terms.find(({headword}) => headword === 'beshul')
    expect(term?.meaning).toBe('frozen')
    await view(page, 'Words')
    await page.getByRole('button', {name: 'Undo'}).click()
    await page.getByRole('button', {name: 'Undo'}).click()
    await expect.poll(() => page.locator('.xg-data div[id$="beshul"]').textContent(), {timeout: 20_000}).toContain('cold')
    expect(errors).toEqual([])
  })

  test('remarks are shown in the text, and fixed', async () => {
    const page = await openExample()
    await view(page, 'Remarks')
    const count = await page.locator('.remarks > li').count()
    expect(count).toBeGreaterThan(5)
    await page.locator('.remarks > li', {hasText: 'Thesa'}).getByRole('button', {name: 'Show in the text'}).click()
    const selected = await page.getByRole('textbox', {name: 'Story'}).evaluate((field: HTMLTextAreaElement) => {
      return field.value.slice(field.selectionStart, field.selectionEnd)
    })
    expect(selected).toBe('Thesa')
    await page.getByRole('button', {name: /^Fix all \d+$/u}).click()
    await expect.poll(() => page.locator('.remarks > li').count(), {timeout: 20_000}).toBeLessThan(count)
    expect(await page.getByRole('textbox', {name: 'Story', includeHidden: true}).inputValue()).not.toContain('Thesa')
    expect(errors).toEqual([])
  })

  test('why: for lines, words and translations, by pointer and by keyboard', async () => {
    const page = await openExample()
    await word(page, 'beshul').hover()
    await page.locator('.xg-tip').getByRole('button', {name: 'Why?'}).click()
    const why = page.getByRole('region', {name: 'Why?'})
    await why.getByText('“beshul” is identified as a word').waitFor()
    expect(await page.locator('.xg-tip').count()).toBe(0)
    await page.locator('.story .xg-gloss', {hasText: 'My child is lost.'}).first().click()
    await why.getByText('is identified as the translation of').waitFor()
    await page.locator('.story .xg-utterance', {hasText: 'Ulmeth'}).first().focus()
    await page.locator('.story .xg-utterance', {hasText: 'Hodru talin'}).first().focus()
    await why.getByText(/“Hodru talin kelemtha\?” is identified as a line/u).waitFor()
    expect(errors).toEqual([])
  })

  test('everything can be downloaded', async () => {
    const saved: Download[] = []
    const openDownloads = async () => {
      const page = await openPart()
      page.on('download', (file) => saved.push(file))
      await view(page, 'Download')
      await page.locator('.downloads button').first().waitFor()
      return page
    }
    let page = await openDownloads()
    const names = await page.locator('.downloads button').allInnerTexts()
    expect(names.length).toBeGreaterThan(18)
    for (const [index, name] of names.entries()) {
      // Chromium ends after ten files of a page that nobody confirms.
      if (index > 0 && index % 8 === 0) page = await openDownloads()
      // A chapter and its notes are two files.
      const count = saved.length + (name.startsWith('Archive of Our Own') ? 2 : 1)
      await page.getByRole('button', {name, exact: true}).click()
      await expect.poll(() => saved.length, {timeout: 30_000, message: name}).toBe(count)
      for (const file of saved.slice(-1)) expect(statSync(await file.path()).size, name).toBeGreaterThan(100)
    }
    const extensions = saved.map((file) => file.suggestedFilename().replace(/^[\p{L}\p{N}-]+/u, ''))
    expect(extensions.slice(0, 4)).toEqual(['.html', '.interlinear.html', '.epub', '.chapter.html'])
    expect(extensions).toEqual(expect.arrayContaining(['.md', '.standoff.json', '.annotations.json', '.json', '.csv', '.stardict.zip', '.zip', '.tmx']))
    expect(errors).toEqual([])
  })

  test('pages and books from strangers: nothing in them runs or is loaded', async () => {
    const page = await start()
    const line = '<p>“Orreth sulvane, mirrod,” she said. (Good evening, traveller.)</p>'
    const hostile = `<script>globalThis.hacked = 1</script><img src="x" onerror="globalThis.hacked = 2"><style>body {display: none}</style>
      <svg onload="globalThis.hacked = 3"></svg><a href="javascript:globalThis.hacked = 4">here</a><iframe src="https://evil.example/"></iframe>
      <form action="https://evil.example/"><input name="attributes"></form><math><mtext></p><style><img src onerror="hacked = 5"></style></mtext></math>`
    await openFile(page, 'odd.html', `<!doctype html><html><body>${hostile}${line}</body></html>`)
    await page.locator('.story .xg-utterance').first().waitFor()
    await page.locator('.story a', {hasText: 'here'}).click()
    expect(await page.evaluate(() => (globalThis as unknown as {hacked?: number}).hacked)).toBeUndefined()
    expect(
      await page.locator('.story').evaluate((story) => story.innerHTML.match(/<(?:script|style|iframe|form|input|svg)\b|\son\w+=|javascript:/gu)),
    ).toBeNull()
    expect(requests.filter((url) => !url.startsWith(server.address) && !url.startsWith('blob:'))).toEqual([])

    await page.getByRole('button', {name: 'Text and options'}).click()
    await openFile(page, 'book.epub', toEpub([annotate(exampleStory)], {title: 'The Salt Road'}))
    await page.locator('.story .xg-utterance', {hasText: 'Hodru talin'}).first().waitFor()
    await view(page, 'Download')
    expect((await download(page, 'E-book (EPUB)')).name).toBe('book.epub')

    await page.getByRole('button', {name: 'Text and options'}).click()
    await openFile(page, 'gate.docx', docxOf(docxStory, {footnotes: ['I am here.']}))
    await page.locator('.story .xg-gloss', {hasText: 'Good evening, traveller.'}).waitFor()

    for (const [name, content, message] of [
      ['broken.docx', 'PK\u0003\u0004', /broken\.docx/u],
      ['broken.epub', 'PK\u0003\u0004mimetypeapplication/epub+zip', /broken\.epub/u],
      ['picture.txt', new Uint8Array([0, 1, 2]), /picture\.txt: not a text file/u],
      ['letter.pdf', '%PDF', /letter\.pdf: save it as/u],
      ['latin.txt', new Uint8Array([0x61, 0xe9, 0x62]), /latin\.txt: not in UTF-8/u],
    ] as const) {
      await page
        .locator('input.file')
        .first()
        .setInputFiles({name, mimeType: 'application/octet-stream', buffer: Buffer.from(content)})
      await page.getByRole('alert').getByText(message).waitFor()
    }
  })

  test('options: the language of the story, and dictionaries', async () => {
    const page = await start()
    await annotateText(page, GERMAN)
    await page.locator('.story .xg-gloss', {hasText: 'Der Abend geht weiter.'}).waitFor()
    expect(await page.locator('.story .xg-story').getAttribute('lang')).toBe('de')
    await page.getByRole('button', {name: 'Text and options'}).click()
    await page.getByText('Options', {exact: true}).click()
    const dictionary = json.write({language: 'art-x-mirr', entries: [{headword: 'okresh', senses: ['weitergehen']}]})
    await page.getByLabel('Add a dictionary').setInputFiles({name: 'mirr.json', mimeType: 'application/json', buffer: Buffer.from(dictionary)})
    await page.locator('.xg-term[lang="art-x-mirr"]', {hasText: 'okresh'}).first().waitFor({state: 'attached'})
    expect(await page.locator('.dictionaries').innerText()).toContain('mirr.json: 1 words of art-x-mirr')
    await page.getByLabel('Add a dictionary').setInputFiles({name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from('{}')})
    await page
      .getByRole('alert')
      .getByText(/odd\.json/u)
      .waitFor()
    await page.getByRole('button', {name: 'New story'}).click()
    expect(await page.getByRole('textbox', {name: 'Story'}).inputValue()).toBe('')
    expect(errors).toEqual([])
  })

  test('a long story shows its progress, and is given up', async () => {
    const page = await openPart()
    await page.getByRole('button', {name: 'Text and options'}).click()
    await openFile(page, 'long.md', Array.from({length: 60}, (_, index) => `${exampleStory}\n\nNight ${index}.\n\n`).join(''))
    await page.getByRole('progressbar').waitFor()
    await expect.poll(() => page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value), {timeout: 30_000}).toBeGreaterThan(0)
    await page.getByRole('button', {name: 'Cancel'}).click()
    expect(await status(page)).toBe('Given up')
    expect(await page.getByRole('progressbar').isVisible()).toBe(false)
    await annotateText(page, PART)
    await page.locator('.story .xg-utterance').first().waitFor()
    expect(errors).toEqual([])
  })

  test('opened as a file it does the same', async () => {
    const page = await openExample({}, pathToFileURL(join(folder, 'index.html')).href)
    expect(await status(page)).toMatch(/^\d+ lines/u)
    await page.getByRole('button', {name: 'Text and options'}).click()
    await annotateText(page, GERMAN)
    await page.locator('.story .xg-gloss', {hasText: 'Der Abend geht weiter.'}).waitFor()
    expect(errors).toEqual([])
  })

  test.each([{colorScheme: 'light'}, {colorScheme: 'dark', hasTouch: true, isMobile: true, viewport: {width: 360, height: 640}}] as const)(
    'axe finds nothing, and nothing is wider than the window: $colorScheme',
    async (options) => {
      const page = await start(options)
      const check = async (what: string) => {
        expect(await violations(page), what).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), what).toBe(false)
      }
      await page.getByText('Options', {exact: true}).click()
      await check('the start')
      await annotateText(page, PART)
      await page.locator('.story .xg-utterance').first().waitFor()
      await check('the story')
      await word(page, 'marrudh').click()
      await page.locator('.xg-tip').getByRole('button', {name: 'Why?'}).click()
      await page.getByRole('heading', {name: 'The word'}).waitFor()
      await check('why')
      for (const name of ['Remarks', 'Download', 'Words']) {
        await view(page, name)
        if (name === 'Download') await page.getByRole('heading', {name: 'The story'}).waitFor()
        else expect(await page.locator(name === 'Remarks' ? '.remarks > li' : '.xg-row').count(), name).toBeGreaterThan(1)
        await check(name)
      }
      expect(errors).toEqual([])
    },
  )
})
