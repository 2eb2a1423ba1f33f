/**
 * Measures the extension of examples/extension in Chromium on pages of 100 KB: when tips stand, in milliseconds after the page was loaded, and what the main
 * thread does for them (its own clock, against the same page with tips off). `npm run build && npx tsx tests/scripts/measure-extension.ts`
 */
import type {Page} from 'playwright-core'
import {novel} from '../bench/story.js'
import {ao3} from '../support/archive-pages.js'
import {buildExtension, launchWithExtension} from '../support/extension.js'

const SIZE = 100_000
/** Times that a page is opened; the best counts, since other programs only make it worse. */
const TIMES = 4

const toHtml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
const linesOf = (text: string): string[] => toHtml(text.slice(0, SIZE)).split(/\n{2,}/u)
/** English without a foreign word: narration of our own. */
const ENGLISH = `The ferry was late, and the old woman sat on the last step with her feet in the water. She had brought bread and a lamp, and she
did not look at the boy until the bell had rung twice. “You are early,” she said. “Or the river is.” He laughed and sat down beside her.`
const PAGES = {
  'https://archiveofourown.org/works/1': ao3(linesOf(`${ENGLISH}\n\n`.repeat(SIZE))),
  'https://archiveofourown.org/works/2': ao3(linesOf(novel(SIZE))),
}

interface Figures {
  readonly tips: number
  readonly longest: number
  readonly work: number
}

async function measure(page: Page, address: string, hasTips: boolean): Promise<Figures> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', {timeDomain: 'threadTicks'})
  const work = async () => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0)
  const before = await work()
  await page.goto(address)
  if (hasTips) await page.waitForSelector('.xg-data', {state: 'attached', timeout: 60_000})
  await page.waitForTimeout(2000)
  const {tips, longest} = await page.evaluate(() => (globalThis as unknown as {figures: {tips: number; longest: number}}).figures)
  const after = await work()
  await session.detach()
  return {tips, longest, work: after - before}
}

const {folder} = buildExtension()
const {context, id} = await launchWithExtension(folder, PAGES)
await context.addInitScript(`globalThis.figures = {tips: 0, longest: 0}
new PerformanceObserver((list) => { for (const {duration, startTime} of list.getEntries()) if (startTime > (performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart)) figures.longest = Math.max(figures.longest, duration) }).observe({entryTypes: ['longtask']})
addEventListener('DOMContentLoaded', () => {
  const start = performance.now()
  new MutationObserver(() => { if (document.querySelector('.xg-data')) figures.tips ||= performance.now() - start }).observe(document, {subtree: true, childList: true})
})`)
const popup = await context.newPage()
await popup.goto(`chrome-extension://${id}/popup.html`)
const page = await context.newPage()
const best = (figures: readonly Figures[]): Figures => ({
  tips: Math.min(...figures.map(({tips}) => tips)),
  longest: Math.min(...figures.map(({longest}) => longest)),
  work: Math.min(...figures.map(({work}) => work)),
})
for (const address of Object.keys(PAGES)) {
  const runs: Record<string, Figures[]> = {off: [], on: []}
  for (let time = 0; time < TIMES; time++) {
    for (const state of ['off', 'on'] as const) {
      await popup.evaluate((isOff) => chrome.storage.local.set({'off:archiveofourown.org': isOff}), state === 'off')
      runs[state]?.push(await measure(page, address, state === 'on' && address.endsWith('2')))
    }
  }
  const [off, on] = [best(runs.off as Figures[]), best(runs.on as Figures[])]
  console.log(address, JSON.stringify({tips: Math.round(on.tips), 'main thread': Math.round(on.work - off.work), 'longest task': Math.round(on.longest)}))
}
await context.close()
