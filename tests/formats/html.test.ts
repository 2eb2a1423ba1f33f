/** Glossaries as HTML pages, also for untrusted dictionaries. */
import fc from 'fast-check'
import type {Element, Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {html} from '../../src/formats/html/html.js'
import {arbitraryMarkupDictionary, exampleAnnotation, krypton, readerDictionary, vessik} from '../support/dictionaries.js'

describe('html', () => {
  const parse = (text: string): HastRoot => unified().use(rehypeParse).parse(text)
  const elements = (tree: HastRoot, name: string): Element[] => {
    const found: Element[] = []
    visit(tree, 'element', (element) => {
      if (element.tagName === name) found.push(element)
    })
    return found
  }

  test('an entry', () => {
    const list = elements(parse(html.write(readerDictionary, {name: 'Odd'})), 'dl')[0] as Element
    const texts = elements({type: 'root', children: [list]}, 'div').map((entry) =>
      entry.children.flatMap((child) => (child.type === 'element' ? [textOf(child)] : [])),
    )
    expect(texts).toEqual([
      ['kessu', '(unknown)'],
      ['sorul, soruul noun 3×', 'lamp (attested)', 'light (inferred)', 'Forms: sorulnu lamps, soruli', 'Never *put out*.', 'See kessu, nowhere'],
    ])
  })

  test.each([vessik, krypton, exampleAnnotation.glossary])('$language: ids are unique, links have targets, and words have their language', (dictionary) => {
    const tree = parse(html.write(dictionary))
    const ids = elements(tree, 'div').map(({properties}) => properties.id as string)
    expect(new Set(ids).size).toBe(dictionary.entries.length)
    for (const {properties} of elements(tree, 'a')) expect(ids).toContain(decodeURIComponent(String(properties.href).slice(1)))
    for (const {properties} of elements(tree, 'dfn')) expect(properties.lang).toBe(dictionary.language)
  })

  test('a page has its content in a main element, and one heading', () => {
    const tree = parse(html.write(readerDictionary, {name: 'Odd'}))
    const [main, ...others] = elements(tree, 'main')
    expect(others).toEqual([])
    for (const root of [tree, {type: 'root' as const, children: [main as Element]}]) {
      expect(elements(root, 'h1').map(textOf)).toEqual(['Odd'])
      expect(elements(root, 'dl')).toHaveLength(1)
    }
  })

  test('no content of an untrusted dictionary is markup', () => {
    fc.assert(
      fc.property(arbitraryMarkupDictionary, (dictionary) => {
        const tree = parse(html.write({...dictionary, name: '</title><script>alert(1)</script>'}))
        expect(elements(tree, 'dfn').map(textOf).sort()).toEqual(dictionary.entries.map(({headword}) => headword).sort())
        for (const name of ['script', 'img', 'b']) expect(elements(tree, name)).toEqual([])
      }),
    )
  })
})
