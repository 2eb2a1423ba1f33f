import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {SaxesParser} from 'saxes'

/** XML with the place of every tag, so that markup can be put into a document without changing anything else. Offsets are UTF-16 code units. */

/** An element. */
export interface XmlElement {
  readonly type: 'element'
  /** With its prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  /** Where its start tag begins. */
  readonly start: number
  /** Where its start tag ends. */
  readonly contentStart: number
  /** Where its end tag begins; `end` if it has none. */
  contentEnd: number
  end: number
}

/** Text between tags. A CDATA section has no place, because no markup can be put into it. */
export interface XmlText {
  readonly type: 'text'
  readonly value: string
  readonly start?: number
  readonly end?: number
}

export type XmlNode = XmlElement | XmlText

/** How many elements may be nested: what walks a tree recurses, and no book needs fifty levels. */
const MAX_DEPTH = 200

const REFERENCE = /&([A-Za-z][A-Za-z\d]*);/gu

/** The named character references in a document that HTML knows: those of XHTML 1.1 are declared in a DTD, which is not read. */
function namedReferencesIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = ''] of text.matchAll(REFERENCE)) {
    const value = found.has(name) ? false : decodeNamedCharacterReference(name)
    if (value !== false) found.set(name, value)
  }
  return found
}

/** Removes the prefix of a name. */
export const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Parses a document. A DOCTYPE is skipped, entities that it declares are not expanded.
 *
 * @param text without a byte order mark
 * @returns the root element; undefined if the document is not well-formed, or nested too deeply
 */
export function parseXmlTree(text: string): XmlElement | undefined {
  const parser = new SaxesParser()
  for (const [name, value] of namedReferencesIn(text)) parser.ENTITIES[name] ??= value
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  /** Where the last tag or other markup ended. */
  let last = text.startsWith('<?xml') ? text.indexOf('?>') + 2 : 0
  const markupStart = (): number => text.indexOf('<', last)
  const skipTo = (mark: string, offset: number): void => {
    last = text.indexOf(mark, markupStart() + offset) + mark.length
  }
  // No more handlers than seven: another makes the parser four times slower, as V8 then stores its properties in a hash table.
  parser.on('opentag', ({name, attributes}) => {
    const start = markupStart()
    last = parser.position
    const element: XmlElement = {
      type: 'element',
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      start,
      contentStart: last,
      contentEnd: last,
      end: last,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    if (open.push(element) > MAX_DEPTH) throw new RangeError('nested too deeply')
  })
  parser.on('closetag', ({isSelfClosing}) => {
    const element = open.pop() as XmlElement
    if (isSelfClosing) return
    element.contentEnd = markupStart()
    last = parser.position
    element.end = last
  })
  parser.on('text', (value) => {
    open.at(-1)?.children.push({type: 'text', value, start: last, end: markupStart()})
  })
  parser.on('cdata', (value) => {
    skipTo(']]>', '<![CDATA['.length)
    open.at(-1)?.children.push({type: 'text', value})
  })
  parser.on('comment', () => skipTo('-->', '<!--'.length))
  parser.on('processinginstruction', () => skipTo('?>', '<?'.length))
  parser.on('doctype', () => {
    last = parser.position
  })
  try {
    parser.write(text).close()
  } catch {
    return undefined
  }
  return root
}
