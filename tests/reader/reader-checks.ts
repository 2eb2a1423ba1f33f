/** What the reader does alike in Chromium and in Firefox, whose drivers differ. */
import {expect} from 'vitest'
import {emphasized, fromText, saltRoadAlone, small} from './stories.js'

/** What both drivers can do with a page. */
export interface ReaderPage {
  /** Evaluates an expression in the page. */
  readonly evaluate: (code: string) => Promise<unknown>
  readonly hover: (selector: string) => Promise<void>
  readonly click: (selector: string) => Promise<void>
  readonly press: (key: 'Tab' | 'Enter' | 'Escape') => Promise<void>
  readonly moveTo: (x: number, y: number) => Promise<void>
}

export interface ReaderCheck {
  readonly title: string
  /** A page. */
  readonly story: () => string
  readonly check: (page: ReaderPage) => Promise<void>
}

const SULVANE = '.xg-utterance .xg-term:nth-child(2)'
const tipText = ({evaluate}: ReaderPage) => evaluate('document.querySelector(".xg-tip:popover-open")?.innerText ?? ""')
const box = (page: ReaderPage, selector: string) =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`) as Promise<DOMRect>

/** A line with an entry of its own, as a script would add it. */
const ADDED = `<p>“<span class="xg-utterance" lang="art-x-mirr" data-xg="z1" data-xg-tip="Warm lamp." data-xg-sure="90"><span class="xg-term" lang="art-x-mirr" data-xg="z2" data-xg-entry="xg-sorul">Sorul</span> hamen.</span>”</p>
  <div class="xg-data" hidden><dl><div id="xg-sorul"><dt><dfn>sorul</dfn></dt> <dd>lamp</dd></div></dl></div>`

/** Lists the text of a line with the style in which it is shown. */
const STYLES = `Array.from(document.querySelectorAll('main p'), (paragraph) => {
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const shown = []
  while (texts.nextNode()) {
    const {parentElement, data} = texts.currentNode
    if (parentElement.closest('.xg-utterance') && /\\p{L}/u.test(data)) shown.push([data, getComputedStyle(parentElement).fontStyle])
  }
  return shown
})`

const italic = (text: string) => [text, 'italic']
const upright = (text: string) => [text, 'normal']

/** The tooltip of a word in vertical writing stands beside its column, in the window. */
async function expectBeside(page: ReaderPage): Promise<void> {
  await page.hover(SULVANE)
  expect(await tipText(page)).toMatch(/^sulvane/u)
  const [word, tip] = [await box(page, SULVANE), await box(page, '.xg-tip')]
  expect(word.height).toBeGreaterThan(word.width)
  const gap = Math.max(tip.left - word.right, word.left - tip.right)
  expect(gap).toBeGreaterThanOrEqual(0)
  expect(gap).toBeLessThan(12)
  expect(Math.min(tip.bottom, word.bottom) - Math.max(tip.top, word.top)).toBeGreaterThan(0)
  expect([tip.left >= 0, tip.top >= 0, tip.right <= 900, tip.bottom <= 600]).toEqual([true, true, true, true])
  await page.press('Escape')
  await page.moveTo(1, 1)
}

export const readerChecks: readonly ReaderCheck[] = [
  {
    title: 'the author’s italics stay; a part that is emphasized in a plain line is upright',
    story: emphasized,
    check: async (page) => {
      expect(await page.evaluate(STYLES)).toEqual([
        [italic('Orreth'), italic('sulvane')],
        [italic('Orreth'), italic('sulvane')],
        [italic('Orreth'), italic('sulvane')],
        [italic('Orreth'), upright('sulvane')],
        [italic('Orreth'), upright('sulvane')],
        [],
      ])
    },
  },
  {
    title: 'a tooltip closes when its element is removed, hidden, or leaves with the story',
    story: small,
    check: async (page) => {
      for (const [go, back] of [
        ['at.replaceWith("gone")', ''],
        ['at.hidden = true', 'at.hidden = false'],
        ['main.remove()', 'document.body.prepend(main)'],
      ]) {
        // Pinned, so that it stays wherever the pointer is.
        await page.click('.xg-utterance .xg-term:last-child')
        await page.moveTo(1, 1)
        expect(await tipText(page), go).not.toBe('')
        await page.evaluate(`globalThis.at = document.querySelector('.xg-at'), globalThis.main = document.querySelector('main'), ${go}, 0`)
        await expect.poll(() => tipText(page)).toBe('')
        await page.evaluate(`${back}; 0`)
      }
      // In one go, as a script that sorts blocks.
      await page.hover('.xg-utterance .xg-term:last-child')
      await page.evaluate('main.remove(), document.body.prepend(main), 0')
      await page.moveTo(1, 1)
      await page.hover('.xg-utterance .xg-term:last-child')
      await expect.poll(() => tipText(page)).not.toBe('')
    },
  },
  {
    title: 'lines that are added later have tab stops and tooltips, and bring the glossary button',
    story: () =>
      '<!doctype html><html lang="en"><head><title>Later</title><link rel="stylesheet" href="/style.css"><script type="module" src="/reader-page.js"></script></head><body><main class="xg-story"><h1>Later</h1></main></body></html>',
    check: async (page) => {
      expect(await page.evaluate('document.querySelectorAll(".xg-open").length')).toBe(0)
      await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(ADDED)})`)
      await expect.poll(() => page.evaluate('document.querySelectorAll(".xg-open").length')).toBe(1)
      await page.press('Tab')
      await page.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Sorul hamen.')
      expect(await tipText(page)).toMatch(/^Warm lamp\./u)
      await page.press('Escape')
      // A story that a script replaces as a whole.
      await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(ADDED.repeat(2))}`)
      await expect.poll(() => page.evaluate('document.querySelectorAll("[tabindex=\'0\']").length')).toBe(1)
      expect(await page.evaluate('document.querySelectorAll(".xg-open").length')).toBe(1)
    },
  },
  {
    title: 'what a plugin put into a page is a story wherever it stands, also when the page replaces it',
    story: () =>
      '<!doctype html><html lang="en"><head><title>Site</title><link rel="stylesheet" href="/style.css"><script type="module" src="/reader-page.js"></script></head><body><main><h1>Site</h1><article></article></main></body></html>',
    check: async (page) => {
      const shown = () => page.evaluate('Array.from(document.querySelectorAll("article > .xg-open"), (button) => button.parentElement.innerText).join()')
      for (const word of ['Sorul', 'Morun']) {
        await page.evaluate(`document.querySelector('article').innerHTML = ${JSON.stringify(ADDED.replaceAll('Sorul', word))}`)
        await expect.poll(shown).toContain(word)
        await page.hover('.xg-utterance')
        await expect.poll(() => tipText(page)).not.toBe('')
        await page.moveTo(1, 1)
      }
      expect(await page.evaluate('document.querySelectorAll(".xg-open").length')).toBe(1)
      await page.evaluate(`document.querySelector('article').innerHTML = '<p>Nothing foreign.</p>'`)
      await expect.poll(() => page.evaluate('document.querySelectorAll(".xg-open").length')).toBe(0)
    },
  },
  {
    title: 'a word in a link: a click follows the link and opens nothing; pointing and keys open the tooltip',
    story: emphasized,
    check: async (page) => {
      for (const word of ['a .xg-term', '.xg-term a']) {
        await page.hover(word)
        expect(await tipText(page), word).toMatch(/^mirrod noun/u)
        await page.click(word)
        expect(await page.evaluate('location.hash')).toBe('#there')
        expect(await tipText(page), word).toBe('')
        await page.evaluate('location.hash = ""')
        await page.moveTo(1, 1)
      }
      await page.evaluate('document.querySelector("a").focus()')
      await page.press('Tab')
      expect(await tipText(page)).toMatch(/^mirrod noun/u)
      await page.press('Enter')
      expect(await page.evaluate('location.hash')).toBe('')
    },
  },
  {
    title: 'in vertical writing the tooltip stands beside the column',
    story: small,
    check: async (page) => {
      for (const mode of ['vertical-rl', 'vertical-lr']) {
        // A column in a page of lines, then the whole story.
        await page.evaluate(`document.querySelector('main p').style.writingMode = '${mode}'`)
        await expectBeside(page)
        await page.evaluate(`document.querySelector('main p').style.writingMode = '', document.querySelector('main').style.writingMode = '${mode}'`)
        await expectBeside(page)
        await page.evaluate(`document.querySelector('main').style.writingMode = '', document.documentElement.style.writingMode = '${mode}'`)
        await expectBeside(page)
        await page.evaluate(`document.documentElement.style.writingMode = ''`)
      }
    },
  },
  {
    title: 'the card of a learned word shows its learned affixes as those of a dictionary',
    story: saltRoadAlone,
    check: async (page) => {
      await page.evaluate('document.querySelector("[data-xg-word=\'sorul + -nu\']").scrollIntoView({block: "center"})')
      await page.hover(`[data-xg-word='sorul + -nu']`)
      expect(await tipText(page)).toMatch(/^sorulnu\s+sorul \+ -nu lamp \+ -s\s+lamps/u)
    },
  },
  {
    title: 'a page of plain text has a heading, and the lines of verse, letters and lists',
    story: fromText,
    check: async (page) => {
      const shown = (await page.evaluate('document.body.innerText')) as string
      expect(shown).toMatch(/^The ferry\n/u)
      expect(await page.evaluate('document.querySelectorAll("h1").length')).toBe(1)
      for (const lines of [
        'Orreth sulvane, mirrod,\nsulvane orreth,\nand no one',
        '\nDear Oda,\nthe lamp',
        '\nYours,\nMarrek\n',
        '- bread\n- salt',
        'bell\n- lamp oil',
      ])
        expect(shown).toContain(lines)
      expect(shown).toContain('anything to say about it until the lamp')
      expect(shown).toContain('for the boat that you said')
    },
  },
]
