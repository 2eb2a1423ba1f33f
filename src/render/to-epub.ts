import type {ElementContent, Element as HastElement, Root as HastRoot} from 'hast'
import {toXast} from 'hast-util-to-xast'
import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Annotation} from '../annotate/types.js'
import {pagesOf, searchKeyMap, searchKeys} from '../formats/epub/epub-dictionary.js'
import {type About, containerOf, documentOf, navigationOf, type Page, packageOf} from '../formats/shared/epub-package.js'
import {uuidOf} from '../formats/shared/ids.js'
import {printable, written} from '../formats/shared/xml-write.js'
import {zip} from '../formats/shared/zip.js'
import {mergeGlossaries} from '../glossary/merge-glossaries.js'
import {byInitial} from '../lexicon/alphabet.js'
import {standing} from '../lexicon/entry.js'
import type {Glossary} from '../lexicon/types.js'
import type {Tree} from '../source/types.js'
import {popupNotes} from './renderers/popup-notes.js'
import {ruby} from './renderers/ruby.js'
import {sanitize} from './sanitize.js'
import {toElements} from './show-nodes.js'
import {toHast} from './to-hast.js'
import type {RenderOptions} from './types.js'

/** A chapter of the book. */
export interface Chapter extends Pick<Annotation<Tree>, 'tree' | 'standoff' | 'glossary' | 'glossaries'> {
  /** Of the table of contents. Default `Chapter 1` and so on. */
  readonly title?: string | undefined
}

/** What a book is made with. */
export interface EpubOptions extends Omit<RenderOptions, 'prefix'> {
  readonly title: string
  readonly author?: string | undefined
  /** Translations as pop-up notes, or meanings above words. Default `'popup-notes'`. */
  readonly renderer?: 'popup-notes' | 'ruby' | undefined
  /** Whether the book ends with the glossary that its chapters teach, which reading systems may look words up in. Default true. */
  readonly glossary?: boolean | undefined
  /** When the book was last changed. Default the first of January 2000, so that the same book is the same file. */
  readonly modified?: Date | undefined
}

/** Without measures in pixels and without colours: the reader's own settings hold. */
const STYLE = `h1, h2 { text-align: center; line-height: 1.2; }
aside { margin: 0.4em 0; font-size: 0.9em; }
rt { font-size: 0.55em; }
article { margin: 0 0 0.8em; }
article p, article ol { margin: 0 0 0.2em; }
dfn { font-style: normal; font-weight: bold; }
`

/** The name that an address within a page leads to; of one that cannot be read, as it stands. */
function nameIn(href: string): string {
  try {
    return decodeURIComponent(href.slice(1))
  } catch {
    return href.slice(1)
  }
}

/** What of a story's hast can stand in a book: no pictures, whose files are elsewhere, and no addresses within pages that are not there. */
function contentOf(root: HastRoot): Element['children'] {
  const ids = new Set<string>()
  const collect = (node: HastRoot | HastElement): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (typeof child.properties.id === 'string') ids.add(child.properties.id)
      collect(child)
    }
  }
  collect(root)
  const bound = <T extends HastRoot | HastElement>(node: T): T => ({
    ...node,
    children: (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type === 'comment') return []
      if (child.type !== 'element') return [child]
      if (child.tagName === 'img') return [{type: 'text', value: String(child.properties.alt ?? '')}]
      const {href} = child.properties
      const astray = typeof href === 'string' && !/^[a-z][a-z\d+.-]*:/iu.test(href) && !(href.startsWith('#') && ids.has(nameIn(href)))
      return [bound(astray ? {...child, tagName: 'span', properties: {}} : child)]
    }),
  })
  return (toXast(bound(root)) as {children: Element['children']}).children.map(verbatim)
}

/** Content whose white space is the author's: text beside them, be it empty, keeps elements from being set on lines of their own. */
function verbatim<T extends Element['children'][number]>(node: T): T {
  if (node.type !== 'element') return node
  const {xmlns: _, ...attributes} = node.attributes
  return {...node, attributes, children: [{type: 'text', value: ''}, ...node.children.map(verbatim)]}
}

/** The language that most chapters teach most words of. */
function glossaryOf(chapters: readonly Chapter[]): Glossary | undefined {
  const byLanguage = new Map<string, Glossary[]>()
  for (const {glossaries} of chapters) {
    for (const glossary of glossaries)
      if (glossary.entries.length > 0) byLanguage.set(glossary.language, [...(byLanguage.get(glossary.language) ?? []), glossary])
  }
  const merged = Array.from(byLanguage.values(), mergeGlossaries)
  return merged.sort((a, b) => b.entries.length - a.entries.length || (a.language < b.language ? -1 : 1))[0]
}

/**
 * Annotated chapters as an EPUB 3 book: title page, contents, the chapters with their translations as pop-up notes or as ruby, and the
 * glossary as a dictionary with search keys (EPUB Dictionaries and Glossaries 1.0). The same input gives the same bytes.
 *
 * @throws TypeError for a book without chapters
 */
export function toEpub(chapters: readonly Chapter[], options: EpubOptions): Uint8Array {
  if (chapters.length === 0) throw new TypeError('toEpub: expected at least one chapter')
  const {title, author, renderer = 'popup-notes', glossary: withGlossary = true, modified = new Date(Date.UTC(2000, 0, 1)), lang = 'en', ...show} = options
  const learnt = withGlossary ? glossaryOf(chapters) : undefined
  const dictionary = learnt && printable(standing(learnt))
  const texts = chapters.map((chapter, index): Page => {
    const label = printable(chapter.title ?? `Chapter ${index + 1}`)
    const id = `chapter-${index + 1}`
    const path = `${id}.xhtml`
    const clean = {...chapter, tree: sanitize(toElements(chapter.tree))}
    const root = toHast(clean, {...show, lang, renderer: renderer === 'ruby' ? ruby : popupNotes, prefix: `c${index + 1}-`})
    const section = x('section', {'epub:type': 'bodymatter chapter', 'aria-label': label}, contentOf(root))
    return {id, path, sections: [{href: path, label}], entries: [], documentOf: () => printable(documentOf(lang, label, section))}
  })
  const cover: Page = {
    id: 'title-page',
    path: 'title-page.xhtml',
    sections: [],
    entries: [],
    documentOf: () =>
      documentOf(
        lang,
        printable(title),
        x('section', {'epub:type': 'titlepage'}, [x('h1', printable(title)), ...(author === undefined ? [] : [x('p', printable(author))])]),
      ),
  }
  const entries =
    dictionary && dictionary.entries.length > 0
      ? pagesOf({...dictionary, name: 'Glossary'}, byInitial(dictionary), {exampleOf: () => undefined, semantics: 'glossary'})
      : []
  const glossaryPages = entries.map((page, index): Page => ({...page, sections: index === 0 ? [{href: page.path, label: 'Glossary'}] : []}))
  const pages = [cover, ...texts, ...glossaryPages]
  const about: About = {
    title: printable(title),
    creator: author === undefined ? undefined : printable(author),
    language: dictionary?.language ?? lang,
    definitionLanguage: lang,
    licence: undefined,
    source: undefined,
    identifier: `urn:uuid:${uuidOf(JSON.stringify([title, author, texts.map(({documentOf: make}) => written(make())), dictionary]))}`,
    modified: `${modified.toISOString().slice(0, 19)}Z`,
  }
  const files: Record<string, Uint8Array> = {}
  const add = (path: string, text: string): void => {
    files[path] = new TextEncoder().encode(text)
  }
  add('mimetype', 'application/epub+zip')
  add('META-INF/container.xml', written(containerOf('EPUB/package.opf')))
  add('EPUB/package.opf', written(packageOf(about, pages, entries.length > 0 ? 'glossary' : 'none')))
  add('EPUB/nav.xhtml', written(navigationOf(about, pages)))
  add('EPUB/style.css', STYLE)
  if (dictionary && entries.length > 0) add('EPUB/search-key-map.xml', written(searchKeyMap(dictionary), searchKeys(entries)))
  for (const {path, documentOf: make} of pages) add(`EPUB/${path}`, written(make()))
  return zip(files, ['mimetype'])
}
