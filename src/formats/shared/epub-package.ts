import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Entry} from '../../lexicon/types.js'

/** Metadata of a book. */
export interface BookMetadata {
  readonly title: string
  /** Language of the headwords, BCP 47. */
  readonly language: string
  /** Language of the definitions, and so of the book, BCP 47. */
  readonly definitionLanguage: string
  readonly licence: string | undefined
  readonly source: string | undefined
  readonly identifier: string
  /** The author. */
  readonly creator?: string | undefined
  /** ISO 8601 in UTC, in whole seconds. */
  readonly modified: string
}

/** A content document of a book. */
export interface BookPage {
  readonly id: string
  readonly path: string
  /** One for each initial, or for a part of its entries. */
  readonly sections: readonly {readonly href: string; readonly label: string}[]
  readonly entries: readonly {readonly href: string; readonly entry: Entry}[]
  /** Creates the document on demand: all at once would take a gigabyte. */
  readonly createDocument: () => Element
}

const DOCUMENT = 'application/xhtml+xml'

/** Creates META-INF/container.xml (EPUB Open Container Format 3.3, section 4.2.6.3.1). */
export const containerDocument = (path: string): Element =>
  x('container', {version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container'}, [
    x('rootfiles', [x('rootfile', {'full-path': path, 'media-type': 'application/oebps-package+xml'})]),
  ])

/** Creates the package document (EPUB 3.3, section 5), with the additions of Dictionaries and Glossaries 1.0, section 2.5.1. */
export function packageDocument(
  {title, language, definitionLanguage, licence, source, identifier, modified, creator}: BookMetadata,
  pages: readonly BookPage[],
  /** Whether the book is a dictionary, contains a glossary, or neither. */
  lookUp: 'dictionary' | 'glossary' | 'none',
): Element {
  const meta = (property: string, value: string): Element => x('meta', {property}, value)
  const metadata = x('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
    x('dc:identifier', {id: 'identifier'}, identifier),
    x('dc:title', title),
    ...(creator === undefined ? [] : [x('dc:creator', creator)]),
    ...[...new Set([definitionLanguage, language])].map((tag) => x('dc:language', tag)),
    ...(licence === undefined ? [] : [x('dc:rights', licence)]),
    ...(source === undefined ? [] : [x('dc:description', source)]),
    meta('dcterms:modified', modified),
    ...(lookUp === 'dictionary'
      ? [
          x('dc:type', 'dictionary'),
          meta('source-language', language),
          meta('target-language', definitionLanguage),
          meta('dictionary-type', language === definitionLanguage ? 'monolingual' : 'bilingual'),
        ]
      : []),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessModeSufficient', 'textual'),
    meta('schema:accessibilityFeature', 'tableOfContents'),
    meta('schema:accessibilityHazard', 'none'),
  ])
  const manifest = x('manifest', [
    x('item', {id: 'nav', href: 'nav.xhtml', 'media-type': DOCUMENT, properties: 'nav'}),
    x('item', {id: 'style', href: 'style.css', 'media-type': 'text/css'}),
    ...(lookUp !== 'none'
      ? [
          x('item', {
            id: 'search-key-map',
            href: 'search-key-map.xml',
            'media-type': 'application/vnd.epub.search-key-map+xml',
            properties: `search-key-map ${lookUp}`,
          }),
        ]
      : []),
    ...pages.map(({id, path}) => x('item', {id, href: path, 'media-type': DOCUMENT})),
  ])
  const spine = x(
    'spine',
    pages.map(({id}) => x('itemref', {idref: id})),
  )
  return x('package', {xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'identifier', 'xml:lang': definitionLanguage}, [
    metadata,
    manifest,
    spine,
  ])
}

/** Creates an XHTML document of the book. */
export const documentOf = (lang: string, title: string, ...content: readonly Element[]): Element =>
  x('html', {xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang, 'xml:lang': lang}, [
    x('head', [x('title', title), x('link', {rel: 'stylesheet', href: 'style.css'})]),
    x('body', [...content]),
  ])

/** Creates the navigation document (EPUB 3.3, section 7), which lists the initials. */
export const navigationDocument = ({title, definitionLanguage}: BookMetadata, pages: readonly BookPage[]): Element =>
  documentOf(
    definitionLanguage,
    title,
    x('nav', {'epub:type': 'toc'}, [
      x('h1', title),
      x(
        'ol',
        pages.flatMap(({sections}) => sections.map(({href, label}) => x('li', [x('a', {href}, label)]))),
      ),
    ]),
  )
