/** No link in a link: a line in an author's link, an author's link in a line, in every rendering; and its notes can be reached. */
import type {Nodes} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {toAo3} from '../../src/ao3.js'
import {toEpub} from '../../src/epub.js'
import {unzip} from '../../src/formats/shared/zip.js'
import {renderers, toHast, toPage} from '../../src/html.js'
import {annotate, type Options} from '../../src/index.js'
import {popupNotes} from '../../src/render/renderers/popup-notes.js'

const LINES: readonly [string, string, Options?][] = [
  ['a line in a link', '<p><a href="https://example.org/x">See “Orreth sulvane mirrod.”</a> (Good evening, traveller.)</p>'],
  ['a line and its translation in a link', '<p><a href="https://example.org/x">“Orreth sulvane mirrod.” (Good evening, traveller.)</a></p>'],
  ['a link in a line', '<p>“Orreth <a href="https://example.org/x">sulvane</a> mirrod.” (Good evening, traveller.)</p>'],
  ['a link around the end of a line', '<p>“Orreth sulvane <a href="https://example.org/x">mirrod,” she</a> said. (Good evening, traveller.)</p>'],
  ['a link around paragraphs', '<a href="https://example.org/x"><p>“Orreth sulvane mirrod.”</p><p>(Good evening, traveller.)</p></a>'],
  [
    'a link in emphasis in a link’s line',
    '<p><a href="https://example.org/x">“Orreth <i>sulvane</i> mirrod.”</a> “Vennu <a href="https://example.org/y">okresh tal.”</a></p>',
  ],
]
const MARKDOWN: typeof LINES = [
  ['Markdown: a line in a link', '[See “Orreth sulvane mirrod.”](https://example.org/x) (Good evening, traveller.)', {format: 'markdown'}],
  ['Markdown: a link in a line', '“Orreth [sulvane][x] mirrod.” (Good evening, traveller.)\n\n[x]: https://example.org/x', {format: 'markdown'}],
]

const nestedLinks = (html: string): string[] => html.match(/<a(?=[\s>])(?:(?!<\/a>).)*?<a(?=[\s>])/gsu) ?? []

function countNested(node: Nodes, inLink = false): number {
  if (!('children' in node)) return 0
  const isLink = node.type === 'element' && node.tagName === 'a'
  return node.children.reduce((count, child) => count + countNested(child as Nodes, inLink || isLink), Number(inLink && isLink))
}

describe.each([...LINES, ...MARKDOWN])('%s', (_, source, given = {format: 'html'}) => {
  const annotation = annotate(source, {...given, terms: {orreth: 'good', sulvane: 'evening', mirrod: 'traveller'}})

  test.each(['kept', 'moved', 'hidden'] as const)('with glosses %s', (gloss) => {
    for (const renderer of [...renderers, popupNotes]) {
      const root = toHast(annotation, {renderer, gloss})
      expect([renderer.name, countNested(root)]).toEqual([renderer.name, 0])
      expect(toHtml(root)).toContain('href="https://example.org/x"')
      if (renderer !== popupNotes) expect(nestedLinks(toPage(annotation, {title: 'x', renderer, gloss}))).toEqual([])
    }
    for (const renderer of ['ao3', 'ruby'] as const) {
      const {html} = toAo3(annotation, {renderer, gloss}).chapter
      expect(nestedLinks(html)).toEqual([])
      expect(html).toContain('href="https://example.org/x"')
    }
    for (const renderer of ['popup-notes', 'ruby'] as const) {
      const page = new TextDecoder().decode(unzip(toEpub([annotation], {title: 'x', renderer, gloss}), {}, () => true)['EPUB/chapter-1.xhtml'])
      expect(nestedLinks(page)).toEqual([])
      expect(page).toContain('href="https://example.org/x"')
    }
  })

  test('every note has a link to it', () => {
    for (const renderer of ['footnotes', popupNotes] as const) {
      const html = toHtml(toHast(annotation, {renderer}))
      const notes = [...html.matchAll(/ id="(xg-note-u\d+)"/gu)].map(([, id]) => id)
      for (const id of notes) expect(html).toContain(`href="#${id}"`)
      for (const [, id] of html.matchAll(/href="#(xg-ref-u\d+)"/gu)) expect(html).toContain(`<a id="${id}"`)
    }
  })
})
