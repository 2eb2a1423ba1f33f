/** A real browser, driven as a person would: Debian's Chromium, and pages that allow nothing inline. */
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, test} from 'vitest'
import {CHROMIUM, hasBrowser, launch, type Place, place} from './place.js'

export interface Site extends Pick<Place, 'put'> {
  /** A window of its own, with storage of its own. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<Page>
}

/** Tests in the browser; where there is none, they say so. */
export function describeInBrowser(title: string, tests: (site: Site) => void): void {
  if (!hasBrowser) {
    describe(title, () => test.skip(`skipped: this machine has no ${CHROMIUM}`, () => {}))
    return
  }
  describe(title, () => {
    let site: Place
    let browser: Browser
    const contexts: BrowserContext[] = []
    beforeAll(async () => {
      site = await place()
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
      put: (path, content) => site.put(path, content),
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
