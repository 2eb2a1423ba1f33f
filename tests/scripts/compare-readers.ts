/**
 * Compares our reader with the tooltips that people use today, in Chromium, and prints a Markdown table: `npm run compare:readers`.
 *
 * twoslash is included if it is installed (`npm install --no-save shiki @shikijs/twoslash`). The hover skin is written here after the
 * common pattern: a class for every line, and its translation in a rule of the work skin.
 */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {toHtml} from 'hast-util-to-html'
import type {BrowserContextOptions, Page} from 'playwright-core'
import {toAo3} from '../../src/ao3.js'
import {toHast} from '../../src/html.js'
import {annotate, type Dictionary} from '../../src/index.js'
import {launch, type PageServer, startPageServer} from '../support/page-server.js'

/** One implementation of tooltips, and a page that uses it. */
interface Variant {
  readonly name: string
  /** HTML of the body, with tooltips and without. */
  readonly body: string
  readonly plain: string
  readonly head: string
  /** Selector of the element that is pointed at, and the text that its tooltip shows. */
  readonly target: string
  readonly tooltipText: string
  /** Selector of the tooltip; without one, it is the target's `::after`. */
  readonly tooltip?: string
  /** Selector of every element with a tooltip. */
  readonly allTargets: string
}

const LINES = [
  ['Orreth sulvane.', 'Good evening.'],
  ['Sulvane mirrod.', 'Evening, traveller.'],
  ['Mirrod orreth.', 'Good traveller.'],
] as const
const MIRR: Dictionary = {
  language: 'art-x-mirr',
  entries: [
    {headword: 'orreth', senses: ['good']},
    {headword: 'sulvane', senses: ['evening']},
    {headword: 'mirrod', senses: ['traveller']},
  ],
}
const story = LINES.map(([line, translation]) => `“${line}” she said. (${translation})`).join('\n\n')
const CODE = "const greeting = 'hello'\nconst answer = greeting.length\nconst both = [greeting, answer]"

const read = (url: string): string => readFileSync(fileURLToPath(url), 'utf8')
const paragraphs = (show: (line: string, translation: string, index: number) => string): string =>
  LINES.map(([line, translation], index) => `<p>${show(line, translation, index)}</p>`).join('\n')
const bracketed = paragraphs((line, translation) => `“${line}” she said. (${translation})`)

function createReaderVariant(): Variant {
  const links = '<link rel="stylesheet" href="/style.css"><script type="module" src="/reader-page.js"></script>'
  const body = toHtml(toHast(annotate(story, {dictionaries: [MIRR]})))
  const allTargets = '.xg-utterance, .xg-term'
  return {
    name: '`xenogloss/reader`',
    body,
    plain: bracketed,
    head: links,
    target: '.xg-utterance',
    tooltipText: 'Good evening.',
    tooltip: '.xg-tip',
    allTargets,
  }
}

function createAo3Variant(): Variant {
  const {chapter} = toAo3(annotate(story, {dictionaries: [MIRR]}))
  const style = `<style>${read(import.meta.resolve('../src/ao3-skin.css'))}</style>`
  const target = '.xg-line'
  return {
    name: '`xenogloss/ao3`',
    body: chapter.html,
    plain: bracketed,
    head: style,
    target,
    tooltipText: 'Good evening.',
    tooltip: '.xg-tip',
    allTargets: target,
  }
}

function createHoverSkinVariant(): Variant {
  const rules = LINES.map(([, translation], index) => `.line${index}:hover::after {content: "${translation}"}`)
  const tooltipRule = '[class^="line"]:hover::after {position: absolute; left: 0; top: 100%; width: 16em; border: 1px solid; background: #fff; color: #000}'
  const style = `<style>[class^="line"] {position: relative; border-bottom: 1px dotted}\n${tooltipRule}\n${rules.join('\n')}</style>`
  const body = paragraphs((line, _, index) => `“<span class="line${index}">${line}</span>” she said.`)
  const plain = paragraphs((line) => `“${line}” she said.`)
  return {name: 'hover skin', body, plain, head: style, target: '.line0', tooltipText: 'Good evening.', allTargets: '[class^="line"]'}
}

/** Undefined if twoslash is not installed. */
async function createTwoslashVariant(): Promise<Variant | undefined> {
  const load = (name: string) => import(name) as Promise<Record<string, (...options: unknown[]) => unknown>>
  try {
    const [{codeToHtml}, {transformerTwoslash, rendererRich}] = await Promise.all([load('shiki'), load('@shikijs/twoslash')])
    const show = (transformers: readonly unknown[]) => codeToHtml?.(CODE, {lang: 'ts', theme: 'github-light-high-contrast', transformers}) as Promise<string>
    const style = readFileSync(createRequire(import.meta.url).resolve('@shikijs/twoslash/style-rich.css'), 'utf8')
    const body = await show([transformerTwoslash?.({renderer: rendererRich?.()})])
    const [target, tooltip] = ['.twoslash-hover', '.twoslash-hover .twoslash-popup-container']
    return {
      name: 'shikijs/twoslash',
      body,
      plain: await show([]),
      head: `<style>${style}</style>`,
      target,
      tooltipText: 'const greeting: "hello"',
      tooltip,
      allTargets: target,
    }
  } catch {
    return undefined
  }
}

const createPage = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title>${head}</head>` +
  `<body class="xg-story"><main><h1>Page</h1>${body}<p>The end.</p></main></body></html>`

const isTooltipShown = (page: Page, {target, tooltip}: Variant): Promise<boolean> =>
  page.evaluate(
    ([target, tooltip]) => {
      const shown = tooltip && document.querySelector(tooltip)
      if (shown) return shown.checkVisibility({opacityProperty: true, visibilityProperty: true})
      const {content} = getComputedStyle(document.querySelector(target) as Element, '::after')
      return !tooltip && content !== 'none'
    },
    [target, tooltip] as const,
  )

/** A point inside the tooltip; for a tooltip of the style sheet, a point below the target. */
const findTooltipPoint = (page: Page, {target, tooltip}: Variant): Promise<{x: number; y: number} | undefined> =>
  page.evaluate(
    ([target, tooltip]) => {
      const pointed = document.querySelector(target) as Element
      const {left, bottom} = pointed.getBoundingClientRect()
      const box = tooltip ? document.querySelector(tooltip)?.getBoundingClientRect() : undefined
      if (box) return {x: box.left + Math.min(20, box.width / 2), y: box.top + Math.min(10, box.height / 2)}
      return {x: left + 5, y: bottom + 8}
    },
    [target, tooltip] as const,
  )

/** How the accessibility tree exposes the text of the tooltip: not at all, as a description or as text. */
async function describeExposure(page: Page, {tooltipText}: Variant): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly {ignored: boolean; role?: {value: string}; name?: {value: string}; description?: {value: string}}[]
  }
  const exposedNodes = nodes.filter(({ignored}) => !ignored)
  const words = tooltipText.replace(/\W/gu, '')
  if (exposedNodes.some(({description}) => description?.value.replace(/\W/gu, '').includes(words))) return 'as a description'
  return exposedNodes
    .map(({role, name}) => (role?.value === 'StaticText' ? name?.value : ''))
    .join('')
    .replace(/\W/gu, '')
    .includes(words)
    ? 'as text'
    : 'no'
}

const waitForTooltip = (page: Page) => page.waitForTimeout(500)
const formatBoolean = (value: boolean): string => (value ? 'yes' : 'no')
const collapseWhiteSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Runs all checks on a variant; results by the name of their row. */
async function runChecks(
  variant: Variant,
  put: PageServer['publish'],
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>,
): Promise<Record<string, string>> {
  const address = put('/variant', createPage(variant.head, variant.body))
  const unstyled = put('/unstyled', createPage('', variant.body))
  const plain = put('/plain', createPage('', variant.plain))
  const getText = async (url: string, options?: BrowserContextOptions) => {
    const page = await open(url, options)
    return collapseWhiteSpace(await page.locator('main').innerText())
  }
  const asWritten = await getText(plain)
  const compareText = (text: string) => {
    if (text === asWritten) return text.includes(variant.tooltipText) ? 'as written' : 'as written, the translation is lost'
    const [expected, actual] = [asWritten, text].map((each) => [...each].sort().join('').trim())
    return expected === actual ? 'the author’s words, each translation next to its line' : 'with the tooltips inside the text'
  }

  const page = await open(address)
  const target = page.locator(variant.target).first()
  const pointAtTarget = async () => {
    const box = await target.boundingBox()
    if (box) await page.mouse.move(box.x + 3, box.y + box.height / 2)
    await waitForTooltip(page)
  }
  const isShownAtRest = await isTooltipShown(page, variant)
  await pointAtTarget()
  const showsOnHover = !isShownAtRest && (await isTooltipShown(page, variant))
  const exposedOnHover = await describeExposure(page, variant)
  await page.addScriptTag({url: '/axe.js'})
  const violations = await page.evaluate(async () => {
    const axe = (globalThis as unknown as {axe: {run: () => Promise<{violations: {id: string}[]}>}}).axe
    return (await axe.run()).violations.map(({id}) => id)
  })
  const tooltipPoint = await findTooltipPoint(page, variant)
  if (tooltipPoint) await page.mouse.move(tooltipPoint.x, tooltipPoint.y, {steps: 4})
  await waitForTooltip(page)
  const hoverable = await isTooltipShown(page, variant)
  await page.mouse.move(600, 500)
  await waitForTooltip(page)
  await pointAtTarget()
  await page.keyboard.press('Escape')
  await waitForTooltip(page)
  const closes = showsOnHover && !(await isTooltipShown(page, variant))
  await page.mouse.move(600, 500)
  await waitForTooltip(page)
  await pointAtTarget()
  await page.keyboard.press('Control+A')
  const copied = collapseWhiteSpace(await page.evaluate(() => String(getSelection())))

  const keys = await open(address)
  let showsOnFocus = false
  let exposedOnFocus = 'no'
  for (let i = 0; i < 6 && !showsOnFocus; i++) {
    await keys.keyboard.press('Tab')
    await waitForTooltip(keys)
    showsOnFocus = await isTooltipShown(keys, variant)
    if (showsOnFocus) exposedOnFocus = await describeExposure(keys, variant)
  }
  const touched = await open(address, {hasTouch: true, isMobile: true, viewport: {width: 390, height: 700}})
  await touched
    .locator(variant.target)
    .first()
    .tap({position: {x: 3, y: 8}})
  await waitForTooltip(touched)
  const showsOnTap = await isTooltipShown(touched, variant)
  const withoutScript = await open(address, {javaScriptEnabled: false})
  await withoutScript
    .locator(variant.target)
    .first()
    .hover({position: {x: 3, y: 8}})
  await waitForTooltip(withoutScript)
  const worksWithoutScript = (await withoutScript.locator(variant.tooltip ?? variant.target).count()) > 0 && (await isTooltipShown(withoutScript, variant))
  const bytes = Buffer.byteLength(variant.body) + (variant.tooltip ? 0 : Buffer.byteLength(variant.head)) - Buffer.byteLength(variant.plain)
  const tooltipCount = await page.locator(variant.allTargets).count()

  return {
    'mouse: hovering shows it': formatBoolean(showsOnHover),
    'hoverable (WCAG 1.4.13)': formatBoolean(hoverable),
    'dismissible with Escape (WCAG 1.4.13)': formatBoolean(closes),
    'keyboard: Tab shows it': formatBoolean(showsOnFocus),
    'touch: a tap shows it': formatBoolean(showsOnTap),
    'accessibility tree, hovered': exposedOnHover,
    'accessibility tree, focused': exposedOnFocus,
    'axe violations while open': violations.length === 0 ? '0' : `${violations.length} (${violations.join(', ')})`,
    'text without styles': compareText(await getText(unstyled)),
    'without scripts': worksWithoutScript ? 'the same' : compareText(await getText(address, {javaScriptEnabled: false})),
    'copying everything while open':
      copied === asWritten ? 'the text only' : copied.length > asWritten.length ? 'with the tooltip' : 'without the other translations',
    'bytes per tooltip (raw, gzipped)': `${Math.round(bytes / tooltipCount)} (${Math.round((gzipSync(variant.body + (variant.tooltip ? '' : variant.head)).length - gzipSync(variant.plain).length) / tooltipCount)})`,
  }
}

const browser = await launch()
const site = await startPageServer()
const open = async (address: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({bypassCSP: true, ...options})
  const page = await context.newPage()
  await page.goto(address)
  return page
}
const variants = [createReaderVariant(), createAo3Variant(), await createTwoslashVariant(), createHoverSkinVariant()].flatMap((variant) => variant ?? [])
const columns: {readonly name: string; readonly results: Record<string, string>}[] = []
for (const variant of variants) columns.push({name: variant.name, results: await runChecks(variant, site.publish, open)})
await browser.close()
site.close()

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
console.log(row(['', ...columns.map(({name}) => name)]))
console.log(row(['---', ...columns.map(() => '---')]))
for (const check of Object.keys(columns[0]?.results ?? {})) console.log(row([check, ...columns.map(({results}) => results[check] as string)]))
