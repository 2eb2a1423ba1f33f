import mammoth from 'mammoth'
import {openDocument} from '../books/book-document.js'
import {childrenNamed, descendantsNamed, isElement, textIn} from '../books/xml-queries.js'
import {parseXmlTree, withoutPrefix, type XmlElement} from '../books/xml-tree.js'
import {fileError} from '../formats/shared/input.js'
import {zip} from '../formats/shared/zip.js'
import {italicStyleMap} from './docx-styles.js'
import {openArchive} from './open-archive.js'
import type {DocumentStory, ReadDocumentOptions} from './types.js'

/** What mammoth does not do by itself: the title is a heading, and underlined words are marked. */
const STYLE_MAP = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", 'u => u']

const MAIN = 'word/document.xml'
const RELATIONSHIPS = '_rels/.rels'

/** Elements around text that mammoth does not know, and passes over with the text in them: fields, directions of writing, words with ruby. */
const AROUND_TEXT = /<(\/?)w:(?:fldSimple|dir|bdo|ruby|rubyBase)(?=[\s>/])/gu

/** What documents contain that is not read: a sentence, and the names of files or the markup that show it. */
const LEFT_OUT: readonly (readonly [sentence: string, name: RegExp | undefined, markup: RegExp | undefined])[] = [
  ['Changes are tracked; the text is read with all of them accepted', undefined, /<w:(?:ins|del|moveFrom)[ >]/u],
  ['Comments are not read', /^word\/comments\.xml$/u, undefined],
  ['Embedded objects are not read', /^word\/(?:embeddings|charts|diagrams)\//u, undefined],
  ['Macros are not read', /vbaProject\.bin$/u, undefined],
  ['Ruby, the small text over words, is not read', undefined, /<w:rt[ >]/u],
  ['Formulas are not read', undefined, /<m:oMath[ >]/u],
]

/** Where the text of a document is: the first relationship of the package that is one to it says so. */
function findMain(relationships: XmlElement | undefined): string {
  const main = childrenNamed(relationships, 'Relationship').find(({attributes: {Type = ''}}) => Type.endsWith('/officeDocument'))
  return main?.attributes.Target?.replace(/^\.?\/+/u, '') ?? MAIN
}

/** Whether there are text boxes of the kind that mammoth does not read: those without a form for older programs. */
function hasUnreadBoxes(element: XmlElement): boolean {
  const name = withoutPrefix(element.name)
  const [older] = name === 'AlternateContent' ? childrenNamed(element, 'Fallback') : []
  return name === 'txbx' || (older ?? element).children.filter(isElement).some(hasUnreadBoxes)
}

/** Takes out references to notes that are not there, at which mammoth fails. */
function withoutLooseReferences(main: string, textOfNotes: (kind: string) => string): string {
  const idsOf = (kind: string): Set<string | undefined> =>
    new Set(childrenNamed(parseXmlTree(textOfNotes(kind)), `${kind}note`).map(({attributes}) => attributes['w:id']))
  const ids: Readonly<Record<string, ReadonlySet<string | undefined>>> = {foot: idsOf('foot'), end: idsOf('end')}
  return main.replace(/<w:(foot|end)noteReference\s[^<>]*\/>/gu, (tag, kind: string) => (ids[kind]?.has(/\sw:id="([^"]*)"/u.exec(tag)?.[1]) ? tag : ''))
}

/** Takes the brackets from references to notes, and the arrows back from notes. */
const cleanNotes = (html: string): string =>
  html.replace(/(<a href="#(?:foot|end)note-[\w-]+" id="[\w-]+">)\[(\d+)\](<\/a>)/gu, '$1$2$3').replace(/ ?<a href="#(?:foot|end)note-ref-[\w-]+">↑<\/a>/gu, '')

/**
 * Reads a DOCX by mammoth. Tracked changes are accepted; footnotes and endnotes are linked lists at the end; comments, pictures, embedded
 * objects and macros are left out.
 *
 * @throws TypeError, as a rejection, for a file that is no DOCX, damaged, encrypted, or unpacks to more than 256 MB
 */
export async function readDocx(bytes: Uint8Array, options: ReadDocumentOptions = {}): Promise<DocumentStory> {
  const own = options.file === undefined ? {} : {file: options.file}
  const {names, files} = openArchive(bytes, options)
  const textOf = (path: string): string => (Object.hasOwn(files, path) ? (openDocument(files[path] as Uint8Array)?.text ?? '') : '')
  const mainPath = findMain(parseXmlTree(textOf(RELATIONSHIPS)))
  if (!Object.hasOwn(files, mainPath)) throw fileError(own, `not a DOCX: it has no ${mainPath}`)
  const main = textOf(mainPath)
  // What mammoth reads, which trusts it; not the parts of parts, such as the document of building blocks.
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1)
  const isRead = (path: string): boolean => /^(?:_rels\/)?[^/]+$/u.test(path.startsWith(folder) ? path.slice(folder.length) : path)
  const read = Object.keys(files).filter(isRead)
  const broken = read.find((path) => parseXmlTree(textOf(path)) === undefined || textOf(path).includes('<!DOCTYPE'))
  if (broken !== undefined) throw fileError(own, broken, 'damaged: not XML, or with declarations that documents do not have')
  // mammoth opens the archive itself, with no limits: it gets one with the files that were checked, in UTF-8.
  const notesOf = (kind: string): string => textOf(`${folder}${kind}notes.xml`)
  const toText = (path: string): string =>
    (path === mainPath ? withoutLooseReferences(main, notesOf) : textOf(path))
      .replace(/^<\?xml\b[^?]*\?>/u, '')
      .replace(AROUND_TEXT, '<$1w:smartTag')
      .replace(/<w:cr(?=[\s/])/gu, '<w:br')
  const checked = zip(Object.fromEntries(read.map((path) => [path, new TextEncoder().encode(toText(path))])), read)
  const input = {buffer: checked, arrayBuffer: checked.buffer} as unknown as Parameters<typeof mammoth.convertToHtml>[0]
  let html: string
  try {
    const convertImage = mammoth.images.imgElement(async () => ({src: ''}))
    const styleMap = [...STYLE_MAP, ...italicStyleMap(textOf(`${folder}styles.xml`))]
    html = (await mammoth.convertToHtml(input, {styleMap, convertImage, includeEmbeddedStyleMap: false})).value
  } catch (error) {
    throw fileError(own, 'damaged', (error as Error).message.slice(0, 200))
  }
  const properties = parseXmlTree(textOf('docProps/core.xml'))
  const stated = (name: string): string | undefined => (properties ? descendantsNamed(properties, name).map(textIn).find(Boolean) : undefined)
  const texts = [main, notesOf('foot'), notesOf('end')]
  const isThere = (name: RegExp | undefined, markup: RegExp | undefined): boolean =>
    names.some((path) => name?.test(path)) || texts.some((text) => markup?.test(text))
  const messages = [
    ...LEFT_OUT.flatMap(([sentence, name, markup]) => (isThere(name, markup) ? [sentence] : [])),
    ...(hasUnreadBoxes(parseXmlTree(main) as XmlElement) ? ['Some text boxes are not read'] : []),
  ]
  return {html: cleanNotes(html).replace(/<img [^>]*\bsrc=""[^>]*>/gu, ''), title: stated('title'), language: undefined, messages}
}
