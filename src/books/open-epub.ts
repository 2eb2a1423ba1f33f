import {fileError} from '../formats/shared/input.js'
import {unzip} from '../formats/shared/zip.js'
import {type BookDocument, editDocument, openDocument} from './book-document.js'
import {resolveHref} from './book-path.js'
import {checkRights} from './check-rights.js'
import {isNoProse} from './parts-of-books.js'
import {readPackage} from './read-package.js'
import {ADDITION_PREFIX, findAdditions} from './remove-additions.js'
import type {BookPackage, ManifestItem} from './types.js'
import {descendantsNamed, isElement, wordsOf} from './xml-queries.js'
import {parseXmlTree, withoutPrefix, type XmlElement} from './xml-tree.js'

/** What is read of all chapters, in UTF-16 code units: ten times the longest novels. */
const MAX_TEXT = 64 * 1024 * 1024

/** A chapter of an open book. */
export interface OpenChapter {
  readonly path: string
  readonly document: BookDocument
  /** Undefined if the chapter is not well-formed. */
  readonly root: XmlElement | undefined
}

/** A book whose files were read, without what an earlier run put in. */
export interface OpenBook {
  /** Contents by path, in the order of the archive. */
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly pack: BookPackage
  /** The documents of the spine that are prose. */
  readonly chapters: readonly OpenChapter[]
  /** Sentences about what is wrong with the book, with the file concerned. */
  readonly problems: readonly {readonly path: string; readonly reason: string}[]
}

const DOCUMENT_TYPES: ReadonlySet<string> = new Set(['application/xhtml+xml', 'text/html', 'text/x-oeb1-document', 'application/xml'])

const CONTAINERS: ReadonlySet<string> = new Set(['article', 'body', 'div', 'main', 'nav', 'section'])

/** The body of a document, and the containers that are all of what they stand in: they say what the document is. */
function outerElements(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  let inner = root.children.filter(isElement).find(({name}) => withoutPrefix(name) === 'body')
  while (inner && CONTAINERS.has(withoutPrefix(inner.name))) {
    found.push(inner)
    const elements: XmlElement[] = inner.children.filter(isElement)
    inner = elements.length === 1 ? elements[0] : undefined
  }
  return found
}

/** Paths of the documents that the book itself says are no prose. */
function findNoProse({guide, navigation}: BookPackage, landmarks: XmlElement | undefined): Set<string> {
  const found = new Set(guide.flatMap(({path, type, hasFragment}) => (isNoProse([type]) && !hasFragment ? [path] : [])))
  if (!navigation) return found
  found.add(navigation.path)
  for (const nav of landmarks ? descendantsNamed(landmarks, 'nav') : []) {
    if (!wordsOf(nav, 'epub:type').includes('landmarks')) continue
    for (const link of descendantsNamed(nav, 'a')) {
      const target = resolveHref(link.attributes.href ?? '', navigation.path)
      if (target && target.fragment === undefined && isNoProse(wordsOf(link, 'epub:type'))) found.add(target.path)
    }
  }
  return found
}

/**
 * Opens an EPUB 2 or 3.
 *
 * @param file how errors refer to the book
 * @throws TypeError that names the file and the reason: no zip archive, damaged, too large, unsafe names, encrypted, no package document, no
 *   document to read
 */
export function openEpub(bytes: Uint8Array, file: string | undefined): OpenBook {
  const options = file === undefined ? {} : {file}
  const files = {...unzip(bytes, options, () => true)}
  const documents = new Map<string, BookDocument | undefined>()
  /** Opens a document, and takes out of it what an earlier run put in. */
  const open = (path: string): BookDocument | undefined => {
    if (!Object.hasOwn(files, path)) return undefined
    if (!documents.has(path)) {
      const document = openDocument(files[path] as Uint8Array)
      documents.set(path, document && (editDocument(document, findAdditions(document.text)) ?? document))
    }
    return documents.get(path)
  }
  const readText = (path: string): string | undefined => open(path)?.text
  checkRights(readText, file)
  const added = addedFiles(files, file)
  const pack = readPackage(readText, file)
  if (pack.contents) open(pack.contents.path)
  const problems: {path: string; reason: string}[] = []
  const noProse = findNoProse(pack, pack.navigation && parseIfRead(readText(pack.navigation.path)))
  const chapters: OpenChapter[] = []
  const seen = new Set<string>()
  let length = 0
  for (const id of pack.spine) {
    const item = pack.manifest.get(id)
    const problem = item ? undefined : `The spine names the item “${id}”, which is not in the manifest`
    if (problem) problems.push({path: pack.path, reason: problem})
    if (!item || seen.has(item.path) || !isDocument(item)) continue
    seen.add(item.path)
    if (!Object.hasOwn(files, item.path)) {
      problems.push({path: item.path, reason: 'This file is missing, although the spine names it'})
      continue
    }
    const document = open(item.path)
    if (!document) {
      problems.push({path: item.path, reason: 'This file is left out: its bytes are not of its encoding'})
      continue
    }
    if ((length += document.text.length) > MAX_TEXT) throw fileError(options, `expected at most ${MAX_TEXT} characters of text, got more`)
    const root = parseXmlTree(document.text)
    if (!root) problems.push({path: item.path, reason: 'This file is not well-formed XML; it is read as HTML'})
    if (noProse.has(item.path) || (root && outerElements(root).some((element) => isNoProse(wordsOf(element, 'epub:type'))))) continue
    chapters.push({path: item.path, document, root})
  }
  if (chapters.length === 0) throw fileError(options, 'expected chapters, got none: the spine of the book is empty, or names nothing that is there')
  for (const path of added) delete files[path]
  for (const [path, document] of documents) if (document && Object.hasOwn(files, path)) files[path] = document.bytes
  return {files, pack, chapters, problems}
}

const isDocument = ({mediaType}: ManifestItem): boolean => DOCUMENT_TYPES.has(mediaType.toLowerCase())

const parseIfRead = (text: string | undefined): XmlElement | undefined => (text === undefined ? undefined : parseXmlTree(text))

/** Paths of the files that an earlier run added to the manifest. */
function addedFiles(files: Readonly<Record<string, Uint8Array>>, file: string | undefined): string[] {
  const readText = (path: string): string | undefined => {
    const bytes = Object.hasOwn(files, path) ? files[path] : undefined
    return bytes && openDocument(bytes)?.text
  }
  const {manifest} = readPackage(readText, file)
  return [...manifest.values()].flatMap(({id, path}) => (id.startsWith(ADDITION_PREFIX) ? [path] : []))
}
