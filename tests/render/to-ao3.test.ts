/** Export to the Archive of Our Own: allow-list, limits, work skin. */
import {existsSync, readFileSync} from 'node:fs'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import sanitizeHtml from 'sanitize-html'
import {expect, test} from 'vitest'
import {toAo3} from '../../src/ao3.js'
import {annotate, type Dictionary} from '../../src/index.js'
import {hasShared, shared} from '../support/shared.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const story = read('examples/story/salt-road.md')
const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary

/** The archive's sanitizers, by another library than the export uses. */
const sanitized = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: (
      'a abbr acronym address b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 ' +
      'h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var'
    ).split(' '),
    allowedAttributes: {'*': ['align', 'dir', 'lang', 'title', 'class'], a: ['href', 'name', 'align', 'dir', 'lang', 'title', 'class'], img: ['src', 'alt']},
    allowedSchemes: ['http', 'https'],
  })
const parsed = (html: string) => fromHtml(html, {fragment: true})
const plain = (html: string) => textOf(parsed(html)).replace(/\s+/gu, ' ').trim()
const withoutPositions = (node: ReturnType<typeof parsed>) => JSON.stringify(node, (key, value) => (key === 'position' ? undefined : (value as unknown)))

const stories: [string, string, 'markdown' | 'html'][] = [
  ['the example story', story, 'markdown'],
  [
    'an untrusted page',
    '<section><p onclick="run()" style="color:red" id="n1">“Orreth <mark>sulvane</mark>, <img src=x onerror=run()> mirrod.”\n(Good "evening" &lt;script&gt;)</p><script>run()</script><a href="javascript:run()">x</a></section>',
    'html',
  ],
]

test.each(stories)('the sanitizers change nothing, and there are no newlines: %s', (_, source, format) => {
  for (const renderer of ['ao3', 'ruby'] as const) {
    const {chapter, notes} = toAo3(annotate(source, {format}), {renderer})
    for (const {html} of [chapter, ...notes]) {
      expect(withoutPositions(parsed(sanitized(html)))).toBe(withoutPositions(parsed(html)))
      expect(html).not.toMatch(/\n/u)
      for (const [, names] of html.matchAll(/class="([^"]*)"/gu)) for (const name of (names as string).split(' ')) expect(name).toMatch(/^[a-zA-Z][\w-]+$/u)
    }
  }
})

test('without the skin the translation reads as the author’s brackets after the utterance', () => {
  const {chapter} = toAo3(annotate('“Orreth sulvane, mirrod,” she said. (Good evening, traveller.)\n\nShe sat down (at last).'))
  expect(plain(chapter.html)).toBe('“Orreth sulvane, mirrod, (Good evening, traveller.)” she said.She sat down (at last).')
  expect(plain(toAo3(annotate(story), {gloss: 'kept'}).chapter.html)).not.toContain('xg-')
})

test('anchor names differ between chapters', () => {
  const names = (chapter: number) => [...toAo3(annotate(story), {chapter}).chapter.html.matchAll(/name="([^"]*)"/gu)].map(([, name]) => name)
  expect(new Set([...names(1), ...names(2)]).size).toBe(names(1).length + names(2).length)
  expect(names(1).length).toBeGreaterThan(20)
})

test('a glossary over the limit is split, and each piece states its size', () => {
  const entries = Array.from({length: 400}, (_, i) => ({headword: `mirrod${i}`, senses: [`the ${i}th traveller`]}))
  const long = {headword: 'tal', senses: ['x'.repeat(10_000)]}
  const {notes} = toAo3({...annotate(''), glossaries: [{language: 'art-x-mirr', entries: [...entries, long]}]})
  expect(notes.length).toBeGreaterThan(4)
  for (const {html, characters, limit} of notes) {
    expect(characters).toBe([...html].length)
    expect(characters).toBeLessThanOrEqual(limit)
  }
  const all = notes.map(({html}) => html).join('')
  for (const {headword} of entries) expect(all).toContain(`>${headword}</i>`)
})

test('the work skin contains nothing that the archive rejects', () => {
  const css = read('src/render/ao3-skin.css')
  const bare = css.replace(/\/\*.*?\*\//gsu, '')
  expect(bare).not.toMatch(/fixed|var\(|calc\(|pointer-events|clip-path|inset|gap|animation|@|url\(|attr\(|counter\(|!important|\\/u)
  expect(css.length).toBeLessThan(510_000)
  const {chapter} = toAo3(annotate(story, {dictionaries: [vessik]}))
  for (const [, name] of bare.matchAll(/\.([\w-]+)/gu)) if (!/^\d/u.test(name as string)) expect(chapter.html).toContain(`"${name}"`)
})

test.skipIf(!hasShared || !existsSync(shared('story/memoirs-103.txt')))('a real chapter fits', () => {
  const {chapter} = toAo3(annotate(readFileSync(shared('story/memoirs-103.txt'), 'utf8'), {format: 'text'}))
  expect(chapter.characters).toBeLessThanOrEqual(chapter.limit)
})
