/** The glossary as a page: Markdown and HTML that readers open, and nothing of a stranger's dictionary runs in. */
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import type {Element, Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Heading, Link, Root} from 'mdast'
import {toString as mdastText} from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {html} from '../src/formats/html.js'
import {markdown} from '../src/formats/markdown.js'
import {annotate} from '../src/index.js'
import type {Dictionary} from '../src/types.js'

const file = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const vessik = JSON.parse(file('dictionaries/vessik.json')) as Dictionary
const krypton = JSON.parse(file('dictionaries/memoirs-krypton.json')) as Dictionary
const source = file('examples/story/salt-road.md')
const {glossary: learnt, standoff} = annotate(source)

const one: Dictionary = {
  language: 'art-x-odd',
  entries: [
    {
      headword: 'sorul',
      partOfSpeech: 'noun',
      variants: ['soruul'],
      senses: [{definition: 'lamp', certainty: 'attested'}, 'light', {definition: 'fish', status: 'rejected'}],
      certainty: 'inferred',
      forms: [{form: 'sorulnu', meaning: 'lamps'}, 'soruli'],
      notes: 'Never *put out*.',
      see: ['kessu', 'nowhere'],
      count: 3,
    },
    {headword: 'kessu', certainty: 'unknown'},
    {headword: 'rubbish', status: 'rejected'},
  ],
}

/** What Markdown, HTML and their dialects could take for markup. */
const odd = fc
  .oneof(
    fc.array(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '~',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '#',
        '-',
        '+',
        '|',
        '\\',
        '&',
        'amp;',
        '1.',
        ' ',
        '\n',
        'a',
        'é',
        '🜁',
        ':',
        '//',
        'http',
        'www.',
        '@',
        '^',
        '=',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    fc.constantFrom(
      ['*a*'],
      ['[x]'],
      ['<b>'],
      ['<script>alert(1)</script>'],
      ['[^1]'],
      ['![x](javascript:alert(1))'],
      ['- [ ] a'],
      ['~~a~~'],
      ['a\n===\nb'],
      ['שלום'],
      ['__proto__'],
    ),
  )
  .map((parts) => parts.join(''))
const oddEntry = fc.record({
  headword: odd,
  senses: fc.array(odd, {minLength: 1, maxLength: 2}),
  notes: odd,
  partOfSpeech: odd,
  variants: fc.array(odd, {maxLength: 2}),
})
const oddDictionary = fc.array(oddEntry, {minLength: 1, maxLength: 4}).map((entries): Dictionary => ({language: 'art-x-odd', entries}))

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim()

describe('markdown', () => {
  const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text)

  test('an entry', () => {
    expect(markdown.write(one, {name: 'Odd'})).toBe(`# Odd

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

  test.each([vessik, krypton, learnt])('links of $language lead to anchors of the page', (dictionary) => {
    const text = markdown.write(dictionary)
    const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/gu)].map(([, id]) => id))
    expect(anchors.size).toBe(dictionary.entries.length)
    visit(parse(text), 'link', ({url}: Link) => {
      expect(anchors).toContain(decodeURIComponent(url.slice(1)))
    })
  })

  test('links back lead to words and lines of the story', () => {
    const text = markdown.write(learnt, {stories: [{source, standoff, href: 'salt-road.html'}]})
    const ids = new Set([...standoff.terms, ...standoff.utterances].map(({id}) => id))
    const links = [...text.matchAll(/salt-road\.html#(\w+)/gu)].map(([, id]) => id as string)
    expect(links.length).toBeGreaterThan(100)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
    expect(text).toContain('> _Thessa rinul nessothnu,_ — The wind keeps names.')
    expect(text).toMatch(/Met 7×: \[1\]\(salt-road\.html#t\d+\), \[2\]/u)
    expect(markdown.write(learnt)).not.toContain('salt-road')
  })

  test('no markup leaks, in CommonMark nor in GitHub’s', () => {
    fc.assert(
      fc.property(oddDictionary, (dictionary) => {
        const tree = parse(markdown.write(dictionary))
        const words: string[] = []
        const types = new Set<string>()
        visit(tree, (node) => {
          types.add(node.type)
          if (node.type === 'heading' && (node as Heading).depth === 3) words.push(tidy(mdastText(node, {includeHtml: false})))
          // remark-gfm makes links of addresses, escaped or not; of nothing else.
          if (node.type === 'link') expect(decodeURI(node.url).replace(/^http:\/\/(?=www)|^mailto:/u, '')).toBe(mdastText(node))
          if (node.type === 'html') expect(node.value).toMatch(/^<\/?a(?: id="xg-art-x-odd-[\p{L}\p{M}\p{N}_-]+")?>$/u)
        })
        expect(words.sort()).toEqual(dictionary.entries.map(({headword}) => tidy(headword)).sort())
        for (const type of ['image', 'code', 'inlineCode', 'blockquote', 'table', 'delete', 'thematicBreak', 'footnoteReference', 'definition'])
          expect(types).not.toContain(type)
        const text = tidy(mdastText(tree, {includeHtml: false}).replace(/\s+/gu, ''))
        for (const {notes, senses} of dictionary.entries)
          for (const told of [notes ?? '', ...(senses as string[])]) expect(text).toContain(told.replace(/\s+/gu, ''))
      }),
      {numRuns: 500},
    )
  })
})

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
    const list = elements(parse(html.write(one, {name: 'Odd'})), 'dl')[0] as Element
    const said = elements({type: 'root', children: [list]}, 'div').map((entry) =>
      entry.children.flatMap((child) => (child.type === 'element' ? [textOf(child)] : [])),
    )
    expect(said).toEqual([
      ['kessu', '(unknown)'],
      ['sorul, soruul noun 3×', 'lamp (attested)', 'light (inferred)', 'Forms: sorulnu lamps, soruli', 'Never *put out*.', 'See kessu, nowhere'],
    ])
  })

  test.each([vessik, krypton, learnt])('$language: ids are unique, links lead to them, words are in their language', (dictionary) => {
    const tree = parse(html.write(dictionary))
    const ids = elements(tree, 'div').map(({properties}) => properties.id as string)
    expect(new Set(ids).size).toBe(dictionary.entries.length)
    for (const {properties} of elements(tree, 'a')) expect(ids).toContain(decodeURIComponent(String(properties.href).slice(1)))
    for (const {properties} of elements(tree, 'dfn')) expect(properties.lang).toBe(dictionary.language)
  })

  test('nothing of a stranger’s dictionary is markup', () => {
    fc.assert(
      fc.property(oddDictionary, (dictionary) => {
        const tree = parse(html.write({...dictionary, name: '</title><script>alert(1)</script>'}))
        expect(elements(tree, 'dfn').map(textOf).sort()).toEqual(dictionary.entries.map(({headword}) => headword).sort())
        for (const name of ['script', 'img', 'b']) expect(elements(tree, name)).toEqual([])
      }),
    )
  })
})
