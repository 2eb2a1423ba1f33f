/** `xenogloss/dom` in Chromium, with a worker, the reader and React, on pages that allow no inline content. */
import {readFileSync} from 'node:fs'
import {build} from 'esbuild'
import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {describeInBrowser} from '../support/browser.js'
import type {Live} from '../support/live.js'

declare global {
  var live: Live
  var hacked: unknown
}

const LINE = '“Rin-Imbra, ossu esharath vu thessa,” she said. (Hester, we have come through the <b>white</b> wind.)'
const SECOND = '“Thessa rinul nessothnu,” she told him. (The wind keeps names.)'
const CHAPTER = `<article><p>${LINE}</p><p>${SECOND}</p><p>“Thessa beshul,” he said. (The wind is cold.)</p></article>`

describeInBrowser('a live page', ({publish, open}) => {
  const openPage = async (path: string, body: string): Promise<Page & {errors: string[]}> => {
    const head = '<meta charset="utf-8"><link rel="stylesheet" href="/style.css"><script type="module" src="/live.js"></script>'
    const page = await open(publish(path, `<!doctype html><html lang="en"><head><title>The salt</title>${head}</head><body>${body}</body></html>`))
    const errors: string[] = []
    page.on('pageerror', ({message}) => errors.push(message))
    await page.waitForFunction(() => 'live' in globalThis)
    return Object.assign(page, {errors})
  }

  beforeAll(async () => {
    const {outputFiles} = await build({
      entryPoints: ['tests/support/live-page.js'],
      bundle: true,
      format: 'esm',
      write: false,
      define: {'process.env.NODE_ENV': '"production"'},
    })
    publish('/live.js', outputFiles[0]?.text as string)
    publish('/worker-thread.js', readFileSync(new URL('../../dist/worker-thread.js', import.meta.url), 'utf8'))
  })

  test('the reader shows translation, meaning and links', async () => {
    const page = await openPage('/tips.html', CHAPTER)
    await page.evaluate(async () => {
      const root = document.querySelector('article') as HTMLElement
      await live.annotateElement(root, {annotator: live.annotator})
      live.mount(root)
    })
    await page.locator('.xg-utterance').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.xg-tip').innerText()).toContain('Hester, we have come through the white wind.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const thessa = page.locator('.xg-term', {hasText: /^thessa$/iu}).nth(1)
    await thessa.hover()
    await expect.poll(() => page.locator('.xg-tip').innerText()).toMatch(/thessa.*wind/isu)
    expect(await page.locator('.xg-word.xg-lit').allInnerTexts()).toContain('wind')
    expect(page.errors).toEqual([])
  })

  test('the selection stays, in both directions', async () => {
    const page = await openPage('/selection.html', CHAPTER)
    const [before, during, after] = await page.evaluate(async () => {
      const selection = getSelection() as Selection
      const [first, second] = [...document.querySelectorAll('p')] as Element[] as [Element, Element]
      const [from, to] = [second.firstChild as Text, first.firstChild as Text]
      // Backwards, from the middle of one line to the middle of another.
      selection.setBaseAndExtent(from, 20, to, 12)
      const state = () => ({text: String(selection), isBackward: selection.focusNode?.parentElement?.closest('p') === first})
      const states = [state()]
      const {remove} = await live.annotateElement(document.body, {annotator: live.annotator})
      states.push(state())
      remove()
      states.push(state())
      return [...states, selection.anchorNode === from && selection.anchorOffset === 20 && selection.focusNode === to]
    })
    expect(before).toMatchObject({isBackward: true, text: expect.stringContaining('“Thessa rinul ness')})
    expect(during).toEqual(before)
    expect(after).toEqual(before)
  })

  test('React goes on with its nodes, and listeners with theirs', async () => {
    const page = await openPage('/react.html', '<div id="root"></div>')
    await page.evaluate(
      async ([line, second]) => {
        const {createElement: h, useState, createRoot} = live
        const Story = () => {
          const [count, setCount] = useState(0)
          const lines = ['one', 'two', 'three'].slice(count)
          return h(
            'div',
            null,
            h('button', {onClick: () => setCount(count + 1)}, 'next'),
            h('p', {id: 'mixed'}, `Chapter ${count}: `, count === 0 ? line : 'over.', h('i', null, ' end'), count < 2 && second),
            ...lines.map((key) => h('p', {key, className: 'line', onClick: () => document.body.setAttribute('data-clicked', key)}, second)),
            h('p', {id: 'alone'}, count === 0 ? line : `Page ${count}`),
          )
        }
        const root = createRoot(document.querySelector('#root') as HTMLElement)
        root.render(h(Story))
        await new Promise((resolve) => setTimeout(resolve, 100))
        await live.annotateElement(document.querySelector('#root') as HTMLElement, {annotator: live.annotator})
        Object.assign(globalThis, {reactRoot: root})
      },
      [LINE.replace(/<\/?b>/gu, ''), SECOND] as const,
    )
    expect(await page.locator('#mixed .xg-utterance').count()).toBe(2)
    await page.locator('.line .xg-utterance').nth(1).click()
    expect(await page.locator('body').getAttribute('data-clicked')).toBe('two')
    await page.getByText('next').click()
    expect(await page.locator('#mixed').innerHTML()).toMatch(/^Chapter 1: over\.<i> end<\/i>“<span class="xg-utterance/u)
    expect(await page.locator('#alone').innerHTML()).toBe('Page 1')
    expect(await page.locator('.line').count()).toBe(2)
    await page.getByText('next').click()
    expect(await page.locator('#mixed').innerHTML()).toBe('Chapter 2: over.<i> end</i>')
    expect(await page.locator('.line').count()).toBe(1)
    await page.evaluate(async () => {
      await live.annotateElement(document.querySelector('#root') as HTMLElement, {annotator: live.annotator})
      ;(globalThis as unknown as {reactRoot: {unmount: () => void}}).reactRoot.unmount()
    })
    expect(await page.locator('#root p').count()).toBe(0)
    expect(page.errors).toEqual([])
  })

  test('shadow trees, editors, forms, frames and drawings are left alone', async () => {
    const text = SECOND
    const page = await openPage(
      '/alone.html',
      `<div id="host">${text}</div><div contenteditable="true"><p>${text}</p></div><form><textarea>${text}</textarea><button>${text}</button><select><option>${text}</option></select></form>
<pre><code>${text}</code></pre><svg><text>${text}</text></svg><math><mtext>${text}</mtext></math><iframe src="/nowhere.html"></iframe><p>${text}</p>`,
    )
    const [marked, shadow, removed] = await page.evaluate(async (line) => {
      const tree = (document.querySelector('#host') as Element).attachShadow({mode: 'open'})
      tree.append(Object.assign(document.createElement('p'), {textContent: line}))
      const frame = document.querySelector('iframe') as HTMLIFrameElement
      const frameWindow = frame.contentWindow
      const html = document.body.innerHTML
      const {remove} = await live.annotateElement(document.body, {annotator: live.annotator})
      const parents = [...document.querySelectorAll('.xg-utterance')].map(({parentElement}) => parentElement?.id || parentElement?.localName)
      const untouched = tree.innerHTML
      await live.annotateElement(tree, {annotator: live.annotator, prefix: 'xg-2-'})
      const inside = tree.querySelectorAll('.xg-utterance').length
      remove()
      return [parents, {untouched, inside}, document.body.innerHTML === html && frame.contentWindow === frameWindow] as const
    }, text)
    expect(marked).toEqual(['host', 'p'])
    expect(shadow).toEqual({untouched: `<p>${text}</p>`, inside: 1})
    expect(removed).toBe(true)
    expect(page.errors).toEqual([])
  })

  test('a page that fights back neither breaks nor runs anything', async () => {
    const attack = '&lt;img src=x onerror="hacked=1"&gt;'
    const page = await openPage(
      '/hostile.html',
      `<p title="&quot;&gt;&lt;script&gt;hacked=1&lt;/script&gt;">“Thessa rinul ${attack} nessothnu,” she told him. (The ${attack} wind keeps names.)</p>${`<p>${SECOND}</p>`.repeat(200)}`,
    )
    const [isSame, images] = await page.evaluate(async () => {
      const paragraphs = [...document.querySelectorAll('p')]
      // Takes out what it finds, writes into texts, moves and normalizes.
      const observer = new MutationObserver(() => {
        for (const span of [...document.querySelectorAll('.xg-utterance')].slice(0, 3)) span.replaceWith(...span.childNodes)
        observer.takeRecords()
      })
      observer.observe(document.body, {subtree: true, childList: true})
      let turn = 0
      const timer = setInterval(() => {
        const paragraph = paragraphs[turn++ % 200] as Element
        if (turn % 3 === 0) paragraph.normalize()
        else if (turn % 3 === 1) paragraph.parentElement?.append(paragraph)
        else paragraph.textContent = 'Gone.'
      }, 0)
      const {remove} = await live.annotateElement(document.body, {annotator: live.annotator, slice: 1})
      await new Promise((resolve) => setTimeout(resolve, 200))
      clearInterval(timer)
      observer.disconnect()
      remove()
      await live.annotateElement(document.body, {annotator: live.annotator})
      return [document.querySelector('p[title]')?.isConnected, document.querySelectorAll('img, script:not([src])').length]
    })
    expect([isSame, images]).toEqual([true, 0])
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
    expect(page.errors).toEqual([])
  })
})
