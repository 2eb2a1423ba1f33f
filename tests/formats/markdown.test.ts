/** Glossaries as Markdown pages, also for untrusted dictionaries. */
import fc from 'fast-check'
import type {Heading, Link, Root} from 'mdast'
import {toString as mdastText} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {markdown} from '../../src/formats/markdown.js'
import {arbitraryMarkupDictionary, exampleAnnotation, exampleStory, krypton, readerDictionary, vessik} from '../support/dictionaries.js'

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim()

describe('markdown', () => {
  const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text)

  test('an entry', () => {
    expect(markdown.write(readerDictionary, {name: 'Odd'})).toBe(`# Odd

## K

### <a id="xg-art-x-odd-kessu"></a>kessu

(unknown)

## S

### <a id="xg-art-x-odd-sorul"></a>sorul

_noun_, **soruul**

1. lamp _(attested)_
2. light _(inferred)_

Forms: **sorulnu** lamps, **soruli**

Never \\*put out\\*.

See [kessu](#xg-art-x-odd-kessu), **nowhere**

Met 3×
`)
  })

  test.each([vessik, krypton, exampleAnnotation.glossary])('links in $language have targets on the page', (dictionary) => {
    const text = markdown.write(dictionary)
    const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/gu)].map(([, id]) => id))
    expect(anchors.size).toBe(dictionary.entries.length)
    visit(parse(text), 'link', ({url}: Link) => {
      expect(anchors).toContain(decodeURIComponent(url.slice(1)))
    })
  })

  test('links lead to words and utterances of the story', () => {
    const text = markdown.write(exampleAnnotation.glossary, {stories: [{...exampleAnnotation, source: exampleStory, href: 'salt-road.html'}]})
    const ids = new Set([...exampleAnnotation.standoff.terms, ...exampleAnnotation.standoff.utterances].map(({id}) => id))
    const links = [...text.matchAll(/salt-road\.html#(\w+)/gu)].map(([, id]) => id as string)
    expect(links.length).toBeGreaterThan(100)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
    expect(text).toContain('> _Thessa rinul nessothnu,_ — The wind keeps names.')
    expect(text).toMatch(/Met 7×: \[1\]\(salt-road\.html#t\d+\), \[2\]/u)
    expect(markdown.write(exampleAnnotation.glossary)).not.toContain('salt-road')
  })

  test('no content is markup, in CommonMark or on GitHub', () => {
    fc.assert(
      fc.property(arbitraryMarkupDictionary, (dictionary) => {
        const tree = parse(markdown.write(dictionary))
        const words: string[] = []
        const types = new Set<string>()
        visit(tree, (node) => {
          types.add(node.type)
          if (node.type === 'heading' && (node as Heading).depth === 3) words.push(tidy(mdastText(node, {includeHtml: false})))
          // remark-gfm links addresses, escaped or not, but nothing else.
          if (node.type === 'link') expect(decodeURI(node.url).replace(/^http:\/\/(?=www)|^mailto:/u, '')).toBe(mdastText(node))
          if (node.type === 'html') expect(node.value).toMatch(/^<\/?a(?: id="xg-art-x-odd-[\p{L}\p{M}\p{N}_-]+")?>$/u)
        })
        expect(words.sort()).toEqual(dictionary.entries.map(({headword}) => tidy(headword)).sort())
        for (const type of ['image', 'code', 'inlineCode', 'blockquote', 'table', 'delete', 'thematicBreak', 'footnoteReference', 'definition'])
          expect(types).not.toContain(type)
        const text = tidy(mdastText(tree, {includeHtml: false}).replace(/\s+/gu, ''))
        for (const {notes, senses} of dictionary.entries)
          for (const content of [notes ?? '', ...(senses as string[])]) expect(text).toContain(content.replace(/\s+/gu, ''))
      }),
      {numRuns: 150},
    )
  })
})
