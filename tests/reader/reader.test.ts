/** The reader in a browser: mouse, touch, keyboard, and axe. */
import type {BrowserContextOptions, Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import {COLOR_RULES, violations} from '../support/violations.js'
import {readerChecks} from './reader-checks.js'
import {emphasized, inShadow, novel, rightToLeft, saltRoad, saltRoadAlone, small, strange, two} from './stories.js'

const tip = (page: Page) => page.locator('.xg-tip')
const line = (page: Page, text: string) => page.locator('.xg-utterance', {hasText: text}).first()
const word = (page: Page, text: string) => page.locator('.xg-term', {hasText: text}).first()
const highlighted = (page: Page) => page.locator('.xg-lit').allTextContents()
const selected = (page: Page) => page.evaluate(() => String(getSelection()))
const storyText = (page: Page) => page.locator('main').innerText()

describeInBrowser('the reader', ({publish, open}) => {
  const page = async (content = small(), options = {}) => open(publish('/story', content), options)

  test('hovering over a word opens its tooltip, and the pointer can enter it', async () => {
    // Not the shared page: the clock of this one is the test's.
    const at = await open('about:blank', {locale: 'en'})
    await at.clock.install({time: 0})
    await at.goto(publish('/story', small()))
    await word(at, 'sulvane').hover()
    expect(await tip(at).innerText()).toMatch(/^sulvane noun\s+evening\s+Good evening\.\s+Seen 3 times/u)
    expect(await tip(at).getAttribute('role')).toBe('dialog')
    const box = (await tip(at).boundingBox())!
    // The clock stands still while the pointer is between word and tooltip: on a busy machine that takes longer than the tooltip waits.
    await at.clock.pauseAt(60_000)
    await at.mouse.move(box.x + 20, box.y + 10, {steps: 5})
    await at.clock.runFor(400)
    expect(await tip(at).count()).toBe(1)
    await at.mouse.move(5, 5)
    expect(await tip(at).count()).toBe(1)
    await at.clock.runFor(400)
    expect(await tip(at).count()).toBe(0)
  })

  test.each(readerChecks)('$title', async ({story, check}) => {
    const at = await open(publish('/check', story()), {viewport: {width: 900, height: 600}})
    await check({
      evaluate: (code) => at.evaluate(code),
      hover: (selector) => at.locator(selector).first().hover(),
      click: (selector) => at.locator(selector).first().click(),
      press: (key) => at.keyboard.press(key),
      moveTo: (x, y) => at.mouse.move(x, y),
    })
  })

  test('a tap on a word in a link follows the link and opens nothing, and closes what was open', async () => {
    const at = await page(emphasized(), {hasTouch: true, isMobile: true, viewport: {width: 390, height: 700}})
    await word(at, 'sulvane').tap()
    expect(await tip(at).count()).toBe(1)
    await at.locator('a .xg-term').tap()
    await at.waitForURL(/#there$/u)
    expect(await tip(at).count()).toBe(0)
  })

  test('the tooltip opens synchronously', async () => {
    const at = await page(novel())
    const opened = await at.evaluate(async () => {
      const [word] = document.querySelectorAll('.xg-utterance .xg-term')
      const start = performance.now()
      word?.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true, pointerType: 'mouse'}))
      const isOpen = document.querySelector('.xg-tip') !== null
      return {isOpen, time: performance.now() - start}
    })
    expect(opened.isOpen).toBe(true)
    console.log(`A tooltip opens in ${opened.time.toFixed(1)} ms`)
  })

  test('a term and the words that render it are highlighted together, in both directions', async () => {
    const at = await page()
    await word(at, 'sulvane').hover()
    expect(await highlighted(at)).toEqual(['sulvane', 'evening', 'evening'])
    await at.locator('.xg-word', {hasText: 'evening'}).first().hover()
    await tip(at).waitFor({state: 'detached'})
    expect(await highlighted(at)).toContain('sulvane')
    await at.mouse.move(5, 5)
    await expect.poll(() => highlighted(at)).toEqual([])
  })

  test('an utterance shows its translation and confidence', async () => {
    const at = await page()
    await line(at, 'Orreth').focus()
    await at.keyboard.press('Shift')
    await at.keyboard.press('Tab')
    await at.keyboard.press('Shift+Tab')
    expect(await tip(at).innerText()).toMatch(/^Good evening\.\s+\d+% confidence$/u)
    expect(await tip(at).getAttribute('role')).toBe('dialog')
  })

  test('keys: one tab stop per utterance, arrows over its terms, Enter into the tooltip, Escape out of it', async () => {
    const at = await page()
    const focused = () => at.evaluate(() => document.activeElement?.textContent)
    await at.keyboard.press('Tab')
    expect(await at.evaluate(() => document.activeElement?.ariaLabel)).toBe('Glossary')
    await at.keyboard.press('Tab')
    expect(await focused()).toBe('Orreth sulvane.')
    const described = await at.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent)
    expect(described).toMatch(/^Good evening\./u)
    await at.keyboard.press('ArrowRight')
    await at.keyboard.press('ArrowRight')
    expect(await focused()).toBe('sulvane')
    expect(await tip(at).innerText()).toContain('Seen 3 times')
    await at.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Orreth sulvane.')
    await at.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('sulvane')
    await at.keyboard.press('Enter')
    expect(await focused()).toBe('First')
    await at.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Next')
    await at.keyboard.press('Tab')
    expect(await focused()).toBe('sulvane')
    await at.keyboard.press('Enter')
    await at.keyboard.press('Escape')
    expect(await tip(at).count()).toBe(0)
    expect(await focused()).toBe('sulvane')
    await at.keyboard.press('Tab')
    expect(await focused()).not.toBe('Orreth sulvane.')
    await at.keyboard.press('Escape')
    expect(await at.locator('[tabindex="0"]').count()).toBe(await at.locator('.xg-utterance, .xg-term:not(.xg-utterance *)').count())
  })

  test('keys in a translation highlight the term that each word renders', async () => {
    const at = await page()
    const focused = () => at.evaluate(() => document.activeElement?.textContent)
    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    expect(await highlighted(at)).toEqual(['Orreth sulvane.', 'Good evening.'])
    await at.keyboard.press('Enter')
    expect(await focused()).toBe('Good')
    expect(await highlighted(at)).toEqual(['Orreth', 'Good', 'Good'])
    await at.keyboard.press('ArrowRight')
    expect(await highlighted(at)).toEqual(['sulvane', 'evening', 'evening'])
    await at.keyboard.press('Tab')
    expect(await focused()).toBe('Orreth sulvane.')
    expect(await highlighted(at)).toEqual(['Orreth sulvane.', 'Good evening.'])
    // In the tooltip of a term, to the left of its buttons.
    await at.keyboard.press('ArrowRight')
    await at.keyboard.press('ArrowRight')
    await at.keyboard.press('Enter')
    await at.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('evening')
    expect(await highlighted(at)).toEqual(['sulvane', 'evening', 'evening'])
    await at.keyboard.press('Escape')
    expect(await highlighted(at)).toEqual([])
    // Leaving the story closes the tooltip.
    await at.keyboard.press('Enter')
    expect(await tip(at).count()).toBe(1)
    await at.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('Orreth sulvane.')
    await at.keyboard.press('Shift+Tab')
    expect(await at.evaluate(() => document.activeElement?.ariaLabel)).toBe('Glossary')
    expect(await tip(at).count()).toBe(0)
  })

  test('links in an utterance or its translation keep their keys', async () => {
    const linked = rightToLeft().replace('Peace, ', '<a href="#there">Peace</a>, ').replace('<h1>', '<h1 id="there">')
    const at = await page(linked)
    await at.locator('a').focus()
    await at.keyboard.press('Enter')
    await at.waitForURL(/#there$/u)
    expect(await tip(at).count()).toBe(0)
    await at.locator('.xg-utterance').last().focus()
    await at.keyboard.press('Shift')
    await at.keyboard.press('ArrowLeft')
    await at.keyboard.press('Enter')
    expect(await at.evaluate(() => document.activeElement?.textContent)).toBe('Peace')
    await at.keyboard.press('ArrowRight')
    expect(await at.evaluate(() => document.activeElement?.textContent)).toBe('friend')
  })

  test('in a low window the tooltip opens on the side with room, and scrolls', async () => {
    const at = await open(publish('/salt', saltRoad()), {viewport: {width: 320, height: 256}})
    const target = at.locator('.xg-utterance .xg-term', {hasText: "ke'esharath"}).first()
    for (const fraction of [0.3, 0.6]) {
      await target.evaluate((element, fraction) => scrollBy({top: element.getBoundingClientRect().top - fraction * innerHeight, behavior: 'instant'}), fraction)
      await at.mouse.move(1, 1)
      await tip(at).waitFor({state: 'detached'})
      const word = await target.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect)
      await at.mouse.move(word.x + 5, word.y + 8)
      const tipBox = (await tip(at).boundingBox())!
      expect(tipBox.height).toBeGreaterThanOrEqual(0.4 * 256)
      expect(fraction < 0.5 ? tipBox.y - word.bottom : word.top - tipBox.y - tipBox.height).toBeGreaterThanOrEqual(0)
    }
  })

  test('Tab passes through the story without entering tooltips, and long tooltips scroll', async () => {
    // The copy of a translation includes its links and terms.
    const last = `<p><span class="xg-gloss" data-xg-of="z1">(<span class="xg-translation" data-xg-of="z1"><a href="#end">Hush</a>,
      <span class="xg-term" data-xg="z2" data-xg-tip="hush">kessu</span>.</span>)</span>
      “<span class="xg-utterance" lang="art-x-odd" data-xg="z1" data-xg-sure="90">Kessu.</span>”</p>`
    const at = await page(strange().replace('</main>', `${last}</main><nav><a href="#end">after</a></nav>`), {viewport: {width: 400, height: 300}})
    const stops = await at.locator('main [tabindex="0"]').count()
    // Includes the glossary button and the link.
    for (let i = 0; i < stops + 2; i++) {
      await at.keyboard.press('Tab')
      expect(await at.evaluate(() => document.activeElement?.closest('.xg-tip'))).toBe(null)
    }
    await at.keyboard.press('Tab')
    expect(await at.evaluate(() => document.activeElement?.textContent)).toBe('after')
    await at.locator('.xg-utterance').first().focus()
    await at.keyboard.press('ArrowRight')
    await at.keyboard.press('ArrowRight')
    expect(await tip(at).innerText()).toMatch(/^brannoth\s+long long/u)
    await at.keyboard.press('Enter')
    for (let i = 0; i < 3; i++) await at.keyboard.press('ArrowDown')
    await expect.poll(() => tip(at).evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
    expect(await violations(at)).toEqual([])
  })

  test('hovering over a translated word in the tooltip highlights its term', async () => {
    const at = await page(small({gloss: 'hidden'}))
    await word(at, 'sulvane').hover()
    await tip(at).locator('.xg-word', {hasText: 'Good'}).hover()
    expect(await highlighted(at)).toContain('Orreth')
    await tip(at).getByText('Seen').hover()
    expect(await highlighted(at)).not.toContain('Orreth')
  })

  test.each(['open', 'closed'] as const)('works in a shadow tree (%s)', async (mode) => {
    const {page: shadow, script} = inShadow(mode)
    publish('/shadow.js', script)
    const at = await open(publish('/shadow', shadow))
    /** Queries inside the tree; a closed one is not reachable by selectors from outside. */
    const box = (selector: string, index = 0) =>
      at.evaluate(
        ([selector, index]) => (globalThis as unknown as {tree: ShadowRoot}).tree.querySelectorAll(selector)[index]?.getBoundingClientRect().toJSON(),
        [selector, index] as const,
      )
    const evaluate = (code: string) => at.evaluate((code) => new Function('tree', `return ${code}`)((globalThis as unknown as {tree: ShadowRoot}).tree), code)
    const text = () => evaluate('tree.querySelector(".xg-tip")?.innerText ?? ""')
    const move = async (selector: string, index = 0) => {
      const {x, y, width, height} = (await box(selector, index)) as DOMRect
      await at.mouse.move(x + width / 2, y + height / 2)
    }
    await expect.poll(() => evaluate('getComputedStyle(tree.querySelector(".xg-utterance")).fontStyle')).toBe('italic')
    await move('.xg-term', 1)
    expect(await text()).toMatch(/^sulvane noun\s+evening\s+Good evening\.\s+Seen 2 times/u)
    const [tipBox, wordBox] = [(await box('.xg-tip')) as DOMRect, (await box('.xg-term', 1)) as DOMRect]
    expect(Math.abs(tipBox.top - wordBox.bottom)).toBeLessThan(10)
    expect(Math.abs(tipBox.left - wordBox.left)).toBeLessThan(12)
    // Events between words inside the tree do not reach the document.
    await move('.xg-term', 0)
    await expect.poll(text).toMatch(/^orreth/u)
    await at.mouse.move(2, 2)
    await expect.poll(text).toBe('')

    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    expect(await text()).toMatch(/^Good evening\./u)
    expect(await evaluate('tree.getElementById(tree.activeElement.getAttribute("aria-describedby")).textContent')).toMatch(/^Good evening\./u)
    await at.keyboard.press('ArrowRight')
    expect(await text()).toMatch(/^orreth/u)
    await at.keyboard.press('Enter')
    expect(await evaluate('tree.activeElement.type')).toBe('checkbox')
    await at.keyboard.press('Escape')
    expect(await evaluate('tree.activeElement.textContent')).toBe('Orreth')
    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    expect(await evaluate('tree.activeElement.textContent')).toBe('after')
    expect(await text()).toBe('')

    await move('.xg-term', 1)
    await at.mouse.down()
    await at.mouse.up()
    expect(await text()).toMatch(/^sulvane/u)
    await at.mouse.click(2, 2)
    expect(await text()).toBe('')
    // Dragging selects text and opens nothing.
    await move('.xg-utterance')
    await at.mouse.down()
    await at.mouse.move(2, 200, {steps: 4})
    await move('.xg-term', 2)
    await at.mouse.up()
    await at.mouse.move(2, 2)
    await expect.poll(text).toBe('')
    await at.evaluate(() => getSelection()?.removeAllRanges())

    await move('.xg-open')
    await at.mouse.down()
    await at.mouse.up()
    expect(await evaluate('tree.querySelectorAll(".xg-panel .xg-glossary > div:not([hidden])").length')).toBe(2)
    await at.keyboard.press('Escape')
    await at.evaluate(() => (globalThis as unknown as {unmount: () => void}).unmount())
    expect(await evaluate('tree.querySelectorAll("[tabindex], .xg-open, .xg-tip").length')).toBe(0)
  })

  test('invalid stored choices are ignored', async () => {
    const at = await open(publish('/stored', small()))
    for (const [name, stored] of [
      ['not JSON', '{"tips": fal'],
      ['a number', '5'],
      ['nothing', 'null'],
      ['an array', '[1, 2]'],
      ['a string', '"words"'],
      ['wrong types', '{"tips": 0, "words": ["first"], "gloss": "no", "spoilers": null, "unknown": {}, "known": {"length": 9}, "far": "9"}'],
      [
        'unknown keys and values out of range',
        '{"tips": [], "known": "everything", "far": -3, "constructor": 1, "__proto__": {"tips": false, "gloss": false}}',
      ],
      ['five megabytes', `{"junk": "${'x'.repeat(4_900_000)}"}`],
    ] as const) {
      await at.evaluate((stored) => localStorage.setItem('xenogloss /stored', stored), stored)
      await at.reload()
      expect(await storyText(at), name).toContain('(Good evening.)')
      await at.mouse.move(0, 0)
      await word(at, 'sulvane').hover()
      expect(await tip(at).innerText(), name).toContain('Seen 3 times')
      expect(await tip(at).getByRole('checkbox').isChecked(), name).toBe(false)
      await at.locator('.xg-open').click()
      await at.getByText('Settings', {exact: true}).click()
      expect(await at.locator('.xg-panel input:checked').count(), name).toBe(2)
      expect(await at.locator('.xg-panel select').inputValue(), name).toBe('every')
    }
  })

  test('occurrences count up to the reader’s position, or all of them with upcoming words included', async () => {
    const far = small().replace('<p>Every', `${'<p>Nobody came.</p>'.repeat(60)}<p>Every`)
    const at = await page(far)
    await word(at, 'sulvane').hover()
    expect(await tip(at).innerText()).toContain('Seen 2 times')
    await tip(at).getByText('Next').click()
    await tip(at).getByText('Next').click()
    expect(await at.evaluate(() => document.activeElement?.closest('p')?.textContent)).toContain('she said')
    await tip(at).getByText('Glossary').click()
    await at.getByLabel('Include upcoming words').check()
    await at.keyboard.press('Escape')
    await word(at, 'sulvane').hover()
    expect(await tip(at).innerText()).toContain('Seen 3 times')
  })

  test('right-to-left text reverses the arrows; a translation can cover several utterances, and markup can split one', async () => {
    const at = await page(rightToLeft())
    const focused = () => at.evaluate(() => document.activeElement?.textContent)
    await at.keyboard.press('Tab')
    expect(await tip(at).innerText()).toMatch(/^Peace, friend\.\s+80% confidence · translates 2 lines$/u)
    await at.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('שלו')
    await at.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('רמא')
    expect(await highlighted(at)).toEqual(['רמא', 'friend', 'friend'])
    await at.keyboard.press('ArrowRight')
    expect(await focused()).toBe('שלו')
    await at.keyboard.press('Tab')
    expect(await focused()).toBe('דרו')
  })

  test('buttons for the next and the first occurrence', async () => {
    const at = await page()
    await word(at, 'sulvane').click()
    await tip(at).getByText('Next').click()
    expect(await at.evaluate(() => document.activeElement?.closest('p')?.textContent)).toContain('whispered')
    await tip(at).getByText('First').click()
    expect(await at.evaluate(() => document.activeElement?.closest('p')?.textContent)).toContain('she said')
    // A pinned tooltip ignores the pointer; a click elsewhere closes it.
    await at.mouse.move(2, 2)
    await at.waitForTimeout(300)
    expect(await tip(at).count()).toBe(1)
    await at.mouse.click(2, 2)
    expect(await tip(at).count()).toBe(0)
  })

  test('touch: a tap opens the tooltip; a tap outside or a second tap closes it', async () => {
    const at = await page(small(), {hasTouch: true, isMobile: true, viewport: {width: 390, height: 700}})
    await word(at, 'sulvane').tap()
    expect(await tip(at).innerText()).toContain('evening')
    await at.locator('h1').tap()
    expect(await tip(at).count()).toBe(0)
    await word(at, 'sulvane').tap()
    await word(at, 'sulvane').tap()
    expect(await tip(at).count()).toBe(0)
  })

  test('selection, copying and search cover only the author’s text', async () => {
    const at = await page()
    const before = await storyText(await open(publish('/plain', small({links: {}})), {javaScriptEnabled: false}))
    await word(at, 'sulvane').hover()
    await at.keyboard.press('Control+A')
    expect(await selected(at)).not.toContain('Seen 3 times')
    expect(await selected(at)).toContain(before.split('\n').at(-1))
    await at.keyboard.press('Escape')
    expect(await storyText(at)).toBe(before)
    // Hidden entries are not found.
    expect(await at.evaluate(() => (window as unknown as {find: (text: string) => boolean}).find('Seen'))).toBe(false)
  })

  test.each([
    ['without script', {javaScriptEnabled: false}, {}],
    ['without style', {}, {links: {script: '/reader-page.js'}}],
    ['without either', {javaScriptEnabled: false}, {links: {}}],
  ])('%s the page has the author’s text', async (_, options, shown) => {
    const plain = await open(publish('/plain', small({languages: [], links: {}})), {javaScriptEnabled: false})
    expect(await storyText(await page(small(shown), options))).toBe(await storyText(plain))
  })

  test('hidden glosses are printed', async () => {
    const at = await page(small({gloss: 'hidden'}))
    expect(await storyText(at)).not.toContain('Good evening')
    await line(at, 'Orreth').hover({position: {x: 3, y: 8}})
    expect(await tip(at).innerText()).toContain('evening')
    await at.emulateMedia({media: 'print'})
    expect(await storyText(at)).toContain('(Good evening.)')
    expect(await tip(at).isVisible()).toBe(false)
  })

  test('the glossary lists words up to the reader’s position and can be searched; choices are stored', async () => {
    const address = publish('/salt', saltRoad())
    const at = await open(address, {viewport: {width: 900, height: 600}})
    await at.locator('.xg-open').click()
    const shown = at.locator('.xg-panel .xg-glossary > div:visible')
    const reached = await shown.count()
    expect(reached).toBeGreaterThan(0)
    await at.getByLabel('Include upcoming words').check()
    const everything = await shown.count()
    expect(everything).toBeGreaterThan(reached + 10)
    await at.getByLabel('Search').fill('WIND')
    expect(await shown.count()).toBeLessThan(5)
    expect(await shown.first().innerText()).toContain('thessa')
    await shown.first().getByRole('button').click()
    expect(await at.locator('.xg-panel').count()).toBe(0)
    expect(await at.evaluate(() => document.activeElement?.textContent)).toMatch(/thessa/iu)
    expect(await tip(at).innerText()).toContain('wind')
    await tip(at).getByText('Known').click()
    await tip(at).getByText('Glossary').click()
    await at.getByText('Settings', {exact: true}).click()
    await at.locator('.xg-panel select').selectOption('unknown')
    await at.getByLabel('Show translations in text').uncheck()
    await at.keyboard.press('Escape')
    await at.reload()
    expect(await storyText(at)).not.toContain('(The wind keeps names.)')
    await at.evaluate(() => document.querySelectorAll('.xg-utterance .xg-term[data-xg-entry$="thessa"]')[1]?.scrollIntoView())
    await at.locator('.xg-utterance .xg-term[data-xg-entry$="thessa"]').nth(1).hover()
    expect(await tip(at).innerText()).toMatch(/% confidence/u)
    await at.locator('.xg-open').click()
    expect(await shown.count()).toBe(everything)
    await at.getByText('Settings', {exact: true}).click()
    await at.getByLabel('Show tooltips').uncheck()
    await at.keyboard.press('Escape')
    expect(await at.locator('[tabindex]').count()).toBe(0)
  })

  test('only multiple meanings are numbered', async () => {
    const at = await open(publish('/several', saltRoadAlone()))
    await at.locator('.xg-open').click()
    const entry = at.locator('.xg-panel .xg-several', {hasText: "na'ollim"}).locator('dd')
    const numbered = await entry.evaluateAll((all) => all.filter((dd) => getComputedStyle(dd, '::before').content !== 'none').map((dd) => dd.textContent))
    expect(numbered).toEqual([expect.stringMatching(/^my child/u), expect.stringMatching(/^child/u)])
  })

  test('scrolling down adds words to the glossary', async () => {
    const at = await open(publish('/salt', saltRoad()), {viewport: {width: 900, height: 600}})
    const shown = at.locator('.xg-panel .xg-glossary > div:visible')
    await at.mouse.wheel(0, 4000)
    await at.waitForTimeout(600)
    await at.evaluate(() => scrollTo(0, 0))
    await at.waitForTimeout(300)
    await at.locator('.xg-open').click()
    expect(await shown.count()).toBeGreaterThan(25)
  })

  test('two stories on a page, one of them removed', async () => {
    const at = await page(two())
    const tips = async (name: string) => {
      await at.keyboard.press('Escape')
      await at.locator(`#${name} .xg-utterance .xg-term`).first().hover()
      return tip(at).innerText()
    }
    expect(await tips('one')).toContain('good')
    expect(await tips('two')).toContain('stone')
    await at.locator('h1').hover()
    const left = await at.evaluate(() => {
      const element = document.querySelector('#two') as HTMLElement
      const html = element.outerHTML
      element.remove()
      return html
    })
    expect(left).toContain('tabindex="0"')
    await at.waitForTimeout(200)
    expect(await tips('one')).toContain('good')
  })

  test('hostile content stays text, and tooltips stay in the window', async () => {
    const at = await page(strange(), {viewport: {width: 400, height: 500}})
    const words = at.locator('.xg-term[tabindex="0"], .xg-utterance .xg-term')
    for (let i = 0; i < (await words.count()); i++) {
      await words.nth(i).scrollIntoViewIfNeeded()
      await words.nth(i).click()
      const box = (await tip(at).boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(400)
      expect(box.y + box.height).toBeLessThanOrEqual(500)
      expect(await tip(at).locator('script, img, [href^="javascript"]').count()).toBe(0)
      await at.keyboard.press('Escape')
    }
    expect(await at.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
  })

  test('a novel of 25,000 words is mounted and unmounted without traces', async () => {
    publish('/mount.js', "import {mount} from '/reader.js'\nglobalThis.mount = mount")
    const at = await page(novel({links: {style: '/style.css', script: '/mount.js'}}))
    const times = await at.evaluate(() => {
      const {mount} = globalThis as unknown as {mount: (root: HTMLElement) => () => void}
      const root = document.querySelector('main') as HTMLElement
      return [1, 2, 3, 4, 5].map(() => {
        const start = performance.now()
        const unmount = mount(root)
        const time = performance.now() - start
        unmount()
        return time
      })
    })
    const [first, ...others] = times
    console.log(`Mounting a novel: ${first?.toFixed(1)} ms, then ${others.map((time) => time.toFixed(1)).join(', ')} ms`)
    expect(await at.locator('[tabindex], .xg-open').count()).toBe(0)
  })

  test.each([
    ['in light, dark and forced colors', {}],
    ['400% zoom', {viewport: {width: 320, height: 256}}],
  ] as [string, BrowserContextOptions][])('axe finds no violations: %s', async (_, options) => {
    // The first sees the whole story once; its first paragraphs have all kinds of elements.
    const whole = saltRoad()
    const start = whole.split('</p>').slice(0, 12).join('</p>')
    const story = `${start}</p>${whole.slice(whole.indexOf('</main>'))}`
    const isFirst = Object.keys(options).length === 0
    const at = await open(publish('/salt', isFirst ? whole : story), options)
    const check = async () => {
      expect(await violations(at)).toEqual([])
      if (!isFirst) return
      for (const theme of [{colorScheme: 'dark'}, {forcedColors: 'active'}] as const) {
        await at.emulateMedia(theme)
        expect(await violations(at, COLOR_RULES), JSON.stringify(theme)).toEqual([])
        await at.emulateMedia({colorScheme: 'light', forcedColors: 'none'})
      }
    }
    if (isFirst) {
      expect(await violations(at)).toEqual([])
      publish('/salt', story)
      await at.reload()
    }
    await check()
    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    await at.waitForTimeout(200)
    expect(await tip(at).count()).toBe(1)
    await check()
    await at.keyboard.press('ArrowRight')
    await at.waitForTimeout(200)
    expect(await tip(at).getAttribute('role')).toBe('dialog')
    await check()
    await at.locator('.xg-open').click()
    await at.getByText('Settings', {exact: true}).click()
    await check()
    expect(await at.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})
