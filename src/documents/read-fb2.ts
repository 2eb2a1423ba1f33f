import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {openDocument} from '../books/book-document.js'
import {childrenNamed, descendantsNamed, isElement, textIn} from '../books/xml-queries.js'
import {parseXmlTree, withoutPrefix, type XmlElement, type XmlNode} from '../books/xml-tree.js'
import {fileError, MAX_BYTES} from '../formats/shared/input.js'
import {unzip} from '../formats/shared/zip.js'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {toHtmlText} from './html-blocks.js'
import type {DocumentStory, ReadDocumentOptions} from './types.js'

/** Elements and what they are in HTML (FictionBook 2.1); content of others is read as if it stood around them. */
const PHRASES: Readonly<Record<string, string>> = {emphasis: 'em', strong: 'strong', sup: 'sup', sub: 'sub', strikethrough: 's', code: 'code'}
const PARAGRAPHS: Readonly<Record<string, string>> = {p: 'p', subtitle: 'h3', 'text-author': 'p', date: 'p', td: 'td', th: 'th'}
const ROWS: Readonly<Record<string, string>> = {table: 'table', tr: 'tr'}

const linkOf = ({attributes}: XmlElement): string | undefined => Object.entries(attributes).find(([name]) => withoutPrefix(name) === 'href')?.[1]

/** Properties with the id of an element, to which links lead. */
const withId = ({attributes: {id}}: XmlElement): Record<string, string> => (id === undefined ? {} : {id})

const readPhrases = (nodes: readonly XmlNode[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [{type: 'text', value: node.value.replace(/\s+/gu, ' ')}]
    const name = withoutPrefix(node.name)
    if (name === 'image') return []
    const content = readPhrases(node.children)
    if (name === 'a') {
      const href = linkOf(node)
      const link = href === undefined ? content : [h('a', {href}, content)]
      return node.attributes.type === 'note' ? [h('sup', link)] : link
    }
    return PHRASES[name] === undefined ? content : [h(PHRASES[name], content)]
  })

function readBlocks(nodes: readonly XmlNode[], depth: number): ElementContent[] {
  return nodes.filter(isElement).flatMap((node): ElementContent[] => {
    const name = withoutPrefix(node.name)
    if (PARAGRAPHS[name] !== undefined) return [h(PARAGRAPHS[name], withId(node), readPhrases(node.children))]
    if (name === 'title')
      return [
        h(
          `h${Math.min(depth, 6)}`,
          childrenNamed(node, 'p').flatMap((line, index) => [...(index > 0 ? [h('br')] : []), ...readPhrases(line.children)]),
        ),
      ]
    // A verse is a line of its stanza.
    if (name === 'stanza')
      return [
        ...readBlocks(
          node.children.filter((child) => !isElement(child) || withoutPrefix(child.name) !== 'v'),
          depth,
        ),
        h(
          'p',
          childrenNamed(node, 'v').flatMap((line, index) => [...(index > 0 ? [h('br')] : []), ...readPhrases(line.children)]),
        ),
      ]
    if (ROWS[name] !== undefined) return [h(ROWS[name], readBlocks(node.children, depth))]
    if (name === 'section') return [h('section', withId(node), readBlocks(node.children, depth + 1))]
    return name === 'image' || name === 'empty-line' ? [] : readBlocks(node.children, depth)
  })
}

/** A number, stars or the like, with what stands around it. */
const NUMBER = /^[^\p{L}]*$/u

/** The note of a section of the body of notes: its number, which its title repeats, is left out. */
const readNote = (section: XmlElement): ElementContent =>
  h(
    'section',
    withId(section),
    readBlocks(
      section.children.filter((child) => !isElement(child) || withoutPrefix(child.name) !== 'title' || !NUMBER.test(textIn(child))),
      2,
    ),
  )

/** The document in an archive, which `.fb2.zip` files are. */
function unpack(bytes: Uint8Array, options: {file?: string}): Uint8Array {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes
  const documents = Object.values(unzip(bytes, options, (name) => /\.fb2$/iu.test(name)))
  const [document] = documents
  if (!document || documents.length > 1)
    throw fileError(options, `expected an archive with one file .fb2, got ${document ? `${documents.length}; unpack it` : 'none'}`)
  return document
}

/**
 * Reads an FB2, packed or not. Notes are linked at the end; pictures are left out.
 *
 * @throws TypeError for a file that is no FB2, damaged, or larger than 256 MB
 */
export function readFb2(bytes: Uint8Array, options: ReadDocumentOptions = {}): DocumentStory {
  const own = options.file === undefined ? {} : {file: options.file}
  if (bytes.length > MAX_BYTES) throw fileError(own, `expected at most ${MAX_BYTES} bytes, got ${bytes.length}`)
  const text = openDocument(unpack(bytes, own))?.text
  const root = text === undefined ? undefined : parseXmlTree(text)
  if (!root || withoutPrefix(root.name) !== 'FictionBook')
    throw fileError(own, root ? `not an FB2: it begins with <${root.name}>` : 'not an FB2: not XML, or of another encoding than it says')
  const info = childrenNamed(childrenNamed(root, 'description')[0], 'title-info')[0]
  const stated = (name: string): string | undefined => childrenNamed(info, name).map(textIn).find(Boolean)
  const language = stated('lang')
  const bodies = childrenNamed(root, 'body')
  if (bodies.length === 0) throw fileError(own, 'expected a text, got none: it has no <body>')
  const isNotes = ({attributes: {name}}: XmlElement): boolean => name === 'notes' || name === 'comments'
  const blocks = [
    ...bodies.filter((body) => !isNotes(body)).flatMap(({children}) => readBlocks(children, 1)),
    ...bodies.filter(isNotes).flatMap((body) => descendantsNamed(body, 'section').map(readNote)),
  ]
  return {
    html: toHtmlText(blocks),
    title: stated('book-title'),
    language: language !== undefined && LANGUAGE_TAG.test(language) ? language : undefined,
    messages: descendantsNamed(root, 'image').length > 0 ? ['Pictures are not read'] : [],
  }
}
