/** Browser tests in Debian's Chromium, with pages that allow no inline content. */
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, test} from 'vitest'
import {CHROMIUM, hasBrowser, launch, type PageServer, startPageServer} from './page-server.js'

export interface Site extends Pick<PageServer, 'publish'> {
  /** Opens a page in a new context with its own storage. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<Page>
}

/** Runs tests in the browser; without one, reports them as skipped. */
export function describeInBrowser(title: string, tests: (site: Site) => void): void {
  if (!hasBrowser) {
    describe(title, () => test.skip(`skipped: this machine has no ${CHROMIUM}`, () => {}))
    return
  }
  describe(title, () => {
    let site: PageServer
    let browser: Browser
    const contexts: BrowserContext[] = []
    beforeAll(async () => {
      site = await startPageServer()
      browser = await launch()
    }, 60_000)
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close()
    })
    afterAll(async () => {
      await browser?.close()
      site?.close()
    })
    tests({
      publish: (path, content) => site.publish(path, content),
      open: async (address, options = {}) => {
        const context = await browser.newContext(options)
        contexts.push(context)
        const page = await context.newPage()
        page.setDefaultTimeout(5000)
        await page.goto(address)
        return page
      },
    })
  })
}
