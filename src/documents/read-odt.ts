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

/** How a text style emphasizes. */
type Emphasis = 'em' | 'strong'

/** The emphasis of each style (OpenDocument 1.3, section 16.29.25). */
function readStyles(root: XmlElement): Map<string, Emphasis> {
  return new Map(
    descendantsNamed(root, 'style').flatMap((style): [string, Emphasis][] => {
      const {'fo:font-style': shape, 'fo:font-weight': weight} = childrenNamed(style, 'text-properties')[0]?.attributes ?? {}
      const emphasis = shape === 'italic' || shape === 'oblique' ? 'em' : weight === 'bold' ? 'strong' : undefined
      return emphasis ? [[style.attributes['style:name'] ?? '', emphasis]] : []
    }),
  )
}

/** Reads the text of a document (OpenDocument 1.3, section 5). */
function readText(body: XmlElement, styles: ReadonlyMap<string, Emphasis>): {blocks: ElementContent[]; messages: Set<string>} {
  const messages = new Set<string>()
  const notes: Element[] = []
  const emphasized = (style: string | undefined, content: ElementContent[]): ElementContent[] => {
    const emphasis = styles.get(style ?? '')
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
      return name === 'span' ? emphasized(node.attributes['text:style-name'], content) : content
    })
  const readBlocks = (nodes: readonly XmlNode[]): ElementContent[] =>
    nodes.filter(isElement).flatMap((node): ElementContent[] => {
      const name = withoutPrefix(node.name)
      if (LEFT_OUT[name] !== undefined) messages.add(LEFT_OUT[name])
      if (LEFT_OUT[name] !== undefined || SILENT.has(name)) return []
      if (name === 'p' || name === 'h') {
        const content = emphasized(node.attributes['text:style-name'], readPhrases(node.children))
        const level = Math.min(Math.max(Number(node.attributes['text:outline-level']) || 1, 1), 6)
        return content.length === 0 ? [] : [h(name === 'h' ? `h${level}` : 'p', content)]
      }
      if (name === 'list')
        return [
          h(
            'ul',
            childrenNamed(node, 'list-item').map(({children}) => h('li', readBlocks(children))),
          ),
        ]
      return readBlocks(node.children)
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
  const {blocks, messages} = readText(body, readStyles(root))
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
