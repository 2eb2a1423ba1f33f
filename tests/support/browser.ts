/** Browser tests in Debian's Chromium, with pages that allow no inline content. */
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, test} from 'vitest'
import {CHROMIUM, hasBrowser, launch, type PageServer, startPageServer} from './page-server.js'

export interface Site extends Pick<PageServer, 'publish'> {
  /** Opens a page, with nothing stored. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<Page>
}

/**
 * Opens pages. A new page takes a third of a second of processor time, so one page serves all tests that open one and set at most its
 * size; further pages, and those with other options, are new, each in a context with its own storage.
 */
function createPages(browser: Browser) {
  let shared: Page | undefined
  let isTaken = false
  const contexts: BrowserContext[] = []

  async function openNew(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options)
    contexts.push(context)
    return context.newPage()
  }

  async function openShared(address: string, {viewport}: BrowserContextOptions): Promise<Page> {
    shared ??= await (await browser.newContext()).newPage()
    await shared.setViewportSize(viewport ?? {width: 1280, height: 720})
    if (!address.startsWith('http')) return shared
    const session = await shared.context().newCDPSession(shared)
    await session.send('Storage.clearDataForOrigin', {origin: new URL(address).origin, storageTypes: 'all'})
    await session.detach()
    return shared
  }

  return {
    async open(address: string, options: BrowserContextOptions): Promise<Page> {
      const isShared = !isTaken && Object.keys(options).every((name) => name === 'viewport')
      if (isShared) isTaken = true
      const page = isShared ? await openShared(address, options) : await openNew(options)
      page.setDefaultTimeout(5000)
      await page.goto(address)
      return page
    },
    /** Leaves the shared page as it was, or closes it after a failure. */
    async reset(hasFailed: boolean): Promise<void> {
      for (const context of contexts.splice(0)) await context.close()
      if (!isTaken || !shared) return
      isTaken = false
      if (hasFailed) {
        await shared.context().close()
        shared = undefined
        return
      }
      shared.removeAllListeners()
      await shared.unrouteAll({behavior: 'ignoreErrors'})
      await shared.emulateMedia({media: null, colorScheme: 'light', forcedColors: 'none'})
      await shared.goto('about:blank')
      await shared.mouse.move(0, 0)
    },
  }
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
    let pages: ReturnType<typeof createPages>
    beforeAll(async () => {
      site = await startPageServer()
      browser = await launch()
      pages = createPages(browser)
    }, 60_000)
    afterEach(({task}) => pages.reset(task.result?.state === 'fail'))
    afterAll(async () => {
      await browser?.close()
      site?.close()
    })
    tests({
      publish: (path, content) => site.publish(path, content),
      open: (address, options = {}) => pages.open(address, options),
    })
  })
}
