import mammoth from 'mammoth'
import {openDocument} from '../books/book-document.js'
import {descendantsNamed, textIn} from '../books/xml-queries.js'
import {parseXmlTree} from '../books/xml-tree.js'
import {fileError} from '../formats/shared/input.js'
import {zip} from '../formats/shared/zip.js'
import {openArchive} from './open-archive.js'
import type {DocumentStory, ReadDocumentOptions} from './types.js'

/** What mammoth does not do by itself: the title is a heading, and underlined words are marked. */
const STYLE_MAP = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", 'u => u']

const MAIN = 'word/document.xml'

/** What documents contain that is not read: a sentence, and the names of files or the markup that show it. */
const LEFT_OUT: readonly (readonly [sentence: string, name: RegExp | undefined, markup: RegExp | undefined])[] = [
  ['Changes are tracked; the text is read with all of them accepted', undefined, /<w:(?:ins|del|moveFrom)[ >]/u],
  ['Comments are not read', /^word\/comments\.xml$/u, undefined],
  ['Embedded objects are not read', /^word\/(?:embeddings|charts|diagrams)\//u, undefined],
  ['Macros are not read', /vbaProject\.bin$/u, undefined],
  ['Text boxes are not read', undefined, /<w:txbxContent[ >]/u],
]

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
  if (!Object.hasOwn(files, MAIN)) throw fileError(own, `not a DOCX: it has no ${MAIN}`)
  const textOf = (path: string): string => (Object.hasOwn(files, path) ? (openDocument(files[path] as Uint8Array)?.text ?? '') : '')
  const main = textOf(MAIN)
  // Of what mammoth reads, which trusts it.
  const broken = Object.keys(files).find((path) => path.startsWith('word/') && (parseXmlTree(textOf(path)) === undefined || textOf(path).includes('<!DOCTYPE')))
  if (broken !== undefined) throw fileError(own, broken, 'damaged: not XML, or with declarations that documents do not have')
  // mammoth opens the archive itself, with no limits: it gets one with the files that were checked.
  const checked = zip(files, Object.keys(files))
  const input = {buffer: checked, arrayBuffer: checked.buffer} as unknown as Parameters<typeof mammoth.convertToHtml>[0]
  let html: string
  try {
    const convertImage = mammoth.images.imgElement(async () => ({src: ''}))
    html = (await mammoth.convertToHtml(input, {styleMap: STYLE_MAP, convertImage, includeEmbeddedStyleMap: false})).value
  } catch (error) {
    throw fileError(own, 'damaged', (error as Error).message.slice(0, 200))
  }
  const properties = parseXmlTree(textOf('docProps/core.xml'))
  const stated = (name: string): string | undefined => (properties ? descendantsNamed(properties, name).map(textIn).find(Boolean) : undefined)
  const messages = LEFT_OUT.flatMap(([sentence, name, markup]) => (names.some((path) => name?.test(path)) || markup?.test(main) ? [sentence] : []))
  return {html: cleanNotes(html).replace(/<img [^>]*\bsrc=""[^>]*>/gu, ''), title: stated('title'), language: undefined, messages}
}
