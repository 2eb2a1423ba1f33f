/** The accessibility tree in Chromium, and WCAG 2.2 criteria for zoom, spacing, target size and focus. */
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

/** Lists the accessibility tree: role, name and description, with `*` at the focus. */
async function accessibleNodes(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as unknown as {nodes: readonly AxNode[]}
  await session.detach()
  const isNamed = ({ignored, role, name}: AxNode) => !ignored && name?.value && !/Text|RootWebArea/u.test(role?.value ?? '')
  return nodes.filter(isNamed).map(({role, name, description, properties}) => {
    const hasFocus = properties?.some((property) => property.name === 'focused' && property.value.value)
    return [`${hasFocus ? '* ' : ''}${role?.value}: ${name?.value}`, description?.value].filter(Boolean).join(' → ')
  })
}

/** Lists the text of elements with their declared language. */
const languages = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((element) => [element.textContent as string, (element.closest('[lang]') as HTMLElement | null)?.lang]))

/** Adds styles through the object model, since the page forbids inline styles. */
const addStyle = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, css)

/** Lists elements that overflow the window or are clipped by their container. */
const clipped = (page: Page) =>
  page.evaluate(() => {
    const isClipped = (element: Element) => {
      const {left, right, width} = element.getBoundingClientRect()
      const {overflowX} = getComputedStyle(element)
      return width > 0 && (left < 0 || right > innerWidth || (element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible'))
    }
    return Array.from(document.body.querySelectorAll('*'))
      .filter(isClipped)
      .map((element) => element.outerHTML.slice(0, 80))
  })

describeInBrowser('the accessibility of the reader', ({publish, open}) => {
  const page = async (content = small(), options = {}) => open(publish('/story', content), options)

  test('announces nothing before the focus moves, and then once', async () => {
    const at = await page()
    expect((await accessibleNodes(at)).filter((line) => /→|dialog|tooltip/u.test(line))).toEqual([])
    // Terms inside utterances are not tab stops, and there are no live regions.
    expect(await at.locator('.xg-utterance [tabindex]').count()).toBe(0)
    expect(await at.locator('[aria-live], [role=status], [role=alert], output').count()).toBe(0)
    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    expect((await accessibleNodes(at)).filter((line) => line.includes('→'))).toEqual([
      expect.stringMatching(/^\* generic: Orreth sulvane\. → Good evening\. \d+% confidence$/u),
    ])
  })

  test('utterances, terms, tooltips and buttons have roles and names', async () => {
    const at = await page()
    await at.keyboard.press('Tab')
    await at.keyboard.press('Tab')
    expect(await accessibleNodes(at)).toContain('dialog: Good evening.')
    await at.keyboard.press('ArrowRight')
    await at.keyboard.press('ArrowRight')
    const lines = await accessibleNodes(at)
    expect(lines).toContain('* generic: sulvane → sulvane noun evening Good evening.')
    expect(lines.slice(lines.indexOf('button: First'))).toEqual(expect.arrayContaining(['button: Next', 'checkbox: Known', 'button: Glossary']))
    expect(lines.find((line) => line.startsWith('dialog'))).toMatch(/^dialog: sulvane noun/u)
  })

  test('an utterance without controls has a tooltip, not a dialog', async () => {
    const at = await page(small({languages: ['art-x-mirr'], density: 'unknown', known: ['orreth', 'sulvane', 'mirrod']}).replaceAll('xg-word', ''))
    await at.keyboard.press('Tab')
    if ((await at.evaluate(() => document.activeElement?.className)) === 'xg-open') await at.keyboard.press('Tab')
    expect(await at.locator('.xg-tip').getAttribute('role')).toBe('tooltip')
  })

  test('the glossary is a named dialog, and its controls have names', async () => {
    const at = await page()
    await at.locator('.xg-open').click()
    const lines = await accessibleNodes(at)
    expect(lines).toEqual(
      expect.arrayContaining(['dialog: Glossary', '* button: Close', 'searchbox: Search', 'checkbox: Unknown words only', 'checkbox: Include upcoming words']),
    )
    expect(lines.filter((line) => line === 'button: Show in text')).toHaveLength(3)
    expect(await at.getByRole('status').innerText()).toBe('3 of 3 words')
    // The page behind a modal dialog is hidden.
    expect(lines.filter((line) => line.includes('heading: The inn'))).toEqual([])
  })

  test('foreign words declare their language in the text, the tooltip and the glossary (3.1.2)', async () => {
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

  test('at 400% zoom story, tooltip, glossary and interlinear examples fit in one column (1.4.10)', async () => {
    const at = await page(saltRoad(), {viewport: {width: 320, height: 256}})
    expect(await clipped(at)).toEqual([])
    await at.locator('.xg-utterance .xg-term').first().hover()
    expect(await clipped(at)).toEqual([])
    await at.locator('.xg-open').click()
    await at.getByText('Settings', {exact: true}).click()
    expect(await clipped(at)).toEqual([])
    expect(await clipped(await page(interlinear(), {viewport: {width: 320, height: 256}}))).toEqual([])
  })

  test('wider text spacing clips nothing (1.4.12)', async () => {
    const at = await page(saltRoad(), {viewport: {width: 320, height: 256}})
    await addStyle(at, '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important} p {margin-bottom: 2em !important}')
    await at.locator('.xg-utterance .xg-term').first().hover()
    expect(await clipped(at)).toEqual([])
    await at.locator('.xg-open').click()
    await at.getByText('Settings', {exact: true}).click()
    expect(await clipped(at)).toEqual([])
  })

  test('controls are at least 24 by 24 pixels, except inline terms (2.5.8)', async () => {
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
    await at.getByText('Settings', {exact: true}).tap()
    expect((await targets()).length).toBeGreaterThan(8)
    expect((await targets()).filter(({size}) => size < 24)).toEqual([])
  })

  test.each([
    [900, 600],
    [320, 256],
  ])('the focused element is visible in %i × %i (2.4.11)', async (width, height) => {
    const at = await page(saltRoad(), {viewport: {width, height}})
    const hidden: unknown[] = []
    /** Tooltips that are almost invisible. */
    const tooSmall: unknown[] = []
    const stops = await at.locator('main [tabindex="0"]').count()
    await at.keyboard.press('Tab')
    for (let i = 0; i < stops; i++) {
      await at.keyboard.press('Tab')
      const {isVisible, isTooSmall, name} = await at.evaluate(() => {
        const focused = document.activeElement as Element
        const [tip, ...others] = document.querySelectorAll('.xg-tip')
        if (!tip || others.length > 0) throw new Error(`Expected one tooltip, got ${others.length + Number(Boolean(tip))}`)
        return {
          isVisible: Array.from(focused.getClientRects()).some(({x, y, width, height}) =>
            focused.contains(document.elementFromPoint(x + width / 2, y + height / 2)),
          ),
          isTooSmall: tip.clientHeight < Math.min(tip.scrollHeight, 0.3 * innerHeight),
          name: focused.textContent,
        }
      })
      if (!isVisible) hidden.push(name)
      if (isTooSmall) tooSmall.push(name)
    }
    expect(stops).toBeGreaterThan(20)
    expect(hidden).toEqual([])
    expect(tooSmall).toEqual([])
  })
})
