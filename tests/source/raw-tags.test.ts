/** Lines that a tag of raw HTML in Markdown crosses: they are cut there, so that the page has the text where its author put it. */
import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import MarkdownIt from 'markdown-it'
import rehypeRaw from 'rehype-raw'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {remarkXenogloss} from '../../src/index.js'
import {markdownItXenogloss} from '../../src/markdown-it.js'

const pipeline = (renderer?: string) =>
  unified()
    .use(remarkParse)
    .use(remarkXenogloss, renderer === undefined ? {} : {renderer})
    .use(remarkRehype, {allowDangerousHtml: true})
    .use(rehypeRaw)
const withoutUs = unified().use(remarkParse).use(remarkRehype, {allowDangerousHtml: true}).use(rehypeRaw)

/** Removes the spans that we added, by nesting. */
function stripSpans(html: string): string {
  const open: boolean[] = []
  return html.replace(/<(\/?)span([^>]*)>/gu, (tag, closes: string, attributes: string) => {
    if (closes) return open.pop() ? '' : tag
    const isOurs = /class="xg-/u.test(attributes)
    open.push(isOurs)
    return isOurs ? '' : tag
  })
}

const CASES = [
  ['an end inside a tag', '“Orreth <span class="x">sulvane, mirrod,” she</span> said. (Good evening, traveller.)'],
  ['a start inside a tag', 'He <span class="x">said: “Orreth sulvane</span>, mirrod.” (Good evening, traveller.)'],
  ['both', '<q>“Orreth</q> sulvane, <ins>mirrod.”</ins> (Good <del>evening, traveller.) So</del> it was.'],
  ['pairs inside', '“Orreth <span class="x">sulvane</span>, <br>mirrod.” (Good evening, <kbd>traveller</kbd>.)'],
  ['tags that cross each other', '“Orreth <ins>sul<del>vane</ins>, mir</del>rod.” (Good evening, traveller.)'],
  ['tags never closed and never opened', '“Orreth <ins>sulvane</kbd>, mirrod.” (Good evening, traveller.)'],
] as const

describe.each(CASES)('%s', (_, source) => {
  test('behind rehype-raw the page is as without annotation', () => {
    const expected = toHtml(withoutUs.runSync(withoutUs.parse(source)) as Root)
    for (const renderer of [undefined, 'tooltip', 'plain']) {
      const processor = pipeline(renderer)
      const tree = processor.runSync(processor.parse(source), source) as Root
      expect(toHtml(tree)).toMatch(/lang="art-x-unknown"/u)
      let found = toHtml(tree).replace(/<div class="xg-data".*<\/div>/su, '')
      if (renderer === 'plain') found = found.replace(/<span lang="art-x-unknown"/gu, '<span class="xg-line"')
      expect(stripSpans(found).trim()).toBe(expected)
    }
  })

  test('and in markdown-it', () => {
    const nest = (html: string) =>
      toHtml(
        unified()
          .use(remarkParse)
          .use(remarkRehype, {allowDangerousHtml: true})
          .use(rehypeRaw)
          .runSync({type: 'root', children: [{type: 'html', value: html}]}) as Root,
      )
    const settings = {html: true}
    const expected = nest(new MarkdownIt(settings).render(source))
    expect(stripSpans(nest(new MarkdownIt(settings).use(markdownItXenogloss).render(source)))).toBe(expected)
    expect(stripSpans(nest(new MarkdownIt(settings).use(markdownItXenogloss, {renderer: 'tooltip', entries: 'apart'}).render(source)))).toBe(expected)
  })
})

test('a line that is cut is shown once', () => {
  const processor = pipeline('footnotes')
  const tree = processor.runSync(processor.parse(CASES[0][1]), CASES[0][1]) as Root
  let references = 0
  visit(tree, 'element', ({properties}) => void (String(properties.className) === 'xg-ref' && references++))
  expect(references).toBe(1)
})
