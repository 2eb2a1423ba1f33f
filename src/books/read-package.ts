import {fileError} from '../formats/shared/input.js'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {resolveHref} from './book-path.js'
import type {BookPackage, ManifestItem} from './types.js'
import {childrenNamed, descendantsNamed, textIn, wordsOf} from './xml-queries.js'
import {parseXmlTree, type XmlElement} from './xml-tree.js'

const CONTAINER = 'META-INF/container.xml'
const OPF_TYPE = 'application/oebps-package+xml'

/** The files of a book. */
export interface BookFiles {
  /** The text of a file; undefined if the book does not have it, or it cannot be decoded. */
  readonly readText: (path: string) => string | undefined
  /** The name of a file as the archive has it. */
  readonly findPath: (path: string) => string
}

function readManifest(root: XmlElement, resolve: (href: string) => string | undefined): Map<string, ManifestItem> {
  const items = childrenNamed(childrenNamed(root, 'manifest')[0], 'item')
  return new Map(
    items.flatMap((item): [string, ManifestItem][] => {
      const {id, href, 'media-type': mediaType = ''} = item.attributes
      const path = href === undefined ? undefined : resolve(href)
      return id === undefined || path === undefined ? [] : [[id, {id, path, mediaType, properties: wordsOf(item, 'properties')}]]
    }),
  )
}

/** Whether the pages of a book are laid out in advance (EPUB 3.3, section 8.2.2.1). */
const isFixedLayout = (metadata: XmlElement | undefined): boolean =>
  childrenNamed(metadata, 'meta').some((meta) => meta.attributes.property === 'rendition:layout' && textIn(meta) === 'pre-paginated')

/**
 * Reads the package document of a book (EPUB 3.3, section 5; OPF 2.0.1), to which the container leads.
 *
 * @param file how errors refer to the book
 * @throws TypeError that names the file and the reason
 */
export function readPackage({readText, findPath}: BookFiles, file: string | undefined): BookPackage {
  const options = file === undefined ? {} : {file}
  const container = readText(CONTAINER)
  if (container === undefined) throw fileError(options, `not an EPUB: it has no ${CONTAINER}`)
  const rootfiles = descendantsNamed(parseXmlTree(container) ?? {...EMPTY}, 'rootfile')
  const fullPath = (rootfiles.find(({attributes}) => attributes['media-type'] === OPF_TYPE) ?? rootfiles[0])?.attributes['full-path']
  const opfPath = fullPath === undefined ? undefined : findPath(fullPath.replace(/^\/+/u, ''))
  if (opfPath === undefined) throw fileError(options, CONTAINER, 'expected the path of a package document')
  const text = readText(opfPath)
  if (text === undefined) throw fileError(options, `${opfPath}: missing, although ${CONTAINER} names it`)
  const root = parseXmlTree(text)
  if (root === undefined) throw fileError(options, opfPath, 'not XML')
  const metadata = childrenNamed(root, 'metadata')[0]
  // OPF 1 has them one level deeper.
  const stated = (name: string): string | undefined => (metadata ? descendantsNamed(metadata, name).map(textIn).find(Boolean) : undefined)
  const language = stated('language')
  const resolve = (href: string): string | undefined => {
    const path = resolveHref(href, opfPath)?.path
    return path === undefined ? undefined : findPath(path)
  }
  const manifest = readManifest(root, resolve)
  const [spine] = childrenNamed(root, 'spine')
  const references = childrenNamed(childrenNamed(root, 'guide')[0], 'reference')
  return {
    path: opfPath,
    text,
    root,
    isVersion3: /^[3-9]/u.test(root.attributes.version ?? ''),
    title: stated('title'),
    language: language !== undefined && LANGUAGE_TAG.test(language) ? language : undefined,
    manifest,
    spine: childrenNamed(spine, 'itemref').map(({attributes}) => attributes.idref),
    isFixedLayout: isFixedLayout(metadata),
    navigation: [...manifest.values()].find(({properties}) => properties.includes('nav')),
    contents: manifest.get(spine?.attributes.toc ?? '') ?? [...manifest.values()].find(({mediaType}) => mediaType === 'application/x-dtbncx+xml'),
    guide: references.flatMap(({attributes: {href = '', type = ''}}) => {
      const path = resolve(href)
      return path === undefined ? [] : [{path, type, hasFragment: href.includes('#')}]
    }),
  }
}

const EMPTY: XmlElement = {type: 'element', name: '', attributes: {}, children: [], start: 0, contentStart: 0, contentEnd: 0, end: 0}
