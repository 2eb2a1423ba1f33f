/** The glossary table on the page of `glossary review`: pointer, keyboard, undo, and the file behind it. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {json} from '../../src/formats.js'
import type {Entry, Glossary} from '../../src/index.js'
import {describeInBrowser} from '../support/browser.js'
import {createTemporaryFolder, type Running, start} from '../support/command.js'
import {exampleAnnotation} from '../support/dictionaries.js'
import {violations} from '../support/violations.js'

const row = (page: Page, word: string) => page.locator('.xg-row').filter({has: page.locator('bdi', {hasText: new RegExp(`^${word}$`, 'u')})})
const words = (page: Page) => page.locator('.xg-cell-word bdi').allInnerTexts()
const focusedWord = (page: Page) => page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent)

describeInBrowser('a glossary under review', (site) => {
  const cwd = createTemporaryFolder()
  const file = join(cwd, 'words.json')
  let running: Running
  let address = ''
  beforeAll(async () => {
    writeFileSync(file, json.write(exampleAnnotation.glossary))
    running = start(['glossary', 'review', 'words.json'], {cwd})
    address = (await running.waitFor(/http:\/\/\S+?:\d+\//u))[0]
  })
  afterAll(async () => {
    running.process.kill('SIGINT')
    await running.ended
  })
  let opened: Page | undefined
  // A page that is left sends what it has not saved, which would meet the file of the next test.
  afterEach(() => expect.poll(() => opened?.locator('#saved').innerText(), {timeout: 10_000}).not.toContain('saving'))
  const open = async (options = {}) => {
    const original = json.write(exampleAnnotation.glossary)
    writeFileSync(file, original)
    // The server watches the file, and serves what was in it until it sees the change.
    const served = async () => ((await (await fetch(new URL('glossary.json', address))).json()) as {glossary: Glossary}).glossary
    await expect.poll(served, {timeout: 10_000}).toEqual(json.read(original))
    const page = await site.open(address, {viewport: {width: 1000, height: 700}, ...options})
    opened = page
    await page.locator('.xg-row').first().waitFor()
    return page
  }
  const inFile = (word: string): Entry => (JSON.parse(readFileSync(file, 'utf8')) as Glossary).entries.find(({headword}) => headword === word) as Entry
  const saved = (page: Page) => page.getByRole('status').filter({hasText: 'words.json: saved'}).waitFor()

  test('accepting, rejecting and correcting by pointer are written to the file, and taken back', async () => {
    const page = await open()
    await page.getByRole('button', {name: 'Accept beshul'}).click()
    await saved(page)
    expect(inFile('beshul')).toMatchObject({status: 'accepted', senses: [{definition: 'cold', status: 'accepted'}]})
    expect(await page.getByRole('button', {name: 'Accept beshul'}).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', {name: 'Reject dakh'}).click()
    await page.getByRole('button', {name: 'Edit kui'}).click()
    await page.getByRole('textbox', {name: 'Meanings of kui'}).fill('she; the woman')
    await page.keyboard.press('Enter')
    await expect.poll(() => inFile('kui').status).toBe('accepted')
    expect(inFile('kui').senses?.slice(0, 2)).toMatchObject([
      {definition: 'she', status: 'accepted'},
      {definition: 'the woman', status: 'accepted'},
    ])
    expect(inFile('dakh').status).toBe('rejected')
    expect(await row(page, 'kui').innerText()).toContain('the woman')
    for (let undone = 0; undone < 3; undone++) await page.getByRole('button', {name: 'Undo'}).click()
    expect(await page.getByRole('button', {name: 'Undo'}).isDisabled()).toBe(true)
    await expect.poll(() => readFileSync(file, 'utf8')).toBe(json.write(exampleAnnotation.glossary))
  })

  test('by keyboard alone: one tab stop for the rows, arrows, letters, and undo', async () => {
    const page = await open()
    const [first, second, third] = await words(page)
    await page.getByLabel('Order').focus()
    await page.keyboard.press('Tab')
    expect(await focusedWord(page)).toBe(first)
    await page.keyboard.press('a')
    expect(await focusedWord(page)).toBe(second)
    await page.keyboard.press('r')
    expect(await focusedWord(page)).toBe(third)
    await page.keyboard.press('e')
    await page.keyboard.type('r; a')
    await page.keyboard.press('Escape')
    expect(await focusedWord(page)).toBe(third)
    await page.keyboard.press('Enter')
    await page.keyboard.type('stone')
    await page.keyboard.press('Enter')
    expect(await focusedWord(page)).toBe(third)
    await page.keyboard.press(' ')
    expect(await page.locator('.xg-details').count()).toBe(1)
    await page.keyboard.press(' ')
    expect(await page.locator('.xg-details').count()).toBe(0)
    await saved(page)
    await expect.poll(() => inFile(third as string).senses?.[0]).toEqual({definition: 'stone', certainty: 'attested', status: 'accepted'})
    expect([inFile(first as string).status, inFile(second as string).status]).toEqual(['accepted', 'rejected'])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('u')
    expect(await focusedWord(page)).toBe(second)
    await page.keyboard.press('End')
    expect(await focusedWord(page)).toBe((await words(page)).at(-1))
    await page.keyboard.press('Home')
    // The three buttons and the evidence of this row are the next stops; then the table ends.
    for (let stop = 0; stop < 4; stop++) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(`Reject ${first}`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('table'))).toBeNull()
  })

  test('search and filters; a row stays where it is when it is decided', async () => {
    const page = await open()
    const all = await words(page)
    await page.getByLabel('Search').fill('MULE')
    await expect.poll(async () => (await words(page)).length).toBeLessThan(all.length)
    expect(await words(page)).toContain('dorvet')
    await page.getByLabel('Search').fill('')
    await page.getByLabel('Show').selectOption('Without a meaning')
    await expect.poll(() => words(page)).not.toContain('dorvet')
    await page.getByLabel('Show').selectOption('To review')
    await page.getByRole('button', {name: 'Accept dorvet', exact: true}).click()
    await saved(page)
    expect(await words(page)).toContain('dorvet')
    await page.getByLabel('Show').selectOption('Accepted')
    expect(await words(page)).toEqual(['dorvet'])
    await page.getByLabel('Show').selectOption('All words')
    await page.getByLabel('Order').selectOption('Most frequent first')
    expect((await words(page))[0]).not.toBe(all[0])
    await page.getByLabel('Search').fill('zzzz')
    await page.getByText('No entry matches.').waitFor()
  })

  test('a file that another program changes is loaded; decisions about its former state are asked for', async () => {
    const page = await open()
    const {glossary} = exampleAnnotation
    const withName = (name: string) => json.write({...glossary, entries: [...glossary.entries, {headword: name, senses: ['new']}]})
    writeFileSync(file, withName('zzorreth'))
    await page.getByText('changed by another program, loaded').waitFor()
    await expect.poll(() => words(page)).toContain('zzorreth')
    // The page does not hear of this change: it has no connection.
    await page.route('**/glossary.json', (route) => route.abort())
    writeFileSync(file, withName('zzul'))
    await page.waitForTimeout(400)
    await page.getByRole('button', {name: 'Accept beshul'}).click()
    await page.getByRole('alert').getByText('changed by another program').waitFor()
    expect(readFileSync(file, 'utf8')).toBe(withName('zzul'))
    await page.unroute('**/glossary.json')
    await page.getByRole('button', {name: 'Load it and apply my decision'}).click()
    await saved(page)
    expect(inFile('beshul').status).toBe('accepted')
    expect(inFile('zzul')).toEqual({headword: 'zzul', senses: ['new']})
  })

  test.each([{colorScheme: 'light'}, {colorScheme: 'dark', hasTouch: true, isMobile: true, viewport: {width: 360, height: 640}}] as const)(
    'axe finds nothing: $colorScheme',
    async (options) => {
      const page = await open(options)
      const errors: string[] = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await page.getByRole('button', {name: 'Accept beshul'}).click()
      await page.getByRole('button', {name: 'Reject dakh'}).click()
      await page.getByRole('button', {name: /^Evidence: .* dorvet$/u}).click()
      await page.getByRole('button', {name: 'Edit ezha'}).click()
      expect(await violations(page)).toEqual([])
      expect(errors).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
    },
  )
})
