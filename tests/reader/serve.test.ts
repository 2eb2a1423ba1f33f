/** `serve` in a browser: the page reloads when the story changes and keeps the scroll position. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import {createTemporaryFolder, STORY, start} from '../support/command.js'

describeInBrowser('a served story', (site) => {
  const filler = Array.from({length: 60}, (_, index) => `Night ${index}. The river went by, and nobody came to the landing.`).join('\n\n')

  test('reloads at the same position; errors appear and disappear', async () => {
    const cwd = createTemporaryFolder()
    const write = (text: string | Uint8Array) => writeFileSync(join(cwd, 'story.md'), text)
    write(`${STORY}\n${filler}\n`)
    const running = start(['serve', 'story.md'], {cwd})
    try {
      const [address] = await running.waitFor(/http:\/\/\S+/u)
      const page = await site.open(address)
      const errors: string[] = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      const night = page.getByText('Night 30.')
      await night.evaluate((element) => element.scrollIntoView({block: 'start'}))
      const top = () => night.evaluate((element) => Math.round(element.getBoundingClientRect().top))
      const before = await top()
      write(`${STORY}\nA paragraph more, far above, as long as it takes to move what stands below it. ${'It rained. '.repeat(60)}\n\n${filler}\n`)
      await page.getByText('A paragraph more').waitFor({state: 'attached'})
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2)

      write(new Uint8Array([0x61, 0xff]))
      await page.getByRole('alert').getByText('invalid UTF-8 at byte 1').waitFor()
      expect(await night.count()).toBe(1)
      write(`${STORY}\n${filler}\n`)
      await page.getByRole('alert').waitFor({state: 'detached'})

      await page.locator('.xg-utterance').first().focus()
      await page.locator('.xg-tip').getByText('The lamp is lit.').waitFor()
      expect(errors).toEqual([])
    } finally {
      running.process.kill('SIGINT')
      expect((await running.ended).code).toBe(0)
    }
  })
})
