/** The scenes of the pictures in the README: a page of the example story, and what a reader does on it. */
import type {BrowserContextOptions, Page} from 'playwright-core'
import {interlinear, saltRoad, saltRoadAlone} from '../reader/stories.js'

export interface Scene {
  /** File name of the picture, without its extension. */
  readonly name: string
  readonly story: () => string
  readonly options: BrowserContextOptions
  /** Text of the utterance that is scrolled to the top of the window. */
  readonly utterance: string
  /** What the reader does. */
  readonly act: (line: ReturnType<Page['locator']>, page: Page) => Promise<unknown>
  /** Selectors that must be visible in the picture. */
  readonly visible: readonly string[]
}

/** Twice the resolution, for high-density screens; no motion. */
const baseOptions: BrowserContextOptions = {deviceScaleFactor: 2, reducedMotion: 'reduce', locale: 'en-GB'}
const withViewport = (width: number, height: number): BrowserContextOptions => ({...baseOptions, viewport: {width, height}})

/** Fonts of Debian's fonts-liberation, so that the pictures are the same on every machine that has them. */
const FONTS = `.xg-page {--xg-font: 'Liberation Serif', serif} .xg-page :is(.xg-open, [role=toolbar]) {font-family: 'Liberation Sans', sans-serif}`

const COME_LINE = "Kui ke'esharath"

/** An utterance with the keyboard's focus, and its tooltip. */
const focusedLine: Pick<Scene, 'act' | 'visible'> = {
  act: async (line, page) => {
    await page.keyboard.press('Tab')
    await line.focus()
  },
  visible: ['.xg-tip .xg-tip-line', '.xg-gloss .xg-lit', '.xg-utterance:focus-visible'],
}

export const scenes: readonly Scene[] = [
  {
    name: 'first',
    story: saltRoadAlone,
    options: withViewport(640, 300),
    utterance: "Na'ollim ulmeth",
    ...focusedLine,
  },
  {
    name: 'line',
    story: saltRoad,
    options: withViewport(640, 300),
    utterance: COME_LINE,
    ...focusedLine,
  },
  {
    name: 'word',
    story: saltRoad,
    options: withViewport(640, 340),
    utterance: COME_LINE,
    act: (line) => line.locator('.xg-term').nth(1).click(),
    visible: ['.xg-tip dfn', '.xg-tip bdi', '.xg-tip .xg-word.xg-lit', '.xg-tip [role=toolbar]'],
  },
  {
    name: 'glossary',
    story: saltRoad,
    options: withViewport(640, 460),
    utterance: COME_LINE,
    act: async (_, page) => {
      await page.locator('.xg-open').click()
      await page.getByText('Settings', {exact: true}).click()
    },
    visible: ['.xg-panel dfn', '.xg-panel select', '.xg-panel output'],
  },
  {
    name: 'phone',
    story: saltRoad,
    options: {...withViewport(360, 480), hasTouch: true, isMobile: true},
    utterance: 'Hodru talin',
    act: (line) => line.locator('.xg-term').last().tap(),
    visible: ['.xg-tip dfn', '.xg-lit'],
  },
  {
    name: 'dark',
    story: saltRoad,
    options: {...withViewport(640, 290), colorScheme: 'dark'},
    utterance: 'Thesa beshul',
    act: (line) => line.locator('.xg-term').first().click(),
    visible: ['.xg-tip dfn', '.xg-lit'],
  },
  {
    name: 'interlinear',
    story: interlinear,
    options: withViewport(640, 424),
    utterance: COME_LINE,
    act: async () => {},
    visible: ['.xg-pair', '.xg-free'],
  },
]

/** Opens the page of a scene, acts, and waits until everything is visible. */
export async function playScene({utterance, act, visible}: Scene, page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, FONTS)
  const line = page.locator('.xg-utterance', {hasText: utterance}).first()
  await line.evaluate((element) => {
    const {top} = (element.closest('p') as Element).getBoundingClientRect()
    scrollTo({top: scrollY + top - 16, behavior: 'instant'})
  })
  await act(line, page)
  for (const selector of visible) await page.locator(selector).first().waitFor({state: 'visible'})
}
