import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {openDocument} from '../books/book-document.js'
import {childrenNamed, descendantsNamed, isElement, textIn} from '../books/xml-queries.js'
import {parseXmlTree, withoutPrefix, type XmlElement, type XmlNode} from '../books/xml-tree.js'
import {fileError} from '../formats/shared/input.js'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {toHtmlText} from './html-blocks.js'
import {openArchive} from './open-archive.js'
import type {DocumentStory, ReadDocumentOptions} from './types.js'

const CONTENT = 'content.xml'

/** What is not read: comments, deleted text, pictures and frames, fields of lists of contents. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  annotation: 'Comments are not read',
  'tracked-changes': 'Changes are tracked; the text is read with all of them accepted',
  frame: 'Pictures, text boxes and embedded objects are not read',
  'table-of-content': 'The table of contents is not read',
}
const SILENT: ReadonlySet<string> = new Set(['annotation-end', 'sequence-decls', 'forms', 'variable-decls', 'soft-page-break', 'bookmark', 'note-citation'])

/** How a style emphasizes. */
type Emphasis = 'em' | 'strong'

/** Finds the emphasis of a style by its family and its name. */
type FindEmphasis = (family: 'text' | 'paragraph', name: string | undefined) => Emphasis | undefined

/** How deep styles may be based on others. */
const MAX_PARENTS = 20

/** Reads how styles emphasize: those of a document, and the named ones that they are based on (OpenDocument 1.3, section 16.29.25). */
function readStyles(roots: readonly (XmlElement | undefined)[]): FindEmphasis {
  const styles = new Map(
    roots
      .flatMap((root) => (root ? descendantsNamed(root, 'style') : []))
      .map((style) => {
        const {'style:name': name, 'style:family': family, 'style:parent-style-name': parent} = style.attributes
        return [`${family} ${name}`, {parent, ...childrenNamed(style, 'text-properties')[0]?.attributes}]
      }),
  )
  return (family, name) => {
    const inherited = (property: string, of: string | undefined, depth = 0): string | undefined => {
      const style: Readonly<Record<string, string | undefined>> | undefined =
        of === undefined || depth > MAX_PARENTS ? undefined : styles.get(`${family} ${of}`)
      return style && (style[property] ?? inherited(property, style.parent, depth + 1))
    }
    const shape = inherited('fo:font-style', name)
    if (shape === 'italic' || shape === 'oblique') return 'em'
    return inherited('fo:font-weight', name) === 'bold' ? 'strong' : undefined
  }
}

/** Elements of tables and lists, and what they are in HTML; those in between are passed through. */
const STRUCTURE: Readonly<Record<string, string>> = {table: 'table', 'table-row': 'tr', 'table-cell': 'td', list: 'ul', 'list-item': 'li', 'list-header': 'li'}

/** Reads the text of a document (OpenDocument 1.3, section 5). */
function readText(body: XmlElement, emphasisOf: FindEmphasis): {blocks: ElementContent[]; messages: Set<string>} {
  const messages = new Set<string>()
  const notes: Element[] = []
  const emphasized = (family: 'text' | 'paragraph', {attributes}: XmlElement, content: ElementContent[]): ElementContent[] => {
    const emphasis = emphasisOf(family, attributes['text:style-name'])
    return emphasis && content.length > 0 ? [h(emphasis, content)] : content
  }
  const readNote = (node: XmlElement): ElementContent[] => {
    const number = notes.length + 1
    const id = `note-${number}`
    notes.push(h('li', {id}))
    const index = notes.length - 1
    ;(notes[index] as Element).children = childrenNamed(node, 'note-body').flatMap(({children}) => readBlocks(children))
    return [h('sup', [h('a', {href: `#${id}`, id: `note-ref-${number}`}, String(number))])]
  }
  const readPhrases = (nodes: readonly XmlNode[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      // White space collapses, as in HTML (section 6.1.2).
      if (!isElement(node)) return [{type: 'text', value: node.value.replace(/\s+/gu, ' ')}]
      const name = withoutPrefix(node.name)
      if (LEFT_OUT[name] !== undefined) messages.add(LEFT_OUT[name])
      if (LEFT_OUT[name] !== undefined || SILENT.has(name)) return []
      if (name === 's') return [{type: 'text', value: ' '.repeat(Math.min(Number(node.attributes['text:c'] ?? 1) || 1, 100))}]
      if (name === 'tab') return [{type: 'text', value: ' '}]
      if (name === 'line-break') return [h('br')]
      if (name === 'note') return readNote(node)
      const content = readPhrases(node.children)
      if (name === 'ruby' || name === 'ruby-text') return [h(name === 'ruby' ? 'ruby' : 'rt', content)]
      return name === 'span' ? emphasized('text', node, content) : content
    })
  const readBlocks = (nodes: readonly XmlNode[]): ElementContent[] =>
    nodes.filter(isElement).flatMap((node): ElementContent[] => {
      const name = withoutPrefix(node.name)
      if (LEFT_OUT[name] !== undefined) messages.add(LEFT_OUT[name])
      if (LEFT_OUT[name] !== undefined || SILENT.has(name)) return []
      if (name === 'p' || name === 'h') {
        const phrases = readPhrases(node.children)
        const content = name === 'p' ? emphasized('paragraph', node, phrases) : phrases
        const level = Math.min(Math.max(Number(node.attributes['text:outline-level']) || 1, 1), 6)
        return content.length === 0 ? [] : [h(name === 'h' ? `h${level}` : 'p', content)]
      }
      const content = readBlocks(node.children)
      return STRUCTURE[name] === undefined ? content : [h(STRUCTURE[name], content)]
    })
  const blocks = readBlocks(body.children)
  return {blocks: notes.length === 0 ? blocks : [...blocks, h('ol', notes)], messages}
}

/**
 * Reads an ODT. Tracked changes are accepted; notes are a linked list at the end; comments, pictures and text boxes are left out.
 *
 * @throws TypeError for a file that is no ODT, damaged, encrypted, or unpacks to more than 256 MB
 */
export function readOdt(bytes: Uint8Array, options: ReadDocumentOptions = {}): DocumentStory {
  const own = options.file === undefined ? {} : {file: options.file}
  const {files} = openArchive(bytes, options)
  const textOf = (path: string): string => (Object.hasOwn(files, path) ? (openDocument(files[path] as Uint8Array)?.text ?? '') : '')
  if (textOf('META-INF/manifest.xml').includes('encryption-data')) throw fileError(own, 'encrypted; save it without a password')
  if (!Object.hasOwn(files, CONTENT)) throw fileError(own, `not an ODT: it has no ${CONTENT}`)
  const root = parseXmlTree(textOf(CONTENT))
  const body = root && childrenNamed(childrenNamed(root, 'body')[0], 'text')[0]
  if (!root || !body) throw fileError(own, CONTENT, root ? 'expected a text document, got a document of another kind' : 'not XML')
  const {blocks, messages} = readText(body, readStyles([parseXmlTree(textOf('styles.xml')), root]))
  const meta = parseXmlTree(textOf('meta.xml'))
  const stated = (name: string): string | undefined => (meta ? descendantsNamed(meta, name).map(textIn).find(Boolean) : undefined)
  const language = stated('language')
  return {
    html: toHtmlText(blocks),
    title: stated('title'),
    language: language !== undefined && LANGUAGE_TAG.test(language) ? language : undefined,
    messages: [...messages],
  }
}
