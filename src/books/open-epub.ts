import {fileError} from '../formats/shared/input.js'
import {unzip} from '../formats/shared/zip.js'
import {type BookDocument, editDocument, openDocument} from './book-document.js'
import {createPathFinder, folderOf, resolveHref} from './book-path.js'
import {checkRights} from './check-rights.js'
import {isNoProse} from './parts-of-books.js'
import {type BookFiles, readPackage} from './read-package.js'
import {ADDITION_FOLDER, findAdditions, isAddedId} from './remove-additions.js'
import type {BookPackage, ManifestItem} from './types.js'
import {descendantsNamed, isElement, wordsOf} from './xml-queries.js'
import {parseXmlTree, withoutPrefix, type XmlElement} from './xml-tree.js'

/** What is read of all chapters, in UTF-16 code units: ten times the longest novels. */
const MAX_TEXT = 64 * 1024 * 1024

/** A book whose chapters have more text than this, and more than this many times the size of its file, is refused: prose packs five to one. */
const BOMB_TEXT = 8 * 1024 * 1024
const BOMB_RATIO = 30

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
  /** The name of a file as the archive has it. */
  readonly findPath: (path: string) => string
  /** The documents of the spine that are prose. */
  readonly chapters: readonly OpenChapter[]
  /** Sentences about what is wrong with the book, with the file concerned. */
  readonly problems: readonly {readonly path: string; readonly reason: string}[]
}

const DOCUMENT_TYPES: ReadonlySet<string> = new Set(['application/xhtml+xml', 'text/html', 'text/x-oeb1-document', 'application/xml'])
/** Pictures and the like, which stand in a spine by themselves and have no text. */
const MEDIA = /^(?:audio|font|image|video)\//iu

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
function findNoProse({guide, navigation}: BookPackage, landmarks: XmlElement | undefined, {findPath}: BookFiles): Set<string> {
  const found = new Set(guide.flatMap(({path, type, hasFragment}) => (isNoProse([type]) && !hasFragment ? [path] : [])))
  if (!navigation) return found
  found.add(navigation.path)
  for (const nav of landmarks ? descendantsNamed(landmarks, 'nav') : []) {
    if (!wordsOf(nav, 'epub:type').includes('landmarks')) continue
    for (const link of descendantsNamed(nav, 'a')) {
      const target = resolveHref(link.attributes.href ?? '', navigation.path)
      if (target && target.fragment === undefined && isNoProse(wordsOf(link, 'epub:type'))) found.add(findPath(target.path))
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
  const findPath = createPathFinder(Object.keys(files))
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
  checkRights((path) => Object.hasOwn(files, path), readText, file)
  const bookFiles = {readText, findPath}
  const added = addedFiles(files, findPath, file)
  const pack = readPackage(bookFiles, file)
  if (pack.contents) open(pack.contents.path)
  const problems: {path: string; reason: string}[] = []
  const noProse = findNoProse(pack, pack.navigation && parseIfRead(readText(pack.navigation.path)), bookFiles)
  const chapters: OpenChapter[] = []
  const seen = new Set<string>()
  let length = 0
  for (const id of pack.spine) {
    const item = id === undefined ? undefined : pack.manifest.get(id)
    if (!item) {
      const reason = id === undefined ? 'An item of the spine has no idref' : `The spine names the item “${id}”, which is not in the manifest`
      problems.push({path: pack.path, reason})
      continue
    }
    if (seen.has(item.path)) continue
    seen.add(item.path)
    if (!isDocument(item)) {
      const {path, mediaType} = item
      const reason = `This file is left out: its media type, ${mediaType || 'which is missing'}, is not that of a text`
      if (!MEDIA.test(mediaType)) problems.push({path, reason})
      continue
    }
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
    if (length > BOMB_TEXT && length > BOMB_RATIO * bytes.length)
      throw fileError(options, `its text is more than ${BOMB_RATIO} times the size of the file, as in archives that are meant to exhaust memory`)
    const root = parseXmlTree(document.text)
    if (!root) problems.push({path: item.path, reason: 'This file is not well-formed XML; it is read as HTML'})
    if (noProse.has(item.path) || (root && outerElements(root).some((element) => isNoProse(wordsOf(element, 'epub:type'))))) continue
    chapters.push({path: item.path, document, root})
  }
  if (chapters.length === 0) {
    const [first] = problems
    throw fileError(
      options,
      'expected chapters, got none',
      first ? `${first.path}: ${first.reason}` : 'the spine of the book is empty, or names nothing but covers and contents',
    )
  }
  for (const path of added) delete files[path]
  for (const [path, document] of documents) if (document && Object.hasOwn(files, path)) files[path] = document.bytes
  return {files, pack, findPath, chapters, problems}
}

/** Whether a file is a document by its media type; by its name if that type is one of text, or none. */
const isDocument = ({mediaType, path}: ManifestItem): boolean =>
  DOCUMENT_TYPES.has(mediaType.toLowerCase()) || (/^(?:text\/|$)/iu.test(mediaType) && /\.x?html?$/iu.test(path))

const parseIfRead = (text: string | undefined): XmlElement | undefined => (text === undefined ? undefined : parseXmlTree(text))

/** Paths of the files that an earlier run added to the manifest. */
function addedFiles(files: Readonly<Record<string, Uint8Array>>, findPath: BookFiles['findPath'], file: string | undefined): string[] {
  const readText = (path: string): string | undefined => {
    const bytes = Object.hasOwn(files, path) ? files[path] : undefined
    return bytes && openDocument(bytes)?.text
  }
  const {manifest, path: opfPath} = readPackage({readText, findPath}, file)
  const folder = new RegExp(`^${ADDITION_FOLDER}(?:-\\d+)?/`, 'u')
  const isInFolder = (path: string): boolean => path.startsWith(folderOf(opfPath)) && folder.test(path.slice(folderOf(opfPath).length))
  return [...manifest.values()].flatMap(({id, path}) => (isAddedId(id) && isInFolder(path) ? [path] : []))
}
