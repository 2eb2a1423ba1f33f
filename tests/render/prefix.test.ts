/** Several stories on one page: the option `prefix` keeps their ids apart. */
import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import rehypeSanitize, {defaultSchema} from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {extendSanitizeSchema, glossaryToHast, renderers, toHast, toPage} from '../../src/html.js'
import {annotate} from '../../src/index.js'

const stories = ['A line.[^1] ', 'Another.[^1] '].map((text) =>
  annotate(`${text}“Orreth sulvane, mirrod.” (Good evening, traveller.)\n\n[^1]: A note.\n`, {terms: {orreth: 'good', sulvane: 'evening'}}),
)
const PREFIXES = ['xg-1-', 'two.']
const matches = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, id]) => decodeURIComponent(id as string))

describe.each(renderers)('$name', (renderer) => {
  test.each(['kept', 'moved'] as const)('ids differ, and references lead to their own story, glosses %s', (gloss) => {
    const pages = stories.map((story, index) => toHtml(toHast(story, {renderer, gloss, prefix: PREFIXES[index]})))
    const ids = pages.map((page) => matches(page, /\s(?:id|name)="([^"]+)"/gu))
    expect(new Set(ids.flat()).size).toBe(ids.flat().length)
    for (const [index, page] of pages.entries()) {
      expect(matches(page, /\s(?:href="#|data-xg-entry=")([^"]+)"/gu).filter((id) => !ids[index]?.includes(id))).toEqual([])
      expect(ids[index]?.filter((id) => !id.startsWith(PREFIXES[index] as string))).toEqual([])
    }
  })
})

test('a page and its glossary', () => {
  const [story] = stories
  const page = toPage(story!, {title: 'One', prefix: 'xg-1-'})
  const ids = matches(page, /\sid="([^"]+)"/gu)
  expect(ids).toContain('xg-1-art-x-unknown-sulvane')
  expect(matches(page, /data-xg-entry="([^"]+)"/gu).filter((id) => !ids.includes(id))).toEqual([])
  expect(toHtml(glossaryToHast(story!.glossary, {prefix: 'xg-1-'}))).toContain('id="xg-1-art-x-unknown-sulvane"')
})

test('a sanitizer keeps them', () => {
  const clean = (prefix: string) => unified().use(rehypeSanitize, extendSanitizeSchema(defaultSchema, {prefix})).use(rehypeStringify)
  const processor = clean('two.')
  const html = processor.stringify(processor.runSync(toHast(stories[1]!, {renderer: 'footnotes', prefix: 'two.'})) as Root)
  expect(html).toContain('id="two.note-u1"')
  const other = clean('txo')
  expect(other.stringify(other.runSync(toHast(stories[1]!, {renderer: 'footnotes', prefix: 'two.'})) as Root)).not.toContain('id="two.')
  expect(() => clean('')).toThrow(/`prefix`/u)
})
