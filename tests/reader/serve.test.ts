/** `serve` in a real browser: the page follows the author, and the reader stays where they are. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import {folderFor, STORY, start} from '../support/command.js'

describeInBrowser('a story that is being written', (site) => {
  const filler = Array.from({length: 60}, (_, index) => `Night ${index}. The river went by, and nobody came to the landing.`).join('\n\n')

  test('is loaded anew at the same place; what is wrong with it is shown, and goes away', async () => {
    const cwd = folderFor()
    const write = (text: string | Uint8Array) => writeFileSync(join(cwd, 'story.md'), text)
    write(`${STORY}\n${filler}\n`)
    const running = start(['serve', 'story.md'], {cwd})
    try {
      const [address] = await running.until(/http:\/\/\S+/u)
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
      await page.getByRole('alert').getByText('no valid UTF-8 at byte 1').waitFor()
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
