/** Broken and odd HTML: the text is kept, the markup too, and annotating what was annotated changes nothing. */
import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {renderers, toHast} from '../../src/html.js'
import {annotate, rehypeXenogloss} from '../../src/index.js'
import {html} from '../../src/source/html/html-source.js'
import {byTurns} from '../support/random-inputs.js'
import {strippedHtml} from '../support/strip-annotations.js'
import {treeConstruction} from '../support/tree-construction.js'

const read = (source: string) => annotate(source, {format: 'html'})
/** As every parser of HTML reads it; ours joins a page and a fragment in one function. */
const parse = (source: string): Root =>
  unified()
    .use(rehypeParse, {fragment: !/<(?:!doctype|html|head|body|frameset)(?=[\t\n\f\r />])/iu.test(source)})
    .parse(source)

test('there are a few hundred', () => {
  expect(treeConstruction.length).toBeGreaterThan(350)
})

test('the text and the markup are kept, in renderings of all kinds', () => {
  let found = 0
  const sources = byTurns(treeConstruction, 3)
  for (const [index, source] of sources.entries()) {
    const plain = parse(source)
    const annotation = read(source)
    found += Number(annotation.standoff.utterances.length > 0)
    expect([source, textOf(annotation.tree)]).toEqual([source, textOf(plain)])
    // Spans that an earlier run printed are removed.
    const expected = strippedHtml(html.parse(source))
    // By turns: all renderers for every page would take a minute.
    for (const renderer of [renderers[index % renderers.length], renderers[(index + 3) % renderers.length]] as const)
      expect([source, renderer?.name, strippedHtml(toHast(annotation, {renderer}))]).toEqual([source, renderer?.name, expected])
  }
  expect(found).toBeGreaterThan(0.8 * sources.length)
})

test('what is annotated stays as it is when it is annotated again', () => {
  let stable = 0
  const plugin = unified().use(rehypeXenogloss).freeze()
  const sources = byTurns(treeConstruction, 3, 1)
  for (const [index, source] of sources.entries()) {
    const {tree} = read(source)
    const once = toHtml(tree)
    // Every second page by the plugin, whose tree is annotated; every page as it is printed.
    if (index % 2 === 0 || process.env.FUZZ) expect([source, toHtml(plugin.runSync(tree, source))]).toEqual([source, once])
    // What the parser moves is elsewhere in the second reading, with or without us.
    const plain = toHtml(html.parse(source))
    if (toHtml(html.parse(plain)) !== plain || toHtml(html.parse(once)) !== once) continue
    stable++
    expect([source, toHtml(read(once).tree)]).toEqual([source, once])
  }
  expect(stable).toBeGreaterThan(0.7 * sources.length)
})
