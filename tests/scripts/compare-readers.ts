/**
 * `npx tsx tests/compare-readers.ts`: the same questions to our reader and to what people use today, asked in Chromium, as a table in
 * Markdown. twoslash is asked where it is installed (`npm install --no-save shiki @shikijs/twoslash`); the hover skin is of our own
 * making, after the common pattern: a class for every line, and its translation in a rule of the work skin.
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
import {launch, type Place, place} from '../support/place.js'

/** One way to show what words mean. */
interface Way {
  readonly name: string
  /** What stands between the tags of the body, with tips and without. */
  readonly body: string
  readonly plain: string
  readonly head: string
  /** What is pointed at, what it says, and the element that says so; without one, what the style sheet writes behind. */
  readonly target: string
  readonly says: string
  readonly tip?: string
  /** Everything that can be pointed at. */
  readonly all: string
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

function ours(): Way {
  const links = '<link rel="stylesheet" href="/style.css"><script type="module" src="/reader-page.js"></script>'
  const body = toHtml(toHast(annotate(story, {dictionaries: [MIRR]})))
  const all = '.xg-utterance, .xg-term'
  return {name: '`xenogloss/reader`', body, plain: bracketed, head: links, target: '.xg-utterance', says: 'Good evening.', tip: '.xg-tip', all}
}

function archived(): Way {
  const {chapter} = toAo3(annotate(story, {dictionaries: [MIRR]}))
  const style = `<style>${read(import.meta.resolve('../src/ao3-skin.css'))}</style>`
  const target = '.xg-line'
  return {name: '`xenogloss/ao3`', body: chapter.html, plain: bracketed, head: style, target, says: 'Good evening.', tip: '.xg-tip', all: target}
}

function hoverSkin(): Way {
  const rules = LINES.map(([, translation], index) => `.line${index}:hover::after {content: "${translation}"}`)
  const tip = '[class^="line"]:hover::after {position: absolute; left: 0; top: 100%; width: 16em; border: 1px solid; background: #fff; color: #000}'
  const style = `<style>[class^="line"] {position: relative; border-bottom: 1px dotted}\n${tip}\n${rules.join('\n')}</style>`
  const body = paragraphs((line, _, index) => `“<span class="line${index}">${line}</span>” she said.`)
  const plain = paragraphs((line) => `“${line}” she said.`)
  return {name: 'hover skin', body, plain, head: style, target: '.line0', says: 'Good evening.', all: '[class^="line"]'}
}

/** Where it is installed. */
async function twoslash(): Promise<Way | undefined> {
  const load = (name: string) => import(name) as Promise<Record<string, (...options: unknown[]) => unknown>>
  try {
    const [{codeToHtml}, {transformerTwoslash, rendererRich}] = await Promise.all([load('shiki'), load('@shikijs/twoslash')])
    const show = (transformers: readonly unknown[]) => codeToHtml?.(CODE, {lang: 'ts', theme: 'github-light-high-contrast', transformers}) as Promise<string>
    const style = readFileSync(createRequire(import.meta.url).resolve('@shikijs/twoslash/style-rich.css'), 'utf8')
    const body = await show([transformerTwoslash?.({renderer: rendererRich?.()})])
    const [target, tip] = ['.twoslash-hover', '.twoslash-hover .twoslash-popup-container']
    return {name: 'shikijs/twoslash', body, plain: await show([]), head: `<style>${style}</style>`, target, says: 'const greeting: "hello"', tip, all: target}
  } catch {
    return undefined
  }
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title>${head}</head>` +
  `<body class="xg-story"><main><h1>Page</h1>${body}<p>The end.</p></main></body></html>`

const isShown = (at: Page, {target, tip}: Way): Promise<boolean> =>
  at.evaluate(
    ([target, tip]) => {
      const seen = tip && document.querySelector(tip)
      if (seen) return seen.checkVisibility({opacityProperty: true, visibilityProperty: true})
      const {content} = getComputedStyle(document.querySelector(target) as Element, '::after')
      return !tip && content !== 'none'
    },
    [target, tip] as const,
  )

/** A point of the tip: of what a style sheet writes, one that belongs to the target and is outside its lines. */
const inTip = (at: Page, {target, tip}: Way): Promise<{x: number; y: number} | undefined> =>
  at.evaluate(
    ([target, tip]) => {
      const pointed = document.querySelector(target) as Element
      const {left, bottom} = pointed.getBoundingClientRect()
      const box = tip ? document.querySelector(tip)?.getBoundingClientRect() : undefined
      if (box) return {x: box.left + Math.min(20, box.width / 2), y: box.top + Math.min(10, box.height / 2)}
      return {x: left + 5, y: bottom + 8}
    },
    [target, tip] as const,
  )

/** What the accessibility tree says of a tip: nowhere, or in whose description or text. */
async function exposed(at: Page, {says}: Way): Promise<string> {
  const session = await at.context().newCDPSession(at)
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly {ignored: boolean; role?: {value: string}; name?: {value: string}; description?: {value: string}}[]
  }
  const told = nodes.filter(({ignored}) => !ignored)
  const words = says.replace(/\W/gu, '')
  if (told.some(({description}) => description?.value.replace(/\W/gu, '').includes(words))) return 'as a description'
  return told
    .map(({role, name}) => (role?.value === 'StaticText' ? name?.value : ''))
    .join('')
    .replace(/\W/gu, '')
    .includes(words)
    ? 'as text'
    : 'no'
}

const settled = (at: Page) => at.waitForTimeout(500)
const yes = (is: boolean): string => (is ? 'yes' : 'no')
const letters = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The answers, in the order of the rows. */
async function ask(way: Way, put: Place['put'], open: (address: string, options?: BrowserContextOptions) => Promise<Page>): Promise<Record<string, string>> {
  const address = put('/way', page(way.head, way.body))
  const bare = put('/bare', page('', way.body))
  const plain = put('/plain', page('', way.plain))
  const textOf = async (url: string, options?: BrowserContextOptions) => {
    const at = await open(url, options)
    return letters(await at.locator('main').innerText())
  }
  const asWritten = await textOf(plain)
  const verdict = (text: string) => {
    if (text === asWritten) return text.includes(way.says) ? 'as written' : 'as written, the translation is lost'
    const [own, found] = [asWritten, text].map((each) => [...each].sort().join('').trim())
    return own === found ? 'the author’s words, the translation by its line' : 'what the tips say in the midst of it'
  }

  const at = await open(address)
  const target = at.locator(way.target).first()
  const point = async () => {
    const box = await target.boundingBox()
    if (box) await at.mouse.move(box.x + 3, box.y + box.height / 2)
    await settled(at)
  }
  const atRest = await isShown(at, way)
  await point()
  const mouse = !atRest && (await isShown(at, way))
  const pointed = await exposed(at, way)
  await at.addScriptTag({url: '/axe.js'})
  const violations = await at.evaluate(async () => {
    const axe = (globalThis as unknown as {axe: {run: () => Promise<{violations: {id: string}[]}>}}).axe
    return (await axe.run()).violations.map(({id}) => id)
  })
  const spot = await inTip(at, way)
  if (spot) await at.mouse.move(spot.x, spot.y, {steps: 4})
  await settled(at)
  const hoverable = await isShown(at, way)
  await at.mouse.move(600, 500)
  await settled(at)
  await point()
  await at.keyboard.press('Escape')
  await settled(at)
  const closes = mouse && !(await isShown(at, way))
  await at.mouse.move(600, 500)
  await settled(at)
  await point()
  await at.keyboard.press('Control+A')
  const copied = letters(await at.evaluate(() => String(getSelection())))

  const keys = await open(address)
  let key = false
  let focused = 'no'
  for (let i = 0; i < 6 && !key; i++) {
    await keys.keyboard.press('Tab')
    await settled(keys)
    key = await isShown(keys, way)
    if (key) focused = await exposed(keys, way)
  }
  const touched = await open(address, {hasTouch: true, isMobile: true, viewport: {width: 390, height: 700}})
  await touched
    .locator(way.target)
    .first()
    .tap({position: {x: 3, y: 8}})
  await settled(touched)
  const touch = await isShown(touched, way)
  const still = await open(address, {javaScriptEnabled: false})
  await still
    .locator(way.target)
    .first()
    .hover({position: {x: 3, y: 8}})
  await settled(still)
  const works = (await still.locator(way.tip ?? way.target).count()) > 0 && (await isShown(still, way))
  const bytes = Buffer.byteLength(way.body) + (way.tip ? 0 : Buffer.byteLength(way.head)) - Buffer.byteLength(way.plain)
  const tips = await at.locator(way.all).count()

  return {
    'mouse: pointing shows it': yes(mouse),
    'the pointer may move onto it (1.4.13)': yes(hoverable),
    'Escape closes it (1.4.13)': yes(closes),
    'keyboard: Tab reaches it': yes(key),
    'touch: a tap shows it': yes(touch),
    'accessibility tree, pointed at': pointed,
    'accessibility tree, by keyboard': focused,
    'axe violations with it open': violations.length === 0 ? '0' : `${violations.length} (${violations.join(', ')})`,
    'without style the page reads': verdict(await textOf(bare)),
    'without script': works ? 'the same' : verdict(await textOf(address, {javaScriptEnabled: false})),
    'copying everything, tip open': copied === asWritten ? 'the text alone' : copied.length > asWritten.length ? 'the tip, too' : 'without other translations',
    'bytes for each tip (all, gzipped)': `${Math.round(bytes / tips)} (${Math.round((gzipSync(way.body + (way.tip ? '' : way.head)).length - gzipSync(way.plain).length) / tips)})`,
  }
}

const browser = await launch()
const site = await place()
const open = async (address: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({bypassCSP: true, ...options})
  const at = await context.newPage()
  await at.goto(address)
  return at
}
const ways = [ours(), archived(), await twoslash(), hoverSkin()].flatMap((way) => way ?? [])
const columns: {readonly name: string; readonly answers: Record<string, string>}[] = []
for (const way of ways) columns.push({name: way.name, answers: await ask(way, site.put, open)})
await browser.close()
site.close()

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
console.log(row(['', ...columns.map(({name}) => name)]))
console.log(row(['---', ...columns.map(() => '---')]))
for (const question of Object.keys(columns[0]?.answers ?? {})) console.log(row([question, ...columns.map(({answers}) => answers[question] as string)]))
