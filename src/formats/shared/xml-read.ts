import {SaxesParser} from 'saxes'
import type {Element} from 'xast'
import type {FormatOutput, ReadOptions} from '../types.js'
import {decodeText, fileError} from './input.js'
import {type ElementWithLine, localName} from './xml-elements.js'

/** Reads XML 1.0 in bounded memory: no DOCTYPE and so no entities, limited nesting, and the tree of one entry at a time. */

/** How many elements may be nested: readers recurse, and no dictionary needs twenty levels. */
const MAX_DEPTH = 200
/** How many tags, attributes and pieces of text one entry may have, and how many there may be outside of entries: each takes up to 0.3 kB (measured). */
const MAX_MARKS = 4_000_000
/** How many UTF-16 code units are parsed before the entries completed in them are yielded. */
const CHUNK = 1 << 16
/** How many UTF-16 code units before a syntax error its message quotes at most. */
const EXCERPT = 40

/** Shared by all elements without attributes, which saves memory. */
const NO_ATTRIBUTES: Element['attributes'] = {}

/** The local names of the elements that a format consists of. */
interface ElementNames {
  /** Accepted root elements; error messages name the first. */
  readonly roots: readonly string[]
  /** Entries: the outermost elements with these names, below the root. */
  readonly entries: readonly string[]
}

/** Yields each entry once its end tag is parsed, and returns the root element without the entries. */
function* parse(text: string, {roots, entries}: ElementNames, options: ReadOptions): Generator<Element, Element> {
  const parser = new SaxesParser()
  const open: ElementWithLine[] = []
  const completed: Element[] = []
  let root: Element | undefined
  /** How many elements the current entry is nested in. */
  let entryDepth: number | undefined
  let marksInEntry = 0
  let marksOutside = 0

  const errorAt = (line: number, ...reasons: readonly string[]) => fileError(options, `line ${line}`, ...reasons)
  /** Must be called for everything that takes memory. */
  const countMark = (): void => {
    const count = entryDepth === undefined ? ++marksOutside : ++marksInEntry
    if (count > MAX_MARKS)
      throw errorAt(
        parser.line,
        `expected at most ${MAX_MARKS} tags and attributes ${entryDepth === undefined ? 'outside of entries' : 'in an entry'}, got more`,
      )
  }
  const addText = (value: string): void => {
    const children = open.at(-1)?.children
    const last = children?.at(-1)
    if (last?.type !== 'text') children?.push({type: 'text', value})
    else {
      countMark()
      last.value += value
    }
  }

  // No more handlers than these: an eighth makes the parser four times slower, as V8 then stores its properties in a hash table.
  parser.on('doctype', (doctype) => {
    throw errorAt(parser.line - (doctype.split(/\r\n?|\n/u).length - 1), 'expected no DOCTYPE and no entity declarations')
  })
  parser.on('opentagstart', ({name}) => {
    // The parser has read the character after the name. If that is a line break, the tag began on the line before.
    const line = parser.columnIndex === 0 ? parser.line - 1 : parser.line
    const element: ElementWithLine = {type: 'element', name, attributes: NO_ATTRIBUTES, children: [], line}
    if (!root) {
      if (!roots.includes(localName(element))) throw errorAt(line, `expected <${roots[0]}>, got <${name}>`)
      root = element
    } else if (entryDepth === undefined && entries.includes(localName(element))) {
      entryDepth = open.length
      marksInEntry = 0
    } else {
      open.at(-1)?.children.push(element)
    }
    countMark()
    if (open.push(element) > MAX_DEPTH) throw errorAt(line, `expected at most ${MAX_DEPTH} nested elements, got more`)
  })
  parser.on('attribute', countMark)
  parser.on('opentag', ({attributes}) => {
    const element = open.at(-1)
    if (element && Object.keys(attributes).length > 0) element.attributes = {...attributes}
  })
  parser.on('closetag', ({isSelfClosing}) => {
    if (!isSelfClosing) countMark()
    const element = open.pop()
    // A list that grew has spare room; a copy has none.
    if (element) element.children = element.children.slice()
    if (!element || open.length !== entryDepth) return
    completed.push(element)
    entryDepth = undefined
  })
  parser.on('text', addText)
  parser.on('cdata', addText)

  /** The text around the end of what was given to the parser, for error messages. */
  let recent = ''
  /** How many code units the parser was given. */
  let written = 0
  /** Calls the parser, which throws a plain Error that begins with line and column. */
  const run = (step: () => void): void => {
    try {
      step()
    } catch (error) {
      if (error instanceof TypeError) throw error
      const parsed = recent.slice(0, recent.length - (written - parser.position))
      const excerpt = parsed.slice(-EXCERPT).split('\n').at(-1)
      const reason = (error as Error).message.replace(/^\d+:\d+: |\.$/gu, '')
      throw errorAt(parser.line, 'not XML', excerpt ? `${reason}, after “${excerpt}”` : reason)
    }
  }
  for (let start = 0; start < text.length; start += CHUNK) {
    // Normalizes line breaks (XML 1.0, section 2.11), because the parser would allocate strings for each. It handles a break between chunks.
    const chunk = text.slice(start, start + CHUNK).replace(/\r\n|\r(?!$)/gu, '\n')
    recent = recent.slice(-EXCERPT) + chunk
    written += chunk.length
    run(() => parser.write(chunk))
    yield* completed.splice(0)
  }
  run(() => parser.close())
  // Known, because closing an incomplete document throws.
  return root as unknown as Element
}

/** A file that consists of entries. */
export interface XmlFile {
  /** The root element, without the entries. */
  readonly root: Element
  /** Parses the entries one by one, and again for every call: the trees of a hundred thousand entries would not fit in memory. */
  readonly entries: () => Iterable<Element>
}

/**
 * Parses a file and checks that it is well-formed.
 *
 * @throws TypeError that names the file, the line and the reason: a syntax error, another root element, a DOCTYPE, or too many elements
 */
export function openXml(input: FormatOutput, names: ElementNames, options: ReadOptions): XmlFile {
  const text = decodeText(input, options)
  const parsing = parse(text, names, options)
  let step = parsing.next()
  while (!step.done) step = parsing.next()
  return {root: step.value, entries: () => parse(text, names, options)}
}
