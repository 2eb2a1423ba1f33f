/** What the pictures in README show: pages of the example story, and what a reader does there. */
import type {BrowserContextOptions, Page} from 'playwright-core'
import {interlinear, saltRoad} from '../reader/stories.js'

export interface Scene {
  /** Of the file, without its ending. */
  readonly name: string
  readonly story: () => string
  readonly options: BrowserContextOptions
  /** Words of the line that stands in the upper third of the window. */
  readonly at: string
  readonly act: (line: ReturnType<Page['locator']>, page: Page) => Promise<unknown>
  /** What has to be in sight: without it the picture shows nothing. */
  readonly sees: readonly string[]
}

/** Two pixels for one, for screens that have them. */
const still: BrowserContextOptions = {deviceScaleFactor: 2, reducedMotion: 'reduce', locale: 'en-GB'}
const wide = (width: number, height: number): BrowserContextOptions => ({...still, viewport: {width, height}})

/** Letters of Debian's fonts-liberation, so that the pictures are the same on every machine that has them. */
const FONTS = `.xg-page {--xg-font: 'Liberation Serif', serif} .xg-page :is(.xg-open, [role=toolbar]) {font-family: 'Liberation Sans', sans-serif}`

const COME = "Kui ke'esharath"

export const scenes: readonly Scene[] = [
  {
    name: 'line',
    story: saltRoad,
    options: wide(640, 300),
    at: COME,
    act: async (line, page) => {
      await page.keyboard.press('Tab')
      await line.focus()
    },
    sees: ['.xg-tip .xg-tip-line', '.xg-gloss .xg-lit', '.xg-utterance:focus-visible'],
  },
  {
    name: 'word',
    story: saltRoad,
    options: wide(640, 340),
    at: COME,
    act: (line) => line.locator('.xg-term').nth(1).click(),
    sees: ['.xg-tip dfn', '.xg-tip bdi', '.xg-tip .xg-word.xg-lit', '.xg-tip [role=toolbar]'],
  },
  {
    name: 'glossary',
    story: saltRoad,
    options: wide(640, 460),
    at: COME,
    act: async (_, page) => {
      await page.locator('.xg-open').click()
      await page.getByText('Reading', {exact: true}).click()
    },
    sees: ['.xg-panel dfn', '.xg-panel select', '.xg-panel output'],
  },
  {
    name: 'phone',
    story: saltRoad,
    options: {...wide(360, 480), hasTouch: true, isMobile: true},
    at: 'Hodru talin',
    act: (line) => line.locator('.xg-term').last().tap(),
    sees: ['.xg-tip dfn', '.xg-lit'],
  },
  {
    name: 'dark',
    story: saltRoad,
    options: {...wide(640, 290), colorScheme: 'dark'},
    at: 'Thesa beshul',
    act: (line) => line.locator('.xg-term').first().click(),
    sees: ['.xg-tip dfn', '.xg-lit'],
  },
  {
    name: 'interlinear',
    story: interlinear,
    options: wide(640, 424),
    at: COME,
    act: async () => {},
    sees: ['.xg-pair', '.xg-free'],
  },
]

/** Opens a page and does what the scene says. */
export async function play({at, act, sees}: Scene, page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, FONTS)
  const line = page.locator('.xg-utterance', {hasText: at}).first()
  await line.evaluate((element) => {
    const {top} = (element.closest('p') as Element).getBoundingClientRect()
    scrollTo({top: scrollY + top - 16, behavior: 'instant'})
  })
  await act(line, page)
  for (const selector of sees) await page.locator(selector).first().waitFor({state: 'visible'})
}
