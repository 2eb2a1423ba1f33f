/** What hostile and clumsy people do to the playground: a worker that dies, haste, odd files, archives that burst, a dictionary from a stranger. */
import {join} from 'node:path'
import {zipSync} from 'fflate'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
// @ts-expect-error an example without types
import {buildPlayground} from '../../examples/playground/build.js'
import {describeInBrowser} from '../support/browser.js'
import {createTemporaryFolder, STORY} from '../support/command.js'
import {exampleStory} from '../support/dictionaries.js'
import {type FolderServer, serveFolder} from '../support/folder-server.js'

const folder = join(createTemporaryFolder(), 'playground')
const alert = (page: Page, text: RegExp) => page.getByRole('alert').getByText(text).waitFor()
const hacked = (page: Page) => page.evaluate(() => (globalThis as unknown as {hacked?: number}).hacked)

/** Runs in the page first: counts the stories that the worker is sent, and lets the storage be full. */
function watchWorker(): void {
  const {postMessage} = Worker.prototype
  const counts = Object.assign(globalThis, {openCount: 0})
  Worker.prototype.postMessage = function (this: Worker, message: {readonly name?: string}) {
    if (message.name === 'open') counts.openCount++
    postMessage.call(this, message)
  }
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
}

describeInBrowser('a playground under attack', (site) => {
  let server: FolderServer
  const errors: string[] = []
  beforeAll(async () => {
    await buildPlayground(folder, {withWorkerInOne: false})
    server = await serveFolder(folder)
  }, 60_000)
  afterAll(() => server?.close())

  const start = async () => {
    const page = await site.open('about:blank', {viewport: {width: 1280, height: 800}})
    page.setDefaultTimeout(30_000)
    errors.length = 0
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(watchWorker)
    await page.goto(server.address)
    return page
  }
  const annotateText = async (page: Page, text: string) => {
    await page.getByRole('textbox', {name: 'Story'}).fill(text)
    await page.getByRole('button', {name: 'Annotate', exact: true}).click()
    await page.locator('.story .xg-utterance').first().waitFor()
  }
  const openFile = (page: Page, name: string, content: string | Uint8Array) =>
    page.getByLabel('Open a file').setInputFiles({name, mimeType: 'application/octet-stream', buffer: Buffer.from(content)})
  const addDictionary = (page: Page, name: string, content: string) =>
    page.getByLabel('Add a dictionary').setInputFiles({name, mimeType: 'application/json', buffer: Buffer.from(content)})

  test('a worker that dies is replaced, and the new one knows the story that is shown', async () => {
    const page = await start()
    await annotateText(page, STORY)
    const [worker] = page.workers()
    await worker?.evaluate(() => void setTimeout(() => Promise.reject(new Error('lost in the reeds')).catch((error: unknown) => reportError(error))))
    await page.getByRole('navigation', {name: 'Views'}).getByRole('button', {name: 'Why?'}).click()
    await expect.poll(() => page.workers().length).toBe(0)
    await page.locator('.story .xg-utterance').first().focus()
    await page.getByRole('heading', {name: 'The line'}).waitFor()
    expect(await page.locator('.story .xg-utterance').count()).toBeGreaterThan(0)
    expect(errors).toEqual([])
  })

  test('of many changes in quick succession only the last is annotated after the first; full storage does no harm', async () => {
    const page = await start()
    await page.getByRole('textbox', {name: 'Story'}).evaluate((field: HTMLTextAreaElement, story) => {
      for (let count = 0; count < 12; count++) {
        field.value = `${story}\n\nVersion ${count}.\n`
        field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true}))
      }
    }, STORY)
    await page.locator('.story p', {hasText: 'Version 11.'}).waitFor()
    expect(await page.evaluate(() => (globalThis as unknown as {openCount: number}).openCount)).toBeLessThanOrEqual(2)
    expect(errors).toEqual([])
  })

  test('what is typed while a story is annotated, or before a decision, is not lost', async () => {
    const page = await start()
    await annotateText(page, STORY)
    await page.getByRole('button', {name: 'Text and options'}).click()
    const field = page.getByRole('textbox', {name: 'Story'})
    await field.fill(`${STORY}\nUnsent.\n`)
    await page.getByRole('button', {name: 'Reject kettu'}).click()
    await expect.poll(() => page.locator('.xg-data div[id$="kettu"]').count(), {timeout: 20_000}).toBe(0)
    expect(await field.inputValue()).toContain('Unsent.')
    await page.getByRole('button', {name: 'Annotate', exact: true}).click()
    await page.locator('.story p', {hasText: 'Unsent.'}).waitFor()
    expect(errors).toEqual([])
  })

  test('places in a file with the line ends of Windows are found in the field', async () => {
    const page = await start()
    await openFile(page, 'windows.md', exampleStory.replaceAll('\n', '\r\n'))
    await page.locator('.story .xg-utterance').first().waitFor()
    await page.getByRole('navigation', {name: 'Views'}).getByRole('button', {name: 'Remarks'}).click()
    await page.locator('.remarks > li', {hasText: 'Thesa'}).getByRole('button', {name: 'Show in the text'}).click()
    const selected = await page.getByRole('textbox', {name: 'Story'}).evaluate((field: HTMLTextAreaElement) => {
      return field.value.slice(field.selectionStart, field.selectionEnd)
    })
    expect(selected).toBe('Thesa')
  })

  test('what cannot be read is said: folders, archives that burst, binary files with the name of a text', async () => {
    const page = await start()
    await openFile(page, 'bomb.docx', zipSync({'[Content_Types].xml': new Uint8Array(8), 'word/document.xml': new Uint8Array(40_000_000)}))
    await alert(page, /bomb\.docx: .*unpack/iu)
    await openFile(page, 'bomb.epub', zipSync({mimetype: Buffer.from('application/epub+zip'), 'a.xhtml': new Uint8Array(40_000_000)}))
    await alert(page, /bomb\.epub: .*unpack/iu)
    await openFile(page, 'picture.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0, 0, 0xfe]))
    await alert(page, /picture\.md: not a text file/u)
    await page.evaluate(() => {
      Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('a folder', 'NotReadableError'))
      const transfer = new DataTransfer()
      transfer.items.add(new File([], 'chapters'))
      document.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}))
    })
    await alert(page, /chapters: cannot be read/u)
    expect(errors).toEqual([])
  })

  test('a dictionary from a stranger is text, whatever it says', async () => {
    const page = await start()
    const markup = '<img src=x onerror="globalThis.hacked = 1"><script>globalThis.hacked = 2</script>'
    const entries = ['__proto__', 'constructor', 'toString', markup].map((headword) => ({headword, partOfSpeech: markup, senses: [markup], notes: markup}))
    await page.getByText('Options', {exact: true}).click()
    await addDictionary(page, 'odd.json', '{"language": "art-x-odd", "__proto__": {"polluted": 1}, "entries": []}')
    await alert(page, /odd\.json/u)
    await addDictionary(page, 'tag.json', JSON.stringify({language: markup, entries: []}))
    await alert(page, /tag\.json/u)
    await addDictionary(page, `${markup}.json`, JSON.stringify({language: 'art-x-odd', name: markup, entries}))
    await page.locator('.dictionaries li').waitFor()
    await annotateText(page, `${STORY}\n“Constructor vessin __proto__ toString,” she said. (The lamp ${markup} is lit.)\n`)
    await page.locator('.story .xg-term[lang="art-x-odd"]').first().hover()
    await page.locator('.xg-tip').waitFor()
    for (const row of await page.locator('.xg-row').all()) await row.getByRole('button', {name: /^Accept/u}).click()
    await expect.poll(() => page.locator('.xg-accepted').count()).toBeGreaterThan(3)
    expect(await hacked(page)).toBeUndefined()
    expect(await page.locator('img, main script').count()).toBe(0)
    expect(await page.evaluate(() => (({}) as {polluted?: number}).polluted)).toBeUndefined()
    expect(errors).toEqual([])
  })
})
