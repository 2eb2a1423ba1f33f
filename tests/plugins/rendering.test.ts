/** Plugins with `renderer`: the finished thing, the same in every pipeline as `toHast` makes it. */
import type {Root as HastRoot} from 'hast'
import {toHtml} from 'hast-util-to-html'
import MarkdownIt from 'markdown-it'
import {createElement} from 'react'
// @ts-expect-error it has no types of its own
import {renderToStaticMarkup} from 'react-dom/server'
import Markdown from 'react-markdown'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {type HastOptions, renderers, toHast} from '../../src/html.js'
import {annotate, rehypeXenogloss, remarkXenogloss} from '../../src/index.js'
import {markdownItXenogloss} from '../../src/markdown-it.js'

const story = `## The ferry

“Orreth *sulvane*, mirrod,” she said. (Good evening, traveller.) He looked at the davu.

- “Vennu okresh tal.”

  (Where is it?)

> “Kessu [davu](https://example.org/) mirrod.” (So be it, traveller.)
`

/** Line ends between blocks differ, which a reader does not see. */
const compact = (html: string) => html.replace(/>\s+/gu, '>').replace(/\s+</gu, '<')

const CASES = renderers.flatMap(({name}): HastOptions[] => [
  {renderer: name},
  {renderer: name, gloss: 'moved', density: 'first', prefix: 'xg-2-'},
  {renderer: name, gloss: 'hidden', density: 'unknown', known: ['orreth'], entries: 'apart'},
])

describe.each(CASES)('%j', (options) => {
  const expected = compact(toHtml(toHast(annotate(story), options)))

  test('remarkXenogloss', () => {
    const page = unified().use(remarkParse).use(remarkXenogloss, options).use(remarkRehype).use(rehypeStringify).processSync(story)
    expect(compact(String(page))).toBe(expected)
  })

  test('rehypeXenogloss', () => {
    const page = unified().use(remarkParse).use(remarkRehype).use(rehypeXenogloss, options).use(rehypeStringify).processSync(story)
    expect(compact(String(page))).toBe(expected)
  })

  test('markdownItXenogloss', () => {
    const references = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('=""', '')
    expect(references(compact(new MarkdownIt().use(markdownItXenogloss, options).render(story)))).toBe(references(expected))
  })
})

test('without `renderer` the tree has the raw nodes', () => {
  const tree = unified().use(remarkXenogloss).runSync(unified().use(remarkParse).parse(story), story)
  expect(JSON.stringify(tree)).toContain('"type":"utterance"')
})

test('what other plugins made stays theirs: check boxes, notes, tables, MDX components', async () => {
  const gfm =
    '- [x] “Orreth sulvane, mirrod.” (Good evening.)[^1]\n\n| a |\n| - |\n| “Vennu okresh tal.” (Where is it?) |\n\n[^1]: “Kessu davu mirrod.” (So be it.)\n'
  const page = unified().use(remarkParse).use(remarkGfm).use(remarkXenogloss, {renderer: 'footnotes'}).use(remarkRehype).use(rehypeStringify).processSync(gfm)
  expect(String(page)).toMatch(/type="checkbox" checked disabled> “<span class="xg-utterance"/u)
  expect(String(page)).toMatch(/<li id="user-content-fn-1">\s*<p>“<span class="xg-utterance"/u)
  expect(String(page).match(/<sup class="xg-ref">/gu)).toHaveLength(3)
  // Its types would count in the whole project.
  const {default: remarkMdx} = (await import('remark-mdx' as string)) as {default: typeof remarkGfm}
  const mdx = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkXenogloss, {renderer: 'ruby', terms: {orreth: 'good'}})
  const tree = mdx.runSync(mdx.parse('<Aside>\n  “Orreth sulvane, mirrod.” (Good evening.)\n</Aside>')) as {children: {type: string; name?: string}[]}
  expect(tree.children[0]).toMatchObject({type: 'mdxJsxFlowElement', name: 'Aside'})
  expect(JSON.stringify(tree)).toContain('"hName":"ruby"')
})

test('tips in react-markdown are one line', () => {
  const page = renderToStaticMarkup(createElement(Markdown, {remarkPlugins: [[remarkXenogloss, {renderer: 'tooltip'}]]}, story))
  expect(page).toMatch(/<span class="xg-utterance xg-emphasis-part" lang="art-x-unknown" data-xg="u1" data-xg-sure="\d+">/u)
  expect(page).toContain('<div class="xg-data" hidden="">')
})

test('notes of a whole page stand in its body', () => {
  const page = '<!doctype html><html><head><title>x</title></head><body><p>“Orreth sulvane, mirrod.” (Good evening.)</p></body></html>'
  const html = String(unified().use(rehypeParse).use(rehypeXenogloss, {renderer: 'footnotes'}).use(rehypeStringify).processSync(page))
  expect(html).toMatch(/<\/ol><\/section><\/body><\/html>$/u)
})

test('lines in headers of tables and outside of blocks have their examples', () => {
  const table = '<table><tr><th>“Orreth sulvane, mirrod.” (Good evening.)</th></tr></table>“Vennu okresh tal.” (Where is it?)'
  const tree = unified().use(rehypeParse, {fragment: true}).use(rehypeXenogloss, {renderer: 'interlinear'})
  const html = toHtml(tree.runSync(tree.parse(table), table) as HastRoot)
  expect(html.match(/class="xg-example"/gu)).toHaveLength(2)
  expect(html).toMatch(/<div class="xg-example">.*<\/th>/su)
})

test.each([
  [{renderer: 'tooltips'}, /`renderer` must be one of 'tooltip', 'ruby'.*not 'tooltips'/u],
  [{renderer: {name: 'mine'}}, /`renderer`.*`render`/u],
  [{gloss: 'moved'}, /`gloss`.*give `renderer`/u],
  [{renderer: 'ruby', densty: 'first'}, /no option `densty`; did you mean `density`/u],
  [{renderer: 'ruby', prefix: 'a b'}, /`prefix`.*white space/u],
  [{format: 'html'}, /no option `format`/u],
])('%j is refused', (options, message) => {
  for (const use of [
    () =>
      unified()
        .use(remarkParse)
        .use(remarkXenogloss, options as never)
        .freeze(),
    () =>
      unified()
        .use(rehypeParse)
        .use(rehypeXenogloss, options as never)
        .freeze(),
    () => new MarkdownIt().use(markdownItXenogloss, options as never),
  ]) {
    expect(use).toThrow(TypeError)
    expect(use).toThrow(message)
  }
})
