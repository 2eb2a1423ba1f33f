/** Every example runs and outputs what it documents. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {annotate} from '../../src/index.js'
import {archiveOf, epub3Files, twoChapters} from '../support/books.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs an example in its own temporary folder. */
function run(example: string, args: readonly string[] = []) {
  const cwd = mkdtempSync(join(tmpdir(), 'xenogloss-'))
  const printed = execFileSync(process.execPath, [join(root, 'examples', example), ...args], {cwd, encoding: 'utf8'})
  return {printed, written: (path: string) => readFileSync(join(cwd, 'out', path), 'utf8')}
}

test.each(['markdown-it/render.js', 'react/render.js', 'mdx/render.js'])('%s', (example) => {
  const {printed} = run(example)
  expect(printed).toMatch(/lang="art-x-olvane"[^>]*title="The light keep you\."|title="The light keep you\."[^>]*lang="art-x-olvane"/u)
  expect(printed).toContain('“')
})

test('ao3/export.js', () => {
  const {printed, written} = run('ao3/export.js')
  expect(printed).toMatch(/chapter\.html: \d+ of 510000 characters/u)
  expect(written('ao3/chapter.html')).toContain('<span class="xg-tip" lang="en"> (The light keep you.)</span></a>')
  expect(written('ao3/notes-1.html')).toMatch(/^<dl><dt>/u)
  expect(written('ao3/skin.css')).toContain('.xg-tip')
})

test('reader/build.js', () => {
  const {printed, written} = run('reader/build.js')
  expect(printed).toContain('out/reader/index.html')
  expect(written('reader/index.html')).toMatch(/<script type="module" src="reader-page\.js">/u)
  expect(written('reader/index.html')).not.toMatch(/<style|<script(?![^>]*src)/u)
  expect(written('reader/reader-page.js').length).toBeGreaterThan(1000)
  expect(written('reader/style.css')).toContain('.xg-utterance')
})

test('epub/annotate.js', () => {
  const book = join(mkdtempSync(join(tmpdir(), 'xenogloss-')), 'book.epub')
  writeFileSync(book, archiveOf(epub3Files({chapters: twoChapters('chapter%201.xhtml', 'chapter%202.xhtml')})))
  expect(run('epub/annotate.js', [book, book.replace('book', 'out')]).printed).toContain('out.epub: 5 lines in 2 chapters, 6 words')
})

test('epub/build.js', () => {
  expect(run('epub/build.js').printed).toMatch(/out\/the-lamp\.epub: 3 chapters, \d{4,} bytes/u)
})

test('html-archive/annotate.js', () => {
  const {printed, written} = run('html-archive/annotate.js')
  expect(printed).toContain('3 lines, 3 with a translation')
  const page = written('saved.html')
  expect(page).toContain('<style>body { max-width: 40em; margin: auto; font-family: serif }</style>')
  expect(page).toContain('title="I saw your father."')
})

describe('the story of the reader example', () => {
  const story = readFileSync(join(root, 'examples/reader/the-lamp.md'), 'utf8')
  const {standoff, glossary} = annotate(story)

  test('every translation is paired with its utterance', () => {
    const lines = standoff.utterances.map(({start, end, translation}) => [story.slice(start, end), translation])
    expect(lines).toContainEqual(['Vell na telu ti,', 'I saw your father.'])
    expect(lines.filter(([, translation]) => translation === undefined)).toEqual([])
  })

  test('its words are learned', () => {
    const meaning = (headword: string) => glossary.entries.find((entry) => entry.headword === headword)?.senses?.[0]
    expect(meaning('sael')).toMatchObject({definition: 'light'})
    expect(meaning('bren')).toMatchObject({definition: 'boat'})
    expect(meaning('keth')).toMatchObject({definition: 'dark'})
  })
})
