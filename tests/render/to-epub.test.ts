/** Export of stories as e-books. */
import {readFileSync} from 'node:fs'
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {type Chapter, toEpub} from '../../src/epub.js'
import {annotate} from '../../src/index.js'
import {toComparable} from '../support/comparable-files.js'
import {epubcheck} from '../support/epubcheck.js'
import {testWith} from '../support/programs.js'

const story = readFileSync(new URL('../../examples/reader/the-lamp.md', import.meta.url), 'utf8')
const chapters = story
  .split(/^(?=## )/mu)
  .slice(1)
  .map((text): Chapter => ({title: /^## (.*)$/mu.exec(text)?.[1], ...annotate(text, {lang: 'art-x-olvane'})}))
const about = {title: 'The Lamp', author: 'Nobody & Sons'}
const texts = (book: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(book)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))

const untrusted = annotate(
  '<h2>One</h2><p onclick="run()">“Orreth <b>sulvane,</b> <img src="x.png" alt="a gull"> mirrod.” (Good &lt;b&gt; evening, traveller.)</p><script>run()</script>' +
    '<p><a href="#nowhere">a</a> <a href="other.html">b</a> <a href="https://example.org/">c</a> <a href="javascript:run()">d</a></p><table><tr><td>e</table>\u0000\ufffe',
  {format: 'html'},
)

const books: [string, Uint8Array][] = [
  ['pop-up notes', toEpub(chapters, about)],
  ['ruby', toEpub(chapters, {...about, renderer: 'ruby'})],
  ['glosses moved, without a glossary', toEpub(chapters, {...about, gloss: 'moved', glossary: false})],
  ['an untrusted page, and one without foreign words', toEpub([untrusted, annotate('# One\n\nNobody said a word.')], {title: '</title><script>'})],
]

const reports = epubcheck(() => books.map(([, book]) => book))
for (const [index, [name]] of books.entries()) {
  testWith(['epubcheck', 'java'], `epubcheck reports nothing: ${name}`, () => {
    expect(reports()[index]).toContain('0 fatals / 0 errors / 0 warnings')
  })
}

test('every utterance links to its translation and back, and ids differ between chapters', () => {
  const files = texts(books[0]![1])
  for (const [index] of chapters.entries()) {
    const page = files[`EPUB/chapter-${index + 1}.xhtml`] as string
    const references = [...page.matchAll(/id="(c\d-ref-u\d+)" href="#(c\d-note-u\d+)" epub:type="noteref"/gu)]
    expect(references.length).toBeGreaterThan(2)
    for (const [, id, note] of references) {
      expect(id).toMatch(new RegExp(`^c${index + 1}-`, 'u'))
      expect(page).toContain(`<aside id="${note}" epub:type="footnote" role="doc-footnote"><p><a href="#${id}" role="doc-backlink">`)
    }
  }
  expect(files['EPUB/chapter-1.xhtml']).toContain('</a> The light keep you.</p></aside>')
  expect(files['EPUB/nav.xhtml']).toContain('<a href="chapter-2.xhtml">The Boat</a>')
  expect(files['EPUB/search-key-map.xml']).toMatch(/<match value="bren"/u)
})

test('untrusted content does not run, and broken links are removed', () => {
  const page = texts(books[3]![1])['EPUB/chapter-1.xhtml'] as string
  expect(page).not.toMatch(/script|onclick|<img|javascript:|nowhere|other\.html/u)
  expect(page).toContain('a gull')
  expect(page).toContain('<a href="https://example.org/">c</a>')
})

test('moved glosses are removed from the text', () => {
  expect(texts(books[2]![1])['EPUB/chapter-1.xhtml']).toContain('bowed so low that water ran out of his collar.</p>')
})

test('the same input gives the same file; another input does not', () => {
  expect(toComparable(toEpub(chapters, about))).toEqual(toComparable(books[0]![1]))
  expect(texts(toEpub(chapters, {...about, title: 'The Boat'}))['EPUB/package.opf']).not.toBe(texts(books[0]![1])['EPUB/package.opf'])
  expect(() => toEpub([], about)).toThrow(/at least one chapter/u)
})
