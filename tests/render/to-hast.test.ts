/** Renderers, pages, plugins and example scripts. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {toHtml} from 'hast-util-to-html'
import type {PhrasingContent} from 'mdast'
import {toMarkdown} from 'mdast-util-to-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {renderers, toHast, toPage} from '../../src/html.js'
import {annotate, type Dictionary, remarkXenogloss, toWebAnnotations, xenoglossToMarkdown} from '../../src/index.js'
import {saltRoadAlone} from '../reader/stories.js'
import {removeAdditions} from '../support/remove-additions.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const story = read('examples/story/salt-road.md')
const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary
const plainText = (html: string) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/&#x26;/gu, '&')
    .replace(/&#x3C;/gu, '<')

describe.each(renderers)('renderer $name', (renderer) => {
  test('does not change the text of the story', () => {
    const {tree} = annotate(story)
    const plain = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify).processSync(story)
    expect(plainText(toHtml(removeAdditions(toHast(tree, {renderer}))))).toBe(plainText(String(plain)))
  })

  test('makes nothing in an untrusted story executable', () => {
    const {tree} = annotate('“Orreth sulvane, <img src=x onerror=alert(1)> mirrod.” (Good "evening" <script>alert(1)</script>)\n\n<script>alert(2)</script>')
    const html = toHtml(toHast(tree, {renderer}))
    expect(html).not.toMatch(/<script|<img|onerror="/u)
  })

  test('adds no link inside a link', () => {
    const html = toHtml(toHast(annotate('<p><a href="x">“Orreth sulvane mirrod.” (Good evening, traveller.)</a></p>', {format: 'html'}), {renderer}))
    expect(html).toContain('<a href="x">')
    expect(/<a [^>]*>(?:(?!<\/a>).)*<a /u.test(html)).toBe(false)
  })
})

describe('the tooltip renderer', () => {
  const annotation = annotate(story, {dictionaries: [vessik]})

  test('contains each meaning once: translations in the text, entries after it', () => {
    const html = toHtml(toHast(annotation))
    expect(html).not.toContain('data-xg-tip="My child is lost."')
    expect(html).toMatch(/data-xg="t\d+" data-xg-entry="xg-art-x-vessik-ollim" data-xg-word="na(?:'|&#x27;)- \+ ollim" data-xg-tip="my \+ child"/u)
    expect(html).toMatch(/<span class="xg-word" data-xg-of="t\d+">child<\/span> is/u)
    expect(html.match(/<div id="xg-art-x-vessik-ollim">/gu)).toHaveLength(1)
    expect(html).toMatch(/<div class="xg-data" hidden><dl class="xg-glossary">/u)
    expect(toHtml(toHast(annotation, {entries: 'apart'}))).not.toContain('xg-data')
  })

  test('gives translations that are not in the text as attributes', () => {
    const html = toHtml(toHast(annotation, {gloss: 'moved'}))
    expect(html).toContain('data-xg-tip="My child is lost."')
    expect(html).not.toMatch(/xg-translation" data-xg-of="u/u)
  })

  test('without a glossary, terms have their meanings as attributes', () => {
    expect(toHtml(toHast(annotation.tree))).toMatch(/class="xg-term" lang="art-x-vessik" data-xg="t\d+" data-xg-tip="wind"/u)
  })
})

describe('emphasis of the author', () => {
  const dictionary: Dictionary = {language: 'art-x-mirr', entries: [{headword: 'orreth'}, {headword: 'sulvane'}, {headword: 'mirrod'}]}
  const classes = (source: string, format: 'markdown' | 'html', renderer = 'tooltip') =>
    [...new Set(toHtml(toHast(annotate(source, {format, dictionaries: [dictionary]}), {renderer})).match(/xg-utterance[^"]*/gu))].join()

  test.each([
    ['“Orreth sulvane.”', 'markdown', 'none'],
    ['“*Orreth sulvane*.”', 'markdown', 'whole'],
    ['*“Orreth sulvane.”*', 'markdown', 'whole'],
    ['“**Orreth** *sulvane*.”', 'markdown', 'whole'],
    ['“Orreth *sulvane*.”', 'markdown', 'part'],
    ['“Orreth *sulvane mirrod.”* He wept.', 'markdown', 'part'],
    ['<p>“<i>Orreth</i> <span style="color: red; font-style:italic">sulvane</span>.”</p>', 'html', 'whole'],
    ['<p style="font-style: italic">“Orreth sulvane.”</p>', 'html', 'whole'],
    ['<p style="font-style: normal">“Orreth sulvane.”</p>', 'html', 'none'],
  ] as const)('%s is emphasized: %s, %s', (source, format, emphasis) => {
    for (const renderer of ['tooltip', 'ruby', 'interlinear', 'footnotes', 'endnotes'])
      expect(classes(source, format, renderer), renderer).toBe(emphasis === 'none' ? 'xg-utterance' : `xg-utterance xg-emphasis-${emphasis}`)
  })
})

describe('learned affixes', () => {
  const partsOf = (html: string, entry: string) =>
    new RegExp(`data-xg-entry="xg-art-x-[a-z]+-${entry}"([^>]*)`, 'u')
      .exec(html)?.[1]
      ?.replace(/&#x27;/gu, "'")
      .trim()

  test('are given as those of a dictionary, with what is known of them', () => {
    const html = toHtml(toHast(annotate(story)))
    expect(partsOf(html, 'sorulnu')).toBe('data-xg-word="sorul + -nu" data-xg-parts="lamp + -s"')
    expect(partsOf(html, 'na_ollim')).toBe(`data-xg-word="na'- + ollim" data-xg-parts="my + child"`)
    expect(partsOf(html, 'dathulath')).toBe('data-xg-word="dathul + -ath" data-xg-parts="? + did"')
    expect(partsOf(html, 'thessa')).toBe('')
  })

  test('yield to the dictionary, and to the author who rejects them', () => {
    expect(toHtml(toHast(annotate(story, {dictionaries: [vessik]})))).not.toContain('data-xg-parts')
    const annotation = annotate(story)
    const entries = annotation.glossary.entries.map((entry) => (entry.headword === '-nu' ? {...entry, status: 'rejected' as const} : entry))
    const html = toHtml(toHast({...annotation, glossaries: [{...annotation.glossary, entries}]}))
    expect(partsOf(html, 'sorulnu')).toBe('')
    expect(partsOf(html, 'na_ollim')).toContain('my + child')
  })
})

describe('the heading of a page', () => {
  const headings = (source: string, title: string, format: 'markdown' | 'html' | 'text') =>
    Array.from(toPage(annotate(source, {format}), {title}).matchAll(/(<main[^>]*>)|<h1>(.*?)<\/h1>/gu), ([, main, heading]) => (main ? 'main' : heading))

  test.each([
    ['# The inn\n\nRain.', 'The road', 'markdown', ['main', 'The inn']],
    ['## One\n\nRain.', 'The road', 'markdown', ['The road', 'main']],
    ['<div><h1>The <em>inn</em></h1></div><p>Rain.</p>', 'The road', 'html', ['main', 'The <em>inn</em>']],
    ['<h1> </h1><p>Rain.</p>', 'The road', 'html', ['The road', 'main', ' ']],
    ['Rain.', '<The> road', 'text', ['&#x3C;The> road', 'main']],
    ['THE  ROAD\n\nRain.', 'The road', 'text', ['main', 'THE  ROAD']],
    ['Rain.', ' ', 'text', ['main']],
    ['', 'The road', 'text', ['The road', 'main']],
  ] as const)('%j', (source, title, format, expected) => {
    expect(headings(source, title, format)).toEqual(expected)
  })
})

test('a page contains the story and the glossary, and its title is plain text', () => {
  const page = toPage(annotate(story), {title: '</title><script>alert(1)</script>', style: 'p {}', script: 'export {}'})
  expect(page).toMatch(/^<!doctype html>/u)
  expect(page).not.toContain('<script>alert')
  expect(page).toMatch(/<dt>.*kelemtha.*<\/dt>\s*<dd>way/u)
})

test('Web Annotations count code points and quote the text', () => {
  const text = '🜁 “Orreth sulvane, mirrod.” (Good evening.)'
  const [annotation, ...others] = toWebAnnotations(annotate(text).standoff, {text, source: 'urn:example:story'})
  expect(annotation?.body[0]).toMatchObject({value: 'Good evening.', language: 'en'})
  const [quote, position] = annotation!.target.selector
  expect(quote).toMatchObject({exact: 'Orreth sulvane, mirrod.', prefix: '🜁 “'})
  expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact)
  expect(new Set([annotation, ...others].map((each) => each?.id)).size).toBe(others.length + 1)
})

describe('in a unified pipeline', () => {
  test('plain remark-rehype outputs utterances, languages and translations', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkXenogloss, {lang: 'art-x-mirr'})
      .use(remarkRehype)
      .use(rehypeStringify)
      .process('“Orreth sulvane, mirrod.” (Good evening.)')
    expect(String(file)).toContain('<span class="xg-utterance" lang="art-x-mirr" title="Good evening.">')
    expect(file.data.xenogloss?.standoff.utterances[0]).toMatchObject({start: 1, end: 24, translation: 'Good evening.'})
  })

  test.each([
    ['a_', 'b'],
    ['a', '_b'],
    ['a&', 'amp;'],
    ['x\n', '# y'],
  ])('escaping depends on adjacent text: %j, %j', (left, right) => {
    const text = (value: string): PhrasingContent => ({type: 'text', value})
    const gloss = (value: string): PhrasingContent => ({type: 'gloss', id: 'g1', of: ['u1'], convention: 'round-brackets', children: [text(value)]})
    const print = (...children: PhrasingContent[]) => toMarkdown({type: 'paragraph', children}, {extensions: [xenoglossToMarkdown()]})
    expect(print(text(left), gloss(right))).toBe(print(text(left + right)))
    expect(print(gloss(left), text(right))).toBe(print(text(left + right)))
  })

  test('messages go to the file, with its path', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkXenogloss, {terms: ['davu'], rules: {'unknown-word': true}})
      .use(remarkStringify)
      .data('toMarkdownExtensions', [xenoglossToMarkdown()])
      .process({path: 'story.md', value: '“Orreth sulvane, mirrod.” He saw the davu.\n'})
    expect(file.messages.map(String)).toEqual(expect.arrayContaining([expect.stringMatching(/^story\.md:1:38-1:42: “davu” is not explained/u)]))
    expect(String(file)).toBe('“Orreth sulvane, mirrod.” He saw the davu.\n')
  })

  test('using the plugin twice changes nothing', async () => {
    const once = unified().use(remarkParse).use(remarkXenogloss)
    const tree = once.parse(story)
    const first = structuredClone(await once.run(structuredClone(tree), story))
    expect(await once.run(structuredClone(first) as never, story)).toEqual(first)
    expect(textOf(first)).toBe(textOf(tree))
  })

  test('invalid options throw when the processor is frozen', () => {
    expect(() => unified().use(remarkParse).use(remarkXenogloss, {threshold: 7}).freeze()).toThrow(/`threshold`/u)
  })

  test('annotates a tree without positions', () => {
    const tree = {
      type: 'root' as const,
      children: [{type: 'paragraph' as const, children: [{type: 'text' as const, value: '“Orreth sulvane, mirrod.” (Good evening.)'}]}],
    }
    const annotated = unified().use(remarkXenogloss).runSync(tree)
    expect(JSON.stringify(annotated)).toContain('"type":"utterance"')
  })
})

describe('examples', () => {
  const run = (file: string, args: string[], cwd: string) => execFileSync(process.execPath, [join(root, file), ...args], {cwd, encoding: 'utf8'})

  test('npm start on the example story', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'xenogloss-'))
    const printed = run('examples/story/start.js', [], cwd)
    expect(printed).toContain('48 lines, 33 translations')
    expect(printed).toMatch(/thessa, thesa +7× +wind/u)
    const page = readFileSync(join(cwd, 'out/salt-road.html'), 'utf8')
    expect(page).toMatch(/<span class="xg-translation" data-xg-of="u\d+">The <span class="xg-word"/u)
    expect(page).toMatch(/<script type="module">.*\.xg-story/su)
    // It is the page of the first picture in README.
    const linked = page
      .replace(/<style>.*?<\/style>/su, '<link rel="stylesheet" href="/style.css"><script type="module" src="/reader-page.js"></script>')
      .replace(/<script type="module">.*?<\/script>/su, '')
    expect(linked).toBe(saltRoadAlone())
    expect(JSON.parse(readFileSync(join(cwd, 'out/salt-road.glossary.json'), 'utf8')).entries.length).toBeGreaterThan(40)
    expect(readFileSync(join(cwd, 'out/salt-road.glossaries/anki/salt-road.txt'), 'utf8')).toContain('\tMy child is lost.\t')
    expect(JSON.parse(readFileSync(join(cwd, 'out/salt-road.standoff.json'), 'utf8')).utterances).toHaveLength(48)
  })

  test('npm start on a missing file', () => {
    expect(() => run('examples/story/start.js', ['nowhere.md'], tmpdir())).toThrow(/File not found: nowhere\.md/u)
  })

  test('the unified pipeline', () => {
    const printed = run('examples/import/remark.js', [], tmpdir())
    expect(printed).toContain('title="A cold night."')
    expect(printed).toContain('art-x-vessik: A cold night.')
  })
})
