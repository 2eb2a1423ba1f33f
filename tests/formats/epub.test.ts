/** Glossaries as e-books: validation with epubcheck, and the search key map. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Element} from 'xast'
import {epub} from '../../src/formats/epub/epub.js'
import {descendantsOf, textContentOf} from '../../src/formats/shared/xml-elements.js'
import {openXml} from '../../src/formats/shared/xml-read.js'
import {replaceInvalidCharacters} from '../../src/formats/shared/xml-write.js'
import {unzip} from '../../src/formats/shared/zip.js'
import {annotate} from '../../src/index.js'
import {toForm} from '../../src/lexicon/entry.js'
import type {Dictionary} from '../../src/lexicon/types.js'
import {sha1} from '../../src/util/sha1.js'
import {toComparable} from '../support/comparable-files.js'
import {epubcheck} from '../support/epubcheck.js'
import {testWith} from '../support/programs.js'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const vessik = JSON.parse(file('dictionaries/vessik.json')) as Dictionary
const krypton = JSON.parse(file('dictionaries/memoirs-krypton.json')) as Dictionary
const source = file('examples/story/salt-road.md').replace(/⟦\w+ |⟧/gu, '')
const {glossary: learnt, standoff} = annotate(source)

/** Markup, right-to-left scripts, combining marks, and controls that XML does not allow. */
const odd: Dictionary = {
  language: 'art-x-odd',
  name: '<i>Odd</i> & "worse"',
  licence: 'CC0-1.0',
  source: ']]> <!-- -->',
  entries: [
    {headword: '<script>alert(1)</script>', senses: ['a & b', {definition: '</p>', certainty: 'inferred'}], variants: ['"', "'"]},
    {headword: 'שלום', forms: [{form: 'שלומות', meaning: 'peaces'}], see: ['🜁', 'gone']},
    {headword: 'e\u0301\u0323', notes: 'line\n\tline\u0000\ud800\ufffe'},
    {headword: '🜁'},
    {headword: '__proto__', see: ['constructor']},
    {headword: 'same'},
    {headword: 'same', partOfSpeech: 'noun'},
  ],
}
const many: Dictionary = {language: 'tlh', entries: Array.from({length: 700}, (_, index) => ({headword: `${'ab'[index % 2]}${index}`}))}
const empty: Dictionary = {language: 'x-odd', entries: []}

/** Returns a function that parses a document of the book and returns its root. */
function opened(book: Uint8Array): (name: string) => Element {
  const files = unzip(book, {}, () => true)
  return (name) => openXml(files[`EPUB/${name}`] as Uint8Array, {roots: ['package', 'html', 'search-key-map'], entries: []}, {file: name}).root
}

/** Maps each word in the search key map to its entries. */
function searchKeys(book: Uint8Array): Map<string, Element[]> {
  const open = opened(book)
  const groups = descendantsOf(open('search-key-map.xml'), ['search-key-group'])
  const pages = new Set(groups.map(({attributes}) => String(attributes.href).split('#')[0] as string))
  const articles = new Map<string, Element>(
    [...pages].flatMap((page) => descendantsOf(open(page), ['article']).map((article) => [`${page}#${article.attributes.id}`, article] as const)),
  )
  const found = new Map<string, Element[]>()
  for (const group of groups) {
    const keys = descendantsOf(group, ['match']).flatMap((match) =>
      [match, ...descendantsOf(match, ['value'])].map(({attributes}) => attributes.value as string),
    )
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), articles.get(group.attributes.href as string) as Element])
  }
  return found
}

const collapsedText = (element: Element | undefined) => element && textContentOf(element).replace(/\s+/gu, ' ').trim()

const books = {
  vessik: () => epub.write(vessik),
  krypton: () => epub.write(krypton),
  learnt: () => epub.write(learnt, {stories: [{source, standoff}], modified: new Date(Date.UTC(2024, 1, 29, 12))}),
  odd: () => epub.write(odd),
  many: () => epub.write(many),
  empty: () => epub.write(empty),
}
const reports = epubcheck(() => Object.values(books).map((write) => write()))
for (const [index, name] of Object.keys(books).entries()) {
  testWith(['java', 'epubcheck'], `epubcheck finds no errors or warnings: ${name}`, () => {
    expect(reports()[index]).toContain('0 fatals / 0 errors / 0 warnings')
  })
}

test('the file begins with its uncompressed media type (EPUB OCF 4.3.3)', () => {
  const book = epub.write(vessik)
  expect(new TextDecoder().decode(book.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
})

describe('the search key map', () => {
  test.each([vessik, krypton, odd, many])('maps every spelling and form of $language to its entry', (dictionary) => {
    const keys = searchKeys(epub.write(dictionary))
    for (const {headword, variants = [], forms = []} of replaceInvalidCharacters(dictionary).entries) {
      for (const word of [headword, ...variants, ...forms.map((form) => toForm(form).form)]) {
        expect(keys.get(word)?.map((article) => textContentOf(descendantsOf(article, ['dfn'])[0] as Element))).toContain(headword)
      }
    }
  })

  test('leads to the whole entry', () => {
    expect(searchKeys(epub.write(vessik)).get('dorvett')?.map(collapsedText)).toEqual(['dorvet, dorvett noun mule (attested)'])
    expect(searchKeys(epub.write(odd)).get('שלומות')?.map(collapsedText)).toEqual(['שלום (unknown) Forms: שלומות peaces See 🜁, gone'])
    expect(searchKeys(epub.write(krypton)).get('aushna’')).toHaveLength(1)
    expect(searchKeys(epub.write(odd)).get('same')).toHaveLength(2)
  })
})

test('large glossaries have several documents, and the navigation lists their contents', () => {
  const book = epub.write(many)
  const names = Object.keys(unzip(book, {}, () => true)).filter((name) => name.includes('page-'))
  expect(names).toEqual(['EPUB/page-1.xhtml', 'EPUB/page-2.xhtml', 'EPUB/page-3.xhtml', 'EPUB/page-4.xhtml'])
  expect(descendantsOf(opened(book)('nav.xhtml'), ['a']).map((link) => [textContentOf(link), link.attributes.href])).toEqual([
    ['A', 'page-1.xhtml#section-1'],
    ['A', 'page-2.xhtml#section-1'],
    ['B', 'page-3.xhtml#section-1'],
    ['B', 'page-4.xhtml#section-1'],
  ])
})

test('references are links, and examples have their translation', () => {
  const [friend] = searchKeys(epub.write(vessik)).get("ammeri'") ?? []
  expect(descendantsOf(friend as Element, ['a']).map(textContentOf)).toEqual(['vess'])
  const [cold] = searchKeys(epub.write(learnt, {stories: [{source, standoff}]})).get('beshul') ?? []
  expect(collapsedText(cold)).toBe('beshul cold (inferred) Thesa beshul, issen kui mokh! — The wind is cold, and she is alone!')
})

test('the same glossary gives the same book, and different glossaries have different identifiers', () => {
  expect(toComparable(epub.write(vessik))).toEqual(toComparable(epub.write(structuredClone(vessik))))
  const idOf = (book: Uint8Array) => textContentOf(descendantsOf(opened(book)('package.opf'), ['identifier'])[0] as Element)
  expect(idOf(epub.write(vessik))).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
  expect(idOf(epub.write(krypton))).not.toBe(idOf(epub.write(vessik)))
})

test.each(['', 'abc', 'é'.repeat(1000), 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64)])('sha1 matches node:crypto', (text) => {
  expect(sha1(text)).toBe(createHash('sha1').update(text).digest('hex'))
})
