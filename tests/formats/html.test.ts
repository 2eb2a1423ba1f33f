/** Glossaries as HTML pages, also for untrusted dictionaries. */
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import type {Element, Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {html} from '../../src/formats/html/html.js'
import {PAGE_SCRIPT} from '../../src/formats/html/page-assets.js'
import {compileGlossaryPage} from '../../src/scripts/compile-glossary-page.js'
import {arbitraryMarkupDictionary, exampleAnnotation, exampleStory, krypton, readerDictionary, vessik} from '../support/dictionaries.js'

describe('html', () => {
  const parse = (text: string): HastRoot => unified().use(rehypeParse).parse(text)
  const elements = (tree: HastRoot, name: string): Element[] => {
    const found: Element[] = []
    visit(tree, 'element', (element) => {
      if (element.tagName === name) found.push(element)
    })
    return found
  }

  const entriesOf = (page: string): string[][] =>
    elements(parse(page), 'dl').flatMap((list) =>
      elements({type: 'root', children: [list]}, 'div').map((entry) => entry.children.flatMap((child) => (child.type === 'element' ? [textOf(child)] : []))),
    )

  test('an entry', () => {
    expect(entriesOf(html.write(readerDictionary, {name: 'Odd'}))).toEqual([
      ['kessu', '(unknown)', 'Mentioned under sorul'],
      ['sorul, soruul noun 3×', 'lamp (attested)', 'light (inferred)', 'Forms: sorulnu lamps, soruli', 'Never *put out*.', 'See kessu, nowhere'],
    ])
  })

  test.each([vessik, krypton, exampleAnnotation.glossary])('$language: ids are unique, links have targets, and words have their language', (dictionary) => {
    const tree = parse(html.write(dictionary))
    const ids = elements(tree, 'div').flatMap(({properties}) => (properties.id === undefined ? [] : [properties.id as string]))
    expect(new Set(ids).size).toBe(dictionary.entries.length)
    const targets = [...ids, ...elements(tree, 'section').map(({properties}) => properties.id)]
    for (const {properties} of elements(tree, 'a')) expect(targets).toContain(decodeURIComponent(String(properties.href).slice(1)))
    for (const {properties} of elements(tree, 'dfn')) expect(properties.lang).toBe(dictionary.language)
  })

  test('a page has its content in a main element, and one heading', () => {
    const tree = parse(html.write(readerDictionary, {name: 'Odd'}))
    const [main, ...others] = elements(tree, 'main')
    expect(others).toEqual([])
    expect(elements(tree, 'h1').map(textOf)).toEqual(['Odd'])
    for (const root of [tree, {type: 'root' as const, children: [main as Element]}]) {
      expect(elements(root, 'section').map((section) => textOf(section.children[0] as Element))).toEqual(['K', 'S'])
      expect(elements(root, 'dl')).toHaveLength(2)
    }
  })

  test('parts, entries that mention a word, attestations, and the names of stories', () => {
    const page = html.write({
      language: 'art-x-odd',
      entries: [
        {headword: 'sor', senses: ['light'], see: ['ul']},
        {headword: '-ul', senses: ['thing'], attestations: [{work: 'The Ferry', chapter: 2, paragraph: 5}, {paragraph: 3}, {}]},
        {headword: 'sorul', pronunciation: 'ˈsoːrul', senses: ['lamp'], parts: ['sor', '-ul'], see: ['sor']},
        {
          headword: 'ul',
          senses: ['rope'],
          see: ['sor', 'ul'],
          evidence: [
            {work: 'The Ferry', start: 3, end: 5},
            {work: 'The Ferry', start: 3, end: 5, meaning: 'rope'},
            {work: 'The Ferry', start: 30, end: 32},
            {work: 'The Inn', start: 3, end: 5},
          ],
        },
      ],
    })
    expect(entriesOf(page)).toEqual([
      ['sor', 'light', 'See ul', 'Mentioned under sorul'],
      ['sorul ˈsoːrul', 'lamp', 'See sor', 'Built of sor + -ul'],
      ['-ul', 'thing', 'Mentioned under sorul', 'Attested: The Ferry, chapter 2, paragraph 5; paragraph 3'],
      ['ul', 'rope', 'See sor, ul', 'Found at The Ferry (2), The Inn'],
    ])
  })

  test('stories: examples with their sources, and links to every place', () => {
    const {glossary} = exampleAnnotation
    const page = html.write(glossary, {stories: [{...exampleAnnotation, source: exampleStory, title: 'The salt road', href: 'salt-road.html'}]})
    const story = new Set([...exampleAnnotation.standoff.utterances, ...exampleAnnotation.standoff.terms].map(({id}) => `salt-road.html#${id}`))
    const links = elements(parse(page), 'a').flatMap(({properties}) => (String(properties.href).startsWith('#') ? [] : [String(properties.href)]))
    expect(links.length).toBeGreaterThan(glossary.entries.length)
    for (const link of links) expect(story).toContain(link)
    const [child] = entriesOf(page).filter(([head]) => head?.startsWith('ulmeth'))
    expect(child).toEqual(expect.arrayContaining(["Na'ollim ulmeth, My child is lost. The salt road"]))
    expect(entriesOf(html.write(glossary, {stories: [{...exampleAnnotation, source: exampleStory}]})).flat()).toContain("Na'ollim ulmeth, My child is lost.")
  })

  test('the script and the style are compiled from the current code, and the policy names them', async () => {
    expect(readFileSync(new URL('../../src/formats/html/page-assets.ts', import.meta.url), 'utf8')).toBe(await compileGlossaryPage())
  })

  test('no content of an untrusted dictionary is markup', () => {
    fc.assert(
      fc.property(arbitraryMarkupDictionary, (dictionary) => {
        const tree = parse(html.write({...dictionary, name: '</title><script>alert(1)</script>'}))
        expect(elements(tree, 'dfn').map(textOf).sort()).toEqual(dictionary.entries.map(({headword}) => headword).sort())
        for (const name of ['img', 'b']) expect(elements(tree, name)).toEqual([])
        expect(elements(tree, 'script').map(textOf)).toEqual([PAGE_SCRIPT])
      }),
    )
  })
})
