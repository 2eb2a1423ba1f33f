/** Trees that other plugins made: positions with parts missing or wrong, nodes that stand in two places. */
import fc from 'fast-check'
import type {Root as HastRoot} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toString as hastText} from 'hast-util-to-string'
import type {Root as MdastRoot} from 'mdast'
import {toString as mdastText} from 'mdast-util-to-string'
import {createElement} from 'react'
// @ts-expect-error it has no types of its own
import {renderToStaticMarkup} from 'react-dom/server'
import Markdown from 'react-markdown'
import rehypeParse from 'rehype-parse'
import rehypeRaw from 'rehype-raw'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {toEpub} from '../../src/epub.js'
import {renderers, toHast, toPage} from '../../src/html.js'
import {annotate, rehypeXenogloss, remarkXenogloss, type Standoff, type Tree} from '../../src/index.js'
import {fragments} from '../support/pages.js'
import {randomStories} from '../support/random-stories.js'
import {removeAdditions} from '../support/remove-additions.js'

const lines = (source: string, {utterances}: Standoff) => utterances.map(({start, end}) => source.slice(start, end))

describe('behind rehype-raw', () => {
  const verse = '“Orreth sulvane, mirrod.  \nVennu okresh tal.” (Good evening, traveller.)\n\n<div class="x">“Kessu davu mirrod,” she said.</div>\n\n<hr>\n'
  const pipeline = unified().use(remarkParse).use(remarkRehype, {allowDangerousHtml: true}).use(rehypeRaw).use(rehypeXenogloss)

  test('hard breaks and raw blocks are read, and what follows a break has its place in the source', () => {
    const file = new VFile(verse)
    const tree = pipeline.runSync(pipeline.parse(file), file) as HastRoot
    expect(lines(verse, file.data.xenogloss!.standoff)).toEqual(['Orreth sulvane, mirrod.', 'Vennu okresh tal.', 'Kessu davu mirrod,'])
    expect(toHtml(tree)).toContain('<div class="x">“<span class="xg-utterance"')
  })

  test('and so they are in react-markdown', () => {
    const page = renderToStaticMarkup(createElement(Markdown, {rehypePlugins: [rehypeRaw, rehypeXenogloss]}, verse))
    expect(page.match(/class="xg-utterance"/gu)).toHaveLength(3)
  })
})

/** What may become of an end of a position. */
const point = fc.constantFrom<unknown>(
  undefined,
  null,
  {},
  {line: 1, column: 1},
  {line: 1, column: 1, offset: Number.NaN},
  {line: 0, column: 0, offset: -7},
  {line: 9, column: 9, offset: 1e9},
  {line: 1, column: 1, offset: 2.5},
  {line: 1, column: 1, offset: '3'},
  {line: 1, column: 3, offset: 2},
)
const kept = Symbol('kept')
const damage = fc.oneof(
  {weight: 3, arbitrary: fc.constant(kept)},
  {weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null, {})},
  {weight: 3, arbitrary: fc.record({start: fc.oneof(fc.constant(kept), point), end: fc.oneof(fc.constant(kept), point)})},
)

/** Damages the positions of a tree, each by the next of `damages`. */
function damagePositions(tree: Tree, damages: readonly unknown[]): void {
  let index = 0
  visit(tree as Node, (node: {position?: unknown}) => {
    const given = damages[index++ % damages.length]
    if (given === kept) return
    const {start, end} = (given ?? {}) as {start?: unknown; end?: unknown}
    const old = node.position as {start: unknown; end: unknown} | undefined
    if (given === undefined) delete node.position
    else node.position = given && 'start' in (given as object) ? {start: start === kept ? old?.start : start, end: end === kept ? old?.end : end} : given
  })
}

function checkPlaces(source: string, {utterances, glosses, terms, links}: Standoff): void {
  const linked = links.flatMap(({source: [start, end], target: [from, to]}) => [
    {start, end},
    {start: from, end: to},
  ])
  const isPlace = ({start, end}: {start: number; end: number}) => Number.isInteger(start) && start >= 0 && start < end && end <= source.length
  expect([...utterances, ...glosses, ...terms, ...linked].filter((span) => !isPlace(span))).toEqual([])
}

/** Checks that an annotated tree has the text that it had, and every rendering, too. */
function checkText(tree: Tree, text: string): void {
  for (const renderer of renderers) expect(hastText(removeAdditions(toHast(tree, {renderer}))).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
}

describe('positions with parts missing or wrong', () => {
  test('Markdown trees', () => {
    fc.assert(
      fc.property(randomStories, fc.array(damage, {minLength: 1, maxLength: 20}), (source, damages) => {
        const processor = unified().use(remarkParse).use(remarkXenogloss)
        const tree = processor.parse(source)
        const text = mdastText(tree)
        const shown = hastText(toHast(structuredClone(tree)))
        damagePositions(tree, damages)
        const file = new VFile(source)
        const annotated = processor.runSync(tree, file) as MdastRoot
        expect(mdastText(annotated)).toBe(text)
        checkPlaces(source, file.data.xenogloss!.standoff)
        checkText(annotated, shown)
      }),
    )
  })

  test('HTML trees', () => {
    fc.assert(
      fc.property(fragments, fc.array(damage, {minLength: 1, maxLength: 20}), (source, damages) => {
        const processor = unified().use(rehypeParse, {fragment: true}).use(rehypeXenogloss)
        const tree = processor.parse(source)
        const text = hastText(tree)
        damagePositions(tree, damages)
        const file = new VFile(source)
        const annotated = processor.runSync(tree, file) as HastRoot
        expect(hastText(annotated)).toBe(text)
        checkPlaces(source, file.data.xenogloss!.standoff)
        checkText(annotated, text)
      }),
    )
  })
})

describe('trees that are no trees', () => {
  const text = () => ({type: 'text', value: 'Orreth sulvane.'})
  const em = (children: unknown[]) => ({type: 'emphasis', children})
  const shared = text()
  const cyclic = em([])
  cyclic.children.push(cyclic)
  let deep: unknown = text()
  for (let level = 0; level < 1e5; level++) deep = em([deep])
  const bad: [string, unknown[], RegExp][] = [
    ['a cycle', [text(), cyclic], /cycle.*`emphasis` node at children\[0\]\.children\[1\]\.children\[0\]/u],
    ['a shared node', [em([shared]), shared], /shared node.*`text` node at children\[0\]\.children\[1\]/u],
    ['100,000 levels', [deep], /nested too deep.*`emphasis`/u],
    ['a hole', [undefined], /no node at children\[0\]\.children\[0\]/u],
    ['a text without text', [{type: 'text'}], /text node at children\[0\]\.children\[0\] has no text/u],
  ]

  test.each(bad)('%s is refused by name', (_, children, message) => {
    const tree = {type: 'root', children: [{type: 'paragraph', children}]} as MdastRoot
    const element = {type: 'root', children: [{type: 'element', tagName: 'p', properties: {}, children}]} as unknown as HastRoot
    const story = {...annotate(''), tree: element}
    const uses = [
      () => unified().use(remarkXenogloss).runSync(tree),
      () => unified().use(rehypeXenogloss).runSync(element),
      () => toHast(tree),
      () => toPage(story, {title: 'x'}),
      () => toEpub([story], {title: 'x'}),
    ]
    for (const use of uses) {
      expect(use).toThrow(TypeError)
      expect(use).toThrow(message)
    }
  })

  test('an element is named by its tag, also in a template', () => {
    const element = (tagName: string, fields: object) => ({type: 'element', tagName, properties: {}, children: [], ...fields})
    const icon = element('svg', {})
    const tree = {type: 'root', children: [icon, element('template', {content: {type: 'root', children: [icon]}})]} as unknown as HastRoot
    expect(() => unified().use(rehypeXenogloss).runSync(tree)).toThrow(/shared node: the `svg` element at children\[1\]\.children\[0\]\.children\[0\]/u)
  })
})

test.each(['*', '_'])('rows of 4,000 %s are text, not 2,000 levels of emphasis', (mark) => {
  const row = mark.repeat(4000)
  expect(mdastText(annotate(`${row}Orreth sulvane.${row}`).tree)).toContain('Orreth')
  const scene = mark.repeat(5000)
  expect(JSON.stringify(annotate(`*Mute*\n${scene}\n\n${scene}`).tree)).toContain('"emphasis"')
})
