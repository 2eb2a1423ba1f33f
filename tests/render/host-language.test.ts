/** Pages, books and annotations are in the language that the story is told in. */
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {toEpub} from '../../src/epub.js'
import {loadHost} from '../../src/hosts.js'
import {type Renderer, toHast, toPage} from '../../src/html.js'
import {annotate, toWebAnnotations} from '../../src/index.js'
import {HOST_PAGES, type HostPage} from '../hosts/pages-told-elsewhere.js'

const {text} = HOST_PAGES.fr as HostPage
const french = annotate(text, {format: 'text', host: await loadHost('fr')})
const english = annotate('“Sulvane tal okresh,” she said. (The evening goes on.)')

test('a page', () => {
  expect(toPage(french, {title: 'Le tram'})).toContain('<html lang="fr"')
  expect(toPage(french, {title: 'Le tram', lang: 'fr-CA'})).toContain('<html lang="fr-CA"')
  expect(toPage(english, {title: 'Evening'})).toContain('<html lang="en"')
  const {hostLanguage: _, ...older} = french
  expect(toPage(older, {title: 'Le tram'})).toContain('<html lang="en"')
})

test('a renderer of one’s own', () => {
  const seen: string[] = []
  const renderer: Renderer = {
    name: 'own',
    render: (_, children, {lang}) => {
      seen.push(lang)
      return children
    },
  }
  toHast(french, {renderer})
  toHast(french.tree, {renderer})
  expect([...new Set(seen)]).toEqual(['fr', 'en'])
})

test('a book, chapter by chapter', () => {
  const files = unzipSync(
    toEpub(
      [
        {title: 'Le tram', ...french},
        {title: 'Evening', ...english},
      ],
      {title: 'Deux'},
    ),
  )
  const read = (name: string) => new TextDecoder().decode(files[`EPUB/${name}`])
  expect(read('package.opf')).toContain('<dc:language>fr</dc:language>')
  expect(read('chapter-1.xhtml')).toMatch(/<html[^>]* xml:lang="fr"/u)
  expect(read('chapter-2.xhtml')).toMatch(/<html[^>]* xml:lang="en"/u)
})

test('web annotations', () => {
  const languages = (annotations: ReturnType<typeof toWebAnnotations>) => [...new Set(annotations.map(({body}) => body[0]?.language))]
  expect(languages(toWebAnnotations(french, {text}))).toEqual(['fr'])
  expect(languages(toWebAnnotations(french.standoff, {text}))).toEqual(['en'])
  expect(languages(toWebAnnotations(french, {text, language: 'fr-CA'}))).toEqual(['fr-CA'])
})

test('the language of `file.data.xenogloss`, and of the learnt glossary', () => {
  expect([french.hostLanguage, english.hostLanguage]).toEqual(['fr', 'en'])
  expect([french.glossary.definitionLanguage, english.glossary.definitionLanguage]).toEqual(['fr', undefined])
})
