/** What assistive technology is told, by Chromium's accessibility tree, and what WCAG 2.2 asks of zoom, spacing, targets and focus. */
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import {interlinear, saltRoad, small} from './stories.js'

interface AxNode {
  readonly ignored: boolean
  readonly role?: {readonly value: string}
  readonly name?: {readonly value: string}
  readonly description?: {readonly value: string}
  readonly properties?: readonly {readonly name: string; readonly value: {readonly value?: unknown}}[]
}

/** What is told, a line each: role, name, what describes it; `*` where the focus is. */
async function told(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as unknown as {nodes: readonly AxNode[]}
  await session.detach()
  const isSaid = ({ignored, role, name}: AxNode) => !ignored && name?.value && !/Text|RootWebArea/u.test(role?.value ?? '')
  return nodes.filter(isSaid).map(({role, name, description, properties}) => {
    const hasFocus = properties?.some((property) => property.name === 'focused' && property.value.value)
    return [`${hasFocus ? '* ' : ''}${role?.value}: ${name?.value}`, description?.value].filter(Boolean).join(' → ')
  })
}

/** Own text of elements, with the language that it is said to be in. */
const languages = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((element) => [element.textContent as string, (element.closest('[lang]') as HTMLElement | null)?.lang]))

/** Styles by way of the object model: the page allows nothing inline. */
const style = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, css)

/** What sticks out of the window, or is cut off by what it stands in. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const isCut = (element: Element) => {
      const {left, right, width} = element.getBoundingClientRect()
      const {overflowX} = getComputedStyle(element)
      return width > 0 && (left < 0 || right > innerWidth || (element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible'))
    }
    return Array.from(document.body.querySelectorAll('*'))
      .filter(isCut)
      .map((element) => element.outerHTML.slice(0, 80))
  })

describeInBrowser('the reader, to those who hear it, enlarge it or use keys', ({put, open}) => {
  const page = async (content = small(), options = {}) => open(put('/story', content), options)

  test('nothing is announced before it is asked for, and then once', async () => {
    const at = await page()
    expect((await told(at)).filter((line) => /→|dialog|tooltip/u.test(line))).toEqual([])
    // No word is a stop of its own in a line, and nothing speaks up by itself.
    expect(await at.locator('.xg-utterance [tabindex]').count()).toBe(0)
    expect(await at.locator('[aria-live], [role=status], [role=alert], output').count()).toBe(0)
    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    expect((await told(at)).filter((line) => line.includes('→'))).toEqual([
      expect.stringMatching(/^\* generic: Orreth sulvane\. → Good evening\. \d+ % sure$/u),
    ])
  })

  test('a line, a word, its card and its buttons say what they are', async () => {
    const at = await page()
    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    expect(await told(at)).toContain('dialog: Good evening.')
    await at.keyboard.press('ArrowRight')
    await at.keyboard.press('ArrowRight')
    const lines = await told(at)
    expect(lines).toContain('* generic: sulvane → sulvane noun evening Good evening.')
    expect(lines.slice(lines.indexOf('button: First'))).toEqual(expect.arrayContaining(['button: Next', 'checkbox: I know it', 'button: Glossary']))
    expect(lines.find((line) => line.startsWith('dialog'))).toMatch(/^dialog: sulvane noun/u)
  })

  test('a line that nothing can be done about has a tooltip, no dialog', async () => {
    const at = await page(small({languages: ['art-x-mirr'], density: 'unknown', known: ['orreth', 'sulvane', 'mirrod']}).replaceAll('xg-word', ''))
    await at.keyboard.press('Tab')
    if ((await at.evaluate(() => document.activeElement?.className)) === 'xg-open') await at.keyboard.press('Tab')
    expect(await at.locator('.xg-tip').getAttribute('role')).toBe('tooltip')
  })

  test('the glossary is a dialog with a name, and so has everything in it', async () => {
    const at = await page()
    await at.locator('.xg-open').click()
    const lines = await told(at)
    expect(lines).toEqual(
      expect.arrayContaining(['dialog: Glossary', '* button: Close', 'searchbox: Search', 'checkbox: only unknown words', 'checkbox: words to come']),
    )
    expect(lines.filter((line) => line === 'button: Show in story')).toHaveLength(3)
    expect(await at.getByRole('status').innerText()).toBe('3 of 3 words')
    // Behind a modal dialog nothing is told.
    expect(lines.filter((line) => line.includes('heading: The inn'))).toEqual([])
  })

  test('whatever is foreign says of what language it is, in the text, the tip and the glossary (3.1.2)', async () => {
    const at = await page(saltRoad())
    const expectForeign = async (selector: string) => {
      const found = await languages(at, selector)
      expect(found.length).toBeGreaterThan(0)
      expect(found.filter(([, lang]) => lang !== 'art-x-vessik')).toEqual([])
    }
    await expectForeign('.xg-utterance, .xg-term')
    await at.locator('.xg-term', {hasText: "ke'esharath"}).first().hover()
    await expectForeign('.xg-tip dfn')
    await expectForeign('.xg-tip bdi')
    expect(await languages(at, '.xg-tip li, .xg-tip .xg-tip-line')).toEqual([
      ['come (attested)', 'en'],
      ['She did not come to the lamps.', 'en'],
    ])
    await at.locator('.xg-open').click()
    await expectForeign('.xg-panel dfn')
  })

  test('at 400 % everything stands in one column: story, tip, glossary, interlinear lines (1.4.10)', async () => {
    const at = await page(saltRoad(), {viewport: {width: 320, height: 256}})
    expect(await cut(at)).toEqual([])
    await at.locator('.xg-utterance .xg-term').first().hover()
    expect(await cut(at)).toEqual([])
    await at.locator('.xg-open').click()
    await at.getByText('Reading', {exact: true}).click()
    expect(await cut(at)).toEqual([])
    expect(await cut(await page(interlinear(), {viewport: {width: 320, height: 256}}))).toEqual([])
  })

  test('wider spacing cuts nothing off (1.4.12)', async () => {
    const at = await page(saltRoad(), {viewport: {width: 320, height: 256}})
    await style(at, '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important} p {margin-bottom: 2em !important}')
    await at.locator('.xg-utterance .xg-term').first().hover()
    expect(await cut(at)).toEqual([])
    await at.locator('.xg-open').click()
    await at.getByText('Reading', {exact: true}).click()
    expect(await cut(at)).toEqual([])
  })

  test('what can be pressed is 24 pixels high and wide, but for words in their lines (2.5.8)', async () => {
    const at = await page(saltRoad(), {hasTouch: true, isMobile: true, viewport: {width: 390, height: 700}})
    const targets = async () => {
      const sizes = await at.locator('button, select, input[type=search], label:has(input), summary').evaluateAll((all) =>
        all.map((element) => {
          const {width, height} = element.getBoundingClientRect()
          return {text: (element.textContent || element.ariaLabel) as string, size: Math.min(width, height)}
        }),
      )
      return sizes.filter(({size}) => size > 0)
    }
    await at.locator('.xg-utterance .xg-term').first().tap()
    expect((await targets()).length).toBeGreaterThan(2)
    expect((await targets()).filter(({size}) => size < 24)).toEqual([])
    await at.locator('.xg-tip').getByText('Glossary').tap()
    await at.getByText('Reading', {exact: true}).tap()
    expect((await targets()).length).toBeGreaterThan(8)
    expect((await targets()).filter(({size}) => size < 24)).toEqual([])
  })

  test.each([
    [900, 600],
    [320, 256],
  ])('what has the focus is in sight, tip or no tip, in %i × %i (2.4.11)', async (width, height) => {
    const at = await page(saltRoad(), {viewport: {width, height}})
    const hidden: unknown[] = []
    /** Tips of which hardly anything is to be seen. */
    const slits: unknown[] = []
    const stops = await at.locator('main [tabindex="0"]').count()
    await at.keyboard.press('Tab')
    for (let i = 0; i < stops; i++) {
      await at.keyboard.press('Tab')
      const isSeen = await at.evaluate(() => {
        const focused = document.activeElement as Element
        return Array.from(focused.getClientRects()).some(({x, y, width, height}) => focused.contains(document.elementFromPoint(x + width / 2, y + height / 2)))
      })
      const isSlit = await at.locator('.xg-tip').evaluate((tip) => tip.clientHeight < Math.min(tip.scrollHeight, 0.3 * innerHeight))
      const name = await at.evaluate(() => document.activeElement?.textContent)
      if (!isSeen) hidden.push(name)
      if (isSlit) slits.push(name)
    }
    expect(stops).toBeGreaterThan(20)
    expect(hidden).toEqual([])
    expect(slits).toEqual([])
  })
})
