import type {Element, ElementContent, Root as HastRoot, RootContent} from 'hast'
import {visit} from 'unist-util-visit'
import {location} from 'vfile-location'
import type {SourceFormat} from '../source/format-types.js'
import {html} from '../source/html/html-source.js'
import {parseHtml} from '../source/html/parse-html.js'
import {resolveHref} from './book-path.js'
import {formatChapterPlaces} from './chapter-places.js'
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

/**
 * Prepares the content of a chapter for being read among others: what is no prose is left out, ids and links between chapters name their
 * chapter, and classes that look like those of annotations say nothing.
 */
function prepare(nodes: readonly ElementContent[], path: string, numberOf: (path: string) => number | undefined): ElementContent[] {
  const idOf = (file: string, id: unknown): string => `c${numberOf(file)}-${String(id)}`
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (node.tagName === 'nav' || isNoProse(typesOf(node))) return []
    const {properties} = node
    for (const name of ['id', 'name']) if (properties[name] !== undefined) properties[name] = idOf(path, properties[name])
    const target = typeof properties.href === 'string' ? resolveHref(properties.href, path) : undefined
    if (target?.fragment !== undefined && numberOf(target.path) !== undefined) properties.href = `#${idOf(target.path, target.fragment)}`
    if (Array.isArray(properties.className)) properties.className = properties.className.filter((name) => !String(name).startsWith('xg-'))
    node.children = prepare(node.children, path, numberOf)
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
export function readBook({chapters: opened, pack, findPath}: OpenBook): BookStory {
  const chapters: BookChapter[] = []
  let length = 0
  for (const {path, document} of opened) {
    chapters.push({path, start: length, end: length + document.text.length})
    length += document.text.length + SEPARATOR.length
  }
  const source = opened.map(({document}) => document.text).join(SEPARATOR)
  const numbers = new Map(opened.map(({path}, index) => [path, index + 1]))
  const parse = (): HastRoot => {
    const points = location(source)
    const sections = opened.map((chapter, index): Element => {
      const content = readBody(chapter, (chapters[index] as BookChapter).start, points)
      return {type: 'element', tagName: 'section', properties: {}, children: prepare(content, chapter.path, (path) => numbers.get(findPath(path)))}
    })
    const body: Element = {type: 'element', tagName: 'body', properties: {}, children: sections}
    const properties = pack.language === undefined ? {} : {lang: pack.language}
    return {type: 'root', children: [{type: 'element', tagName: 'html', properties, children: [body]}]}
  }
  // A book is no page of a site.
  const {findSiteParts: _, ...format} = html
  return {source, chapters, format: {...format, parse, formatPlaces: () => formatChapterPlaces({source, chapters})}}
}
