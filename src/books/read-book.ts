import type {Element, ElementContent, Root as HastRoot, RootContent} from 'hast'
import {toString as toText} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {location} from 'vfile-location'
import type {SourceFormat} from '../source/format-types.js'
import {html} from '../source/html/html-source.js'
import {parseHtml} from '../source/html/parse-html.js'
import {resolveHref} from './book-path.js'
import {formatChapterPlaces} from './chapter-places.js'
import {createItalicFinder, type IsItalic} from './italics.js'
import type {OpenBook, OpenChapter} from './open-epub.js'
import {isNoProse} from './parts-of-books.js'
import {toHastNodes} from './to-hast-nodes.js'
import type {BookChapter} from './types.js'
import {isElement} from './xml-queries.js'
import {withoutPrefix} from './xml-tree.js'

/** Stands between two chapters in the joined text. */
const SEPARATOR = '\n'

/** A book as one story. */
export interface BookStory {
  /** The text of all chapters. */
  readonly source: string
  readonly chapters: readonly BookChapter[]
  /** What parses that text, as the chapters are parsed one by one. Its name is that of HTML, which it is. */
  readonly format: SourceFormat<HastRoot>
}

const findBody = (nodes: readonly RootContent[]): readonly ElementContent[] => {
  const elements = nodes.filter((node): node is Element => node.type === 'element')
  const page = elements.find(({tagName}) => tagName === 'html')
  const body = (page?.children ?? []).find((node): node is Element => node.type === 'element' && node.tagName === 'body')
  return body?.children ?? (nodes.filter(({type}) => type !== 'doctype') as ElementContent[])
}

/** The content of a chapter's body; positions count in the joined text. */
function readBody({document: {text}, root}: OpenChapter, start: number, points: ReturnType<typeof location>): ElementContent[] {
  const toPoint = (offset: number) => points.toPoint(start + offset) ?? {line: 1, column: 1, offset: start + offset}
  if (root) return toHastNodes(root.children.filter(isElement).find(({name}) => withoutPrefix(name) === 'body')?.children ?? [], toPoint)
  const tree = parseHtml(text)
  visit(tree, (node) => {
    const {start: from, end: to} = node.position ?? {}
    if (from?.offset !== undefined && to?.offset !== undefined) node.position = {start: toPoint(from.offset), end: toPoint(to.offset)}
  })
  return [...findBody(tree.children)]
}

const typesOf = ({properties}: Element): string[] => String(properties['epub:type'] ?? '').split(/\s+/u)

/** What is shown in italics by a style sheet; not the large first letter of a chapter. */
function isItalicPhrase(node: Element, isItalic: IsItalic): boolean {
  const {tagName, properties} = node
  if (tagName !== 'span' && tagName !== 'p') return false
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : []
  return isItalic(tagName, classes, String(properties.style ?? '')) && toText(node).trim().length > 1
}

/** An element of italics around nodes. */
function inItalics(children: ElementContent[]): ElementContent {
  const [first, last] = [children[0]?.position, children.at(-1)?.position]
  return {type: 'element', tagName: 'i', properties: {}, children, ...(first && last && {position: {start: first.start, end: last.end}})}
}

interface ChapterContext {
  readonly path: string
  /** The number of a chapter by its path, from 1; undefined for other files. */
  readonly numberOf: (path: string) => number | undefined
  readonly isItalic: IsItalic
}

/**
 * Prepares the content of a chapter for being read among others: what is no prose is left out, ids and links between chapters name their
 * chapter, what style sheets show in italics is emphasized, and classes that look like those of annotations say nothing.
 */
function prepare(nodes: readonly ElementContent[], context: ChapterContext): ElementContent[] {
  const {path, numberOf, isItalic} = context
  const idOf = (file: string, id: unknown): string => `c${numberOf(file)}-${String(id)}`
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (node.tagName === 'nav' || isNoProse(typesOf(node))) return []
    const {properties} = node
    for (const name of ['id', 'name']) if (properties[name] !== undefined) properties[name] = idOf(path, properties[name])
    const target = typeof properties.href === 'string' ? resolveHref(properties.href, path) : undefined
    if (target?.fragment !== undefined && numberOf(target.path) !== undefined) properties.href = `#${idOf(target.path, target.fragment)}`
    if (Array.isArray(properties.className)) properties.className = properties.className.filter((name) => !String(name).startsWith('xg-'))
    node.children = prepare(node.children, context)
    if (isItalicPhrase(node, isItalic)) {
      if (node.tagName === 'span') node.tagName = 'i'
      else node.children = [inItalics(node.children)]
    }
    return [node]
  })
}

/** The content of each chapter in the tree of a book. */
export function chapterContents(tree: HastRoot): readonly (readonly ElementContent[])[] {
  const [page] = tree.children as readonly Element[]
  const [body] = (page?.children ?? []) as readonly Element[]
  return (body?.children ?? []).map((section) => (section as Element).children)
}

/** Joins the chapters of a book to one story, told in the language that the book states. */
export function readBook(book: OpenBook): BookStory {
  const {chapters: opened, pack, findPath} = book
  const chapters: BookChapter[] = []
  let length = 0
  for (const {path, document} of opened) {
    chapters.push({path, start: length, end: length + document.text.length})
    length += document.text.length + SEPARATOR.length
  }
  const source = opened.map(({document}) => document.text).join(SEPARATOR)
  const numbers = new Map(opened.map(({path}, index) => [path, index + 1]))
  const italicsOf = createItalicFinder(book)
  const numberOf = (path: string): number | undefined => numbers.get(findPath(path))
  const parse = (): HastRoot => {
    const points = location(source)
    const sections = opened.map((chapter, index): Element => {
      const content = readBody(chapter, (chapters[index] as BookChapter).start, points)
      const children = prepare(content, {path: chapter.path, numberOf, isItalic: italicsOf(chapter)})
      return {type: 'element', tagName: 'section', properties: {}, children}
    })
    const body: Element = {type: 'element', tagName: 'body', properties: {}, children: sections}
    const properties = pack.language === undefined ? {} : {lang: pack.language}
    return {type: 'root', children: [{type: 'element', tagName: 'html', properties, children: [body]}]}
  }
  // A book is no page of a site.
  const {findSiteParts: _, ...format} = html
  return {source, chapters, format: {...format, parse, formatPlaces: () => formatChapterPlaces({source, chapters})}}
}
