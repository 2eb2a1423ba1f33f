import {fileError} from '../formats/shared/input.js'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {resolveHref} from './book-path.js'
import type {BookPackage, ManifestItem} from './types.js'
import {childrenNamed, descendantsNamed, textIn, wordsOf} from './xml-queries.js'
import {parseXmlTree, type XmlElement} from './xml-tree.js'

const CONTAINER = 'META-INF/container.xml'
const OPF_TYPE = 'application/oebps-package+xml'

/** Where the text of a file is found: undefined for a file that the book does not have. */
type ReadText = (path: string) => string | undefined

function readManifest(root: XmlElement, opfPath: string): Map<string, ManifestItem> {
  const items = childrenNamed(childrenNamed(root, 'manifest')[0], 'item')
  return new Map(
    items.flatMap((item): [string, ManifestItem][] => {
      const {id, href, 'media-type': mediaType = ''} = item.attributes
      const path = href === undefined ? undefined : resolveHref(href, opfPath)?.path
      return id === undefined || path === undefined ? [] : [[id, {id, path, mediaType, properties: wordsOf(item, 'properties')}]]
    }),
  )
}

/**
 * Reads the package document of a book (EPUB 3.3, section 5; OPF 2.0.1), to which the container leads.
 *
 * @param file how errors refer to the book
 * @throws TypeError that names the file and the reason
 */
export function readPackage(readText: ReadText, file: string | undefined): BookPackage {
  const options = file === undefined ? {} : {file}
  const container = readText(CONTAINER)
  if (container === undefined) throw fileError(options, `not an EPUB: it has no ${CONTAINER}`)
  const rootfiles = descendantsNamed(parseXmlTree(container) ?? {...EMPTY}, 'rootfile')
  const opfPath = (rootfiles.find(({attributes}) => attributes['media-type'] === OPF_TYPE) ?? rootfiles[0])?.attributes['full-path']
  if (opfPath === undefined) throw fileError(options, CONTAINER, 'expected the path of a package document')
  const text = readText(opfPath)
  if (text === undefined) throw fileError(options, `${opfPath}: missing, although ${CONTAINER} names it`)
  const root = parseXmlTree(text)
  if (root === undefined) throw fileError(options, opfPath, 'not XML')
  const metadata = childrenNamed(root, 'metadata')[0]
  // OPF 1 has them one level deeper.
  const stated = (name: string): string | undefined => (metadata ? descendantsNamed(metadata, name).map(textIn).find(Boolean) : undefined)
  const language = stated('language')
  const manifest = readManifest(root, opfPath)
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
    spine: childrenNamed(spine, 'itemref').map(({attributes}) => attributes.idref ?? ''),
    navigation: [...manifest.values()].find(({properties}) => properties.includes('nav')),
    contents: manifest.get(spine?.attributes.toc ?? '') ?? [...manifest.values()].find(({mediaType}) => mediaType === 'application/x-dtbncx+xml'),
    guide: references.flatMap(({attributes: {href = '', type = ''}}) => {
      const target = resolveHref(href, opfPath)
      return target ? [{path: target.path, type, hasFragment: target.fragment !== undefined}] : []
    }),
  }
}

const EMPTY: XmlElement = {type: 'element', name: '', attributes: {}, children: [], start: 0, contentStart: 0, contentEnd: 0, end: 0}
