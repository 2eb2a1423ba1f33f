import type {Edit} from './book-document.js'
import {relativeHref} from './book-path.js'
import type {AddedFile} from './glossary-chapter.js'
import {ADDITION_PREFIX} from './remove-additions.js'
import type {BookPackage} from './types.js'
import {childrenNamed, descendantsNamed, wordsOf} from './xml-queries.js'
import {escapeXml, startTag} from './xml-text.js'
import type {XmlElement} from './xml-tree.js'

/** The prefix of a name, with its colon. */
const prefixOf = ({name}: XmlElement): string => name.slice(0, name.indexOf(':') + 1)

/** An edit that puts text at the end of an element. */
const append = (element: XmlElement, text: string): Edit => ({start: element.contentEnd, end: element.contentEnd, text})

/** The edits of the package document that name further files: in the manifest, and those of `reading` at the end of the spine. */
export function packageEdits({root, path, isFixedLayout}: BookPackage, files: readonly AddedFile[], reading: readonly AddedFile[]): Edit[] {
  const [manifest, spine] = [childrenNamed(root, 'manifest')[0], childrenNamed(root, 'spine')[0]]
  if (!manifest || !spine) return []
  const items = files.map(({id, path: own, mediaType, properties}) =>
    startTag(`${prefixOf(manifest)}item`, {id, href: relativeHref(own, path), 'media-type': mediaType, ...(properties !== undefined && {properties})}, true),
  )
  // Text pages among pages that are laid out in advance must say that they are not.
  const layout = isFixedLayout ? {properties: 'rendition:layout-reflowable'} : {}
  const references = reading.map(({id}) => startTag(`${prefixOf(spine)}itemref`, {idref: id, ...layout}, true))
  return [append(manifest, items.join('')), append(spine, references.join(''))].sort((a, b) => a.start - b.start)
}

/** A line of a table of contents. */
export interface ContentsEntry {
  readonly label: string
  /** From the root of the book. */
  readonly path: string
}

/** The edits of the navigation document of EPUB 3 that list further pages. @param path of the document */
export function navigationEdits(root: XmlElement, path: string, entries: readonly ContentsEntry[]): Edit[] {
  const contents = descendantsNamed(root, 'nav').find((nav) => wordsOf(nav, 'epub:type').includes('toc'))
  const [list] = childrenNamed(contents, 'ol')
  if (!list) return []
  const p = prefixOf(list)
  const lines = entries.map(
    ({label, path: to}, index) =>
      `${startTag(`${p}li`, {id: `${ADDITION_PREFIX}nav-${index + 1}`})}${startTag(`${p}a`, {href: relativeHref(to, path)})}${escapeXml(label)}</${p}a></${p}li>`,
  )
  return [append(list, lines.join(''))]
}

/** The edits of the table of contents of EPUB 2 (NCX 2005-1) that list further pages. @param path of the document */
export function contentsEdits(root: XmlElement, path: string, entries: readonly ContentsEntry[]): Edit[] {
  const [map] = childrenNamed(root, 'navMap')
  if (!map) return []
  const p = prefixOf(map)
  const orders = ['navPoint', 'pageTarget', 'navTarget'].flatMap((name) => descendantsNamed(root, name)).map(({attributes}) => Number(attributes.playOrder))
  // A loop, because a call with a hundred thousand arguments would exhaust the stack.
  let last = 0
  for (const order of orders) if (order > last) last = order
  const points = entries.map(({label, path: to}, index) => {
    const attributes = {id: `${ADDITION_PREFIX}nav-${index + 1}`, ...(last > 0 && {playOrder: String(last + index + 1)})}
    const content = startTag(`${p}content`, {src: relativeHref(to, path)}, true)
    return `${startTag(`${p}navPoint`, attributes)}<${p}navLabel><${p}text>${escapeXml(label)}</${p}text></${p}navLabel>${content}</${p}navPoint>`
  })
  return [append(map, points.join(''))]
}
