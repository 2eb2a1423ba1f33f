/** The reader in Debian's Firefox, over WebDriver BiDi, which playwright-core does not support for Firefox. */
import puppeteer, {type Browser, type Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type PageServer, startPageServer} from '../support/page-server.js'
import {findProgram} from '../support/programs.js'
import {readerChecks} from './reader-checks.js'
import {inShadow, rightToLeft, small} from './stories.js'

const FIREFOX = findProgram('firefox-esr') ?? findProgram('firefox')

describe.skipIf(!FIREFOX)(`the reader, in Firefox${FIREFOX ? '' : ' (skipped: this machine has none)'}`, () => {
  let site: PageServer
  let browser: Browser
  beforeAll(async () => {
    site = await startPageServer()
    // In Firefox the color scheme is a preference, not a protocol command.
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: FIREFOX as string,
      extraPrefsFirefox: {'layout.css.prefers-color-scheme.content-override': 0},
    })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  const open = async (content = small(), path = '/story'): Promise<Page> => {
    const page = await browser.newPage()
    page.setDefaultTimeout(5000)
    await page.setViewport({width: 900, height: 600})
    await page.goto(site.publish(path, content))
    return page
  }
  const tip = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>('.xg-tip')?.innerText ?? '')
  const lit = (page: Page) => page.evaluate(() => Array.from(document.querySelectorAll('.xg-lit'), (element) => element.textContent))
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
  const box = (page: Page, selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as DOMRect)
  const sulvane = '.xg-utterance .xg-term:nth-child(2)'

  test('hover: the tooltip opens next to the word, the pointer can enter it, and leaving closes it', async () => {
    const page = await open()
    await page.hover(sulvane)
    expect(await tip(page)).toMatch(/^sulvane noun\s+evening\s+Good evening\.\s+Seen 3 times/u)
    expect(await lit(page)).toEqual(['sulvane', 'evening', 'evening'])
    const [word, card] = [await box(page, sulvane), await box(page, '.xg-tip')]
    expect(Math.abs(card.top - word.bottom)).toBeLessThan(10)
    expect(Math.abs(card.left - word.left)).toBeLessThan(12)
    await page.mouse.move(card.left + 20, card.top + 10, {steps: 5})
    await new Promise((done) => setTimeout(done, 400))
    expect(await tip(page)).not.toBe('')
    await page.mouse.move(2, 2)
    await expect.poll(() => tip(page)).toBe('')
  })

  test.each(readerChecks)('$title', async ({story, check}) => {
    const page = await open(story(), '/check')
    await check({
      evaluate: (code) => page.evaluate(code),
      hover: (selector) => page.hover(selector),
      click: (selector) => page.click(selector),
      press: (key) => page.keyboard.press(key),
      moveTo: (x, y) => page.mouse.move(x, y),
    })
  })

  test('at the lower edge of the window the tooltip opens above', async () => {
    const page = await open()
    await page.$eval('main', (main) => main.insertAdjacentHTML('beforebegin', '<p>Rain.</p>'.repeat(30)))
    await page.$eval(sulvane, (word) => word.scrollIntoView({block: 'end'}))
    const {x, y} = await box(page, sulvane)
    await page.mouse.move(x + 5, y + 8)
    const [word, card] = [await box(page, sulvane), await box(page, '.xg-tip')]
    expect(card.bottom).toBeLessThanOrEqual(word.top)
    expect(card.top).toBeGreaterThanOrEqual(0)
  })

  test('a click pins the tooltip, a click elsewhere closes it; next occurrence; glossary', async () => {
    const page = await open()
    await page.click(sulvane)
    await page.mouse.move(2, 2)
    await new Promise((done) => setTimeout(done, 300))
    expect(await tip(page)).not.toBe('')
    await page.locator('.xg-tip ::-p-text(Next)').click()
    expect(await page.evaluate(() => document.activeElement?.closest('p')?.textContent)).toContain('whispered')
    await page.mouse.click(2, 2)
    expect(await tip(page)).toBe('')
    await page.click('.xg-open')
    expect(await page.$$eval('.xg-panel .xg-glossary > div:not([hidden])', (all) => all.length)).toBe(3)
    await page.keyboard.press('Escape')
    expect(await page.$('.xg-panel')).toBe(null)
  })

  test('keys: Tab, arrows, Enter, Escape; tooltips do not trap Tab', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Orreth sulvane.')
    expect(await tip(page)).toMatch(/^Good evening\./u)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('sulvane')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('First')
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe('evening')
    expect(await lit(page)).toEqual(['sulvane', 'evening', 'evening'])
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('sulvane')
    expect(await tip(page)).toBe('')
    const last = await page.$$('[tabindex="0"]').then((all) => all.at(-1))
    await last?.focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBe(null)
  })

  test('right-to-left text', async () => {
    const page = await open(rightToLeft())
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe('שלו')
  })

  test('selection with an open tooltip contains only the author’s text, and the text equals that without script', async () => {
    const page = await open()
    await page.hover(sulvane)
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body))
    expect(await page.evaluate(() => String(getSelection()))).not.toContain('Seen 3 times')
    await page.keyboard.press('Escape')
    const withScript = await page.$eval('main', (main) => main.innerText)
    expect(await (await open(small({links: {style: '/style.css'}}), '/still')).$eval('main', (main) => main.innerText)).toBe(withScript)
  })

  test('dark color scheme', async () => {
    const page = await open()
    const [paper, ink] = await page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color])
    expect([paper, ink]).toEqual(['rgb(25, 24, 23)', 'rgb(220, 215, 206)'])
  })

  test.each(['open', 'closed'] as const)('in a shadow tree, %s', async (mode) => {
    const {page: shadow, script} = inShadow(mode)
    site.publish('/shadow.js', script)
    const page = await open(shadow, '/shadow')
    const evaluate = (code: string) => page.evaluate((code) => new Function('tree', `return ${code}`)((globalThis as unknown as {tree: ShadowRoot}).tree), code)
    await expect.poll(() => evaluate('tree.querySelectorAll(".xg-open").length')).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    expect(await evaluate('tree.querySelector(".xg-tip").innerText')).toMatch(/^orreth/u)
    const [word, card] = [
      await evaluate('tree.activeElement.getBoundingClientRect().toJSON()'),
      await evaluate('tree.querySelector(".xg-tip").getBoundingClientRect().toJSON()'),
    ]
    expect(Math.abs(card.top - word.bottom)).toBeLessThan(10)
    await page.keyboard.press('Escape')
    expect(await evaluate('tree.querySelector(".xg-tip")')).toBe(null)
  })
})
