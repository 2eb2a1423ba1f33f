/** `xenogloss/dom` in happy-dom: laws of pages, against the `tooltip` renderer and the source format of HTML. Browsers: dom-browser.test.ts. */
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {Window} from 'happy-dom'
import type {ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, test} from 'vitest'
import {readPage} from '../../src/dom/read-page.js'
import {toAttributes} from '../../src/dom/set-attributes.js'
import {annotateElement, type PageOptions} from '../../src/dom.js'
import {toHast} from '../../src/html.js'
import {annotate, createLexicon, type Dictionary, type Options} from '../../src/index.js'
import {randomInputs} from '../support/random-inputs.js'

const saltRoad = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
const vessik = createLexicon(JSON.parse(readFileSync(new URL('../../dictionaries/vessik.json', import.meta.url), 'utf8')) as Dictionary)

const toHtml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
const story = saltRoad
  .split('\n\n')
  .slice(1)
  .map((paragraph) => `<p>${toHtml(paragraph).replace(/[_*](.+?)[_*]/gu, '<em>$1</em>')}</p>`)
  .join('\n')

/** A page, and what stands in it. */
function open(html: string): {root: HTMLElement; document: Document} {
  const {document} = new Window()
  document.body.innerHTML = html
  return {root: document.body as unknown as HTMLElement, document: document as unknown as Document}
}

type DomOptions = PageOptions<Options>
const run = (root: Element | ShadowRoot, options: Partial<DomOptions> = {}) => annotateElement(root, {annotator: annotate, ...options})

function textNodes(root: Node): Text[] {
  return [...root.childNodes].flatMap((node) => (node.nodeType === 3 ? [node as Text] : textNodes(node)))
}
/** Whether two lists hold the very same nodes. */
const areSame = (a: readonly Node[], b: readonly Node[]): boolean => a.length === b.length && a.every((node, i) => node === b[i])
const marks = (root: HTMLElement): Element[] => [...root.querySelectorAll('span[class^=xg-]:not(.xg-data *)')]

describe('the attributes are those of the tooltip renderer', () => {
  const elementsIn = (node: Root | ElementContent): ElementContent[] =>
    'children' in node ? (node.children as ElementContent[]).flatMap((child) => [child, ...elementsIn(child)]) : []
  const isData = (node: ElementContent) => node.type === 'element' && String(node.properties.className) === 'xg-data'

  test.each([
    ['without a dictionary', {}],
    ['with one that takes words apart', {dictionaries: [vessik]}],
  ])('%s', async (_, options: Options) => {
    const plain = story.replace(/<\/?em>/gu, '')
    const {root} = open(plain)
    await run(root, {options})
    const rendered = toHast(annotate(plain, {...options, format: 'html'}))
    const expected = elementsIn({...rendered, children: rendered.children.filter((node) => !isData(node as ElementContent))} as Root).flatMap((node) =>
      node.type === 'element' && /^xg-/u.test(String(node.properties.className)) ? [[toAttributes(node.properties), textOf(node)]] : [],
    )
    const found = marks(root).map((element) => [Object.fromEntries([...element.attributes].map(({name, value}) => [name, value])), element.textContent])
    expect(found).toEqual(expected)
    expect(found.length).toBeGreaterThan(100)
    const data = rendered.children.find((node) => isData(node as ElementContent)) as ElementContent
    expect(root.querySelector('.xg-data')?.textContent).toBe(textOf(data))
    expect(root.querySelectorAll('.xg-data [id]').length).toBe(elementsIn(data).filter((node) => node.type === 'element' && node.properties.id).length)
  })

  test('a line says how much of it the page emphasizes', async () => {
    const said = (line: string) => `<p>${line} she said. (We will find her in the morning.)</p>`
    const {root} = open([said('“<i>Ossu dathul kui,</i>”'), said('“Ossu <b style="color: red">dathul</b> kui,”'), said('“Ossu dathul kui,”')].join(''))
    await run(root)
    const classes = [...root.querySelectorAll('p')].map((paragraph) => paragraph.querySelector('.xg-utterance')?.className)
    expect(classes).toEqual(['xg-utterance xg-emphasis-whole', 'xg-utterance xg-emphasis-part', 'xg-utterance'])
  })
})

describe('what is read', () => {
  const read = (html: string, selector?: string) => {
    const {root} = open(html)
    return readPage(selector ? (root.querySelector(selector) as Element) : root, {isOwn: () => false, maxLength: 1e6}).html
  }

  test('code, controls, hidden and editable elements, SVG and MathML have no words', () => {
    expect(read('<p>a <code>b</code> <button>c</button> <svg><text>d</text></svg> <math><mi>e</mi></math> <span contenteditable>f</span> g</p>')).toBe(
      '<p>a <img> <img> <img> <img> <img> g</p>',
    )
    expect(read('a<script>b</script><style>c</style><p hidden>d</p><div contenteditable="true"><p>e</p></div><!-- f --><template>g</template>h')).toBe('ah')
  })

  test('attributes that the source of HTML reads are kept, and no others', () => {
    expect(read('<p class="x" onclick="y" lang="de" title="a &quot;b&quot;" style="color: red"><a href="#n1" id="r1">1</a> <a href="/x">2</a></p>')).toBe(
      '<p lang="de" title="a &quot;b&quot;"><a id="r1" href="#n1">1</a> <a>2</a></p>',
    )
    expect(read('<div lang="de"><p>a</p></div>', 'p')).toBe('<html lang="de"><body><p>a</p>')
  })

  test('white space that begins preformatted text, ruby, and characters with a meaning in HTML', () => {
    const {root, document} = open('<pre></pre><ruby>sorul<rt>lamp</rt></ruby>')
    root.querySelector('pre')?.append(document.createTextNode('\na < b & c'))
    expect(readPage(root, {isOwn: () => false, maxLength: 1e6}).html).toBe('<pre>\n\na &lt; b &amp; c</pre><ruby>sorul<rt>lamp</rt></ruby>')
  })

  test('no more than the limit', () => {
    const {root} = open(story)
    const {html, texts} = readPage(root, {isOwn: () => false, maxLength: 1000})
    expect(html.length).toBeLessThan(3000)
    expect(texts.length).toBeLessThan(10)
  })
})

/** A paragraph as pages have them: with inline elements, in several text nodes, with references. */
const inline = fc.constantFrom(
  "“Ammeri',” she said. (My friend.)",
  '“Rin-Imbra, ossu esharath vu thessa.” (Hester, we have come through the wind.)',
  '“Thessa <em>rinul</em> nessothnu,” she told him. (The <b>wind</b> keeps names.)',
  "<i>“Dorvet ke'esharath.”</i> (The mule &amp; the cart &lt;both&gt; did not come.)",
  'The <a href="#w">sorul</a> burned low, and the other sorul too.',
  '<code>Ossu dathul kui</code> <span contenteditable>Ossu dathul kui</span>',
  '“Ossu dathul<br>kui,” he promised.',
  'Nobody laughed at him.',
  '<svg><text>Thessa</text></svg><script>"Thessa rinul"</script>',
)
const page = fc.array(fc.tuple(fc.constantFrom('p', 'div', 'li', 'blockquote'), fc.array(inline, {minLength: 1, maxLength: 3})), {minLength: 1, maxLength: 6})
const chapter = fc.tuple(page, fc.array(fc.nat(500), {maxLength: 6}))

/** Writes a page, and splits its text nodes at some places, as scripts do. */
function openChapter([blocks, cuts]: [[string, string[]][], number[]]): HTMLElement {
  const {root} = open(blocks.map(([tag, parts]) => `<${tag}>${parts.join(' ')}</${tag}>`).join('\n'))
  for (const cut of cuts) {
    const texts = textNodes(root)
    const text = texts[cut % texts.length]
    if (text && text.data.length > 3) text.splitText(1 + (cut % (text.data.length - 1)))
  }
  return root
}

describe('laws', () => {
  const options: Options = {dictionaries: [vessik]}
  test('elements and text nodes stay, with every character; a second call changes nothing; remove gives the page back', () =>
    fc.assert(
      fc.asyncProperty(chapter, async (drawn) => {
        const root = openChapter(drawn as never)
        const [before, texts] = [root.innerHTML, textNodes(root)]
        const values = texts.map(({data}) => data)
        const elements = [...root.querySelectorAll('*')]
        const parents = texts.map((node) => [node, node.parentNode] as const)
        const text = root.textContent
        const first = await run(root, {options})

        expect(
          areSame(
            [...root.querySelectorAll('*')].filter((element) => !/^xg-/u.test(element.className) && !element.closest('.xg-data')),
            elements,
          ),
        ).toBe(true)
        for (const [node, parent] of parents) expect(node.parentNode === parent).toBe(true)
        const data = root.querySelector('.xg-data')?.textContent ?? ''
        expect(root.textContent).toBe(text + data)

        const {source, standoff} = first
        expect(standoff).toEqual(annotate(source, {...options, format: 'html'}).standoff)
        const ids = new Set(marks(root).flatMap((element) => element.getAttribute('data-xg') ?? []))
        expect(ids).toEqual(new Set([...standoff.utterances, ...standoff.terms].map(({id}) => id)))

        const html = root.innerHTML
        expect(await run(root, {options})).toBe(first)
        expect(root.innerHTML).toBe(html)

        for (let times = 0; times < 2; times++) {
          first.remove()
          expect(root.innerHTML).toBe(before)
          expect(areSame(textNodes(root), texts)).toBe(true)
          expect(texts.map(({data}) => data)).toEqual(values)
        }
      }),
      randomInputs(20),
    ))
})

describe('calls', () => {
  const line = '“Rin-Imbra, ossu esharath vu thessa,” she said. (Hester, we have come through the wind.)'

  test('two at once are one; after a change the page is annotated anew', async () => {
    const {root} = open(`<p>${line}</p>`)
    const [first, second] = await Promise.all([run(root), run(root)])
    expect(second).toBe(first)
    const added = root.ownerDocument.createElement('p')
    added.textContent = '“Thessa rinul nessothnu,” she told him. (The wind keeps names.)'
    root.insertBefore(added, root.firstChild)
    const third = await run(root)
    expect(third).not.toBe(first)
    expect(third.standoff.utterances).toHaveLength(2)
    expect(root.querySelectorAll('.xg-data')).toHaveLength(1)
    third.remove()
    expect(root.innerHTML).toBe(`<p>${added.textContent}</p><p>${line}</p>`)
  })

  test('what the page changes while the answer is computed is left out', async () => {
    const {root} = open(
      `<p>${line}</p><p>“Thessa rinul nessothnu,” she told him. (The wind keeps names.)</p><p>“Ossu dathul kui,” he said. (We will find her.)</p>`,
    )
    const [first, second, third] = [...root.querySelectorAll('p')] as Element[] as [Element, Element, Element]
    await run(root, {
      annotator: async (source: string, options: Options & {format: 'html'}) => {
        ;(first.firstChild as Text).data = 'Chapter one'
        second.remove()
        return annotate(source, options)
      },
    })
    expect(first.innerHTML).toBe('Chapter one')
    expect(second.querySelector('span')).toBe(null)
    expect(third.querySelector('.xg-utterance')?.textContent).toMatch(/^Ossu dathul kui/u)
  })

  test('what the page changes afterwards loses its annotation; remove keeps what the page wrote', async () => {
    const {root} = open(`<p>Then: ${line}</p><p>“Thessa rinul nessothnu,” she told him. (The wind keeps names.)</p><p>${line}</p><div></div>`)
    const [first, second, third] = [...root.querySelectorAll('p')] as Element[] as [Element, Element, Element]
    const moved = second.firstChild as Text
    const {remove} = await run(root)
    ;(first.firstChild as Text).data = 'Now: nothing.'
    root.querySelector('div')?.append(moved)
    third.textContent = 'Chapter two'
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(first.innerHTML).toBe('Now: nothing.')
    expect(second.innerHTML).toBe('')
    expect(root.querySelector('div')?.innerHTML).toBe('“Thessa rinul nessothnu,” she told him. (The wind keeps names.)')
    expect(third.innerHTML).toBe('Chapter two')
    remove()
    expect(root.innerHTML).toBe(`<p>Now: nothing.</p><p></p><p>Chapter two</p><div>${moved.data}</div>`)
  })

  test('a page that normalizes keeps its words', async () => {
    const {root} = open(`<p><i>Thessa rinul nessothnu</i></p><p>She said it twice. (The wind keeps names.)</p><p>${line}</p>`)
    const html = root.innerHTML
    const {remove} = await run(root)
    expect(root.querySelector('i .xg-utterance')).not.toBe(null)
    root.normalize()
    await new Promise((resolve) => setTimeout(resolve, 5))
    root.querySelector('.xg-data')?.remove()
    expect(root.textContent).toBe(open(html).root.textContent)
    remove()
    expect(root.innerHTML).toBe(html)
  })

  test('annotations of somebody else are left as they are', async () => {
    const {root} = open(`<p>${line}</p>`)
    await run(root)
    // As another program finds the page: the elements are not its own.
    const {root: copy} = open(root.innerHTML)
    const html = copy.innerHTML
    await run(copy)
    expect(copy.innerHTML).toBe(html)
  })

  test('an abort takes out what is in; a failed annotator can be asked again', async () => {
    const {root} = open(story)
    const html = root.innerHTML
    const controller = new AbortController()
    const aborted = run(root, {
      signal: controller.signal,
      slice: 1,
      annotator: async (source: string, options: Options & {format: 'html'}) => {
        setTimeout(() => controller.abort(), 1)
        return annotate(source, options)
      },
    })
    await expect(aborted).rejects.toMatchObject({name: 'AbortError'})
    expect(root.innerHTML).toBe(html)
    await expect(run(root, {annotator: () => Promise.reject(new Error('gone'))})).rejects.toThrow('gone')
    expect((await run(root)).standoff.utterances.length).toBeGreaterThan(10)
  })

  test('a shadow tree is a root of its own; an editor is left alone', async () => {
    const {root, document} = open('<section></section>')
    const shadow = (root.firstChild as Element).attachShadow({mode: 'open'})
    shadow.append(document.createElement('p'))
    ;(shadow.firstChild as Element).textContent = line
    expect((await run(root)).source).toBe('<section></section>')
    expect((await run(shadow)).standoff.utterances).toHaveLength(1)
    expect(shadow.querySelector('.xg-utterance')).not.toBe(null)
    const {root: editor} = open(`<div contenteditable="true"><p>${line}</p></div>`)
    expect((await run(editor.querySelector('p') as Element)).source).toBe('')
  })

  test('wrong options', async () => {
    const {root} = open('')
    await expect(run(undefined as never)).rejects.toThrow('annotateElement: expected an element or a shadow root')
    await expect(run(root, {annotator: undefined as never})).rejects.toThrow('Option `annotator` must be a worker annotator')
    await expect(run(root, {slice: 500})).rejects.toThrow('Option `slice` must be a number from 1 to 50, not 500')
    await expect(run(root, {options: {threshold: 3}})).rejects.toThrow('Option `threshold` must be')
  })
})
