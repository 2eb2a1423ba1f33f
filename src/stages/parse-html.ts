import type {Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {type DefaultTreeAdapterTypes as Dom, defaultTreeAdapter, type ParserOptions, parse, parseFragment} from 'parse5'
import {VFile} from 'vfile'
import {roleOfTag} from '../text/markup.js'
import {endOfMarkup, tagNameAt} from '../text/tags.js'

/** What begins a whole page; anything else is a piece of one. */
const PAGE = /<(?:!doctype|html|head|body|frameset)(?=[\t\n\f\r />])/iu

/**
 * Elements nested deeper than this (browsers stop at 512) stand beside each other instead: what walks through trees,
 * fromParse5 first of all, calls itself for every level, and has no room for 3000.
 */
const DEEPEST = 200

type Sink = (node: Dom.ChildNode) => void

const isElement = (node: Dom.Node): node is Dom.Element => 'tagName' in node
const isText = (node: Dom.Node): node is Dom.TextNode => node.nodeName === '#text'
const contentOf = (node: Dom.ParentNode): Dom.ParentNode => ('content' in node ? node.content : node)

/** Text that comes to stand beside other text is one with it, as it is wherever a parser puts text. */
function append(list: Dom.ChildNode[], node: Dom.ChildNode): void {
  const last = list.at(-1)
  if (!last || !isText(last) || !isText(node)) list.push(node)
  else {
    const {endOffset = 0, endLine = 0, endCol = 0} = node.sourceCodeLocation ?? {}
    last.value += node.value
    if (last.sourceCodeLocation) last.sourceCodeLocation = {...last.sourceCodeLocation, endOffset, endLine, endCol}
  }
}

/** A sink that puts what is too deep into copies of the block that it stands in; all copies stand in one list, in order. */
function beside(list: Dom.ChildNode[]): (block: Dom.Element | undefined) => Sink {
  let last: {block: Dom.Element | undefined; copy: Dom.Element | undefined} | undefined
  return (block) => (node) => {
    if (!last || last.block !== block) {
      const copy = block && {...block, childNodes: []}
      if (copy) list.push(copy)
      last = {block, copy}
    }
    append(last.copy?.childNodes ?? list, node)
  }
}

/** Makes a tree shallow. Markup that is too deep is lost but for its blocks; text is not. */
function shallow(root: Dom.ParentNode): void {
  interface Frame {
    readonly nodes: readonly Dom.ChildNode[]
    readonly sink: Sink
    /** How deep the nodes stand, … */
    readonly depth: number
    /** … and past the limit what gives the sinks of blocks. */
    readonly blocks?: ReturnType<typeof beside>
    index: number
  }
  const emptied = (node: Dom.ParentNode): {nodes: Dom.ChildNode[]; list: Dom.ChildNode[]} => {
    const content = contentOf(node)
    const nodes = content.childNodes
    const list: Dom.ChildNode[] = []
    content.childNodes = list
    return {nodes, list}
  }
  const opened = (node: Dom.ParentNode, depth: number): Frame => {
    const {nodes, list} = emptied(node)
    if (depth < DEEPEST) return {nodes, depth, sink: (child) => list.push(child), index: 0}
    const blocks = beside(list)
    return {nodes, depth, sink: blocks(undefined), blocks, index: 0}
  }
  const stack = [opened(root, 0)]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const {nodes, depth, sink, blocks} = frame
    const node = nodes[frame.index++]
    if (!node) stack.pop()
    else if (!isElement(node)) sink(node)
    else if (!blocks) {
      sink(node)
      stack.push(opened(node, depth + 1))
    } else {
      const role = roleOfTag(node.tagName)
      const {nodes: inner, list} = emptied(node)
      const isWhole = inner.length === 0 || role === 'opaque' || role === 'silent'
      if (isWhole && depth === DEEPEST) {
        // No words of the story: it stays in one piece, without the markup in it.
        sink(node)
        const keep: Sink = (child) => append(list, child)
        stack.push({nodes: inner, depth: depth + 1, sink: keep, blocks: () => keep, index: 0})
      } else stack.push({nodes: inner, depth, sink: role === 'container' ? blocks(node) : sink, blocks, index: 0})
    }
  }
}

/**
 * Formatting elements that are never closed are opened anew in every paragraph after them, as the standard has it: 10,000
 * of them before 10,000 paragraphs make 100 million elements. Pages with more elements than this, and than two for every
 * tag, are read as if formatting elements were none.
 */
const MOST = 200_000
const MOST_PER_TAG = 2
const FORMATTING: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** What stands in these is no markup. */
const RAW: ReadonlySet<string> = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '))

/** The source with comments as long as they are in the place of the tags of formatting elements. */
function unformatted(source: string): string {
  let shown = ''
  let from = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const name = tagNameAt(source, at)?.toLowerCase() ?? ''
    const end = endOfMarkup(source, at) ?? at + 1
    if (FORMATTING.has(name)) {
      shown += `${source.slice(from, at)}<!${' '.repeat(Math.max(0, end - at - 3))}>`
      from = end
    }
    const opens = source[at + 1] !== '/'
    at = end
    if (opens && RAW.has(name)) {
      const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'giu')
      close.lastIndex = end
      at = close.exec(source)?.index ?? source.length
    }
  }
  return shown + source.slice(from)
}

/** What is thrown, and caught here, when a parser makes too many elements. */
const TOO_MANY = new Error('Too many elements')

function read(source: string, most: number): Dom.Document | Dom.DocumentFragment {
  let count = 0
  const createElement: typeof defaultTreeAdapter.createElement = (...given) => {
    if (++count > most) throw TOO_MANY
    return defaultTreeAdapter.createElement(...given)
  }
  const options: ParserOptions<Dom.DefaultTreeAdapterMap> = {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: {...defaultTreeAdapter, createElement},
  }
  // A byte order mark before a page is none of its text; a space there is not, either, and keeps the offsets.
  return PAGE.test(source) ? parse(source.replace(/^\ufeff/u, ' '), options) : parseFragment(source, options)
}

/** HTML → hast. Never throws on any string. */
export function parseHtml(source: string): Root {
  let document: Dom.Document | Dom.DocumentFragment
  try {
    document = read(source, Math.max(MOST, MOST_PER_TAG * source.split('<').length))
  } catch (error) {
    if (error !== TOO_MANY) throw error
    document = read(unformatted(source), Number.POSITIVE_INFINITY)
  }
  shallow(document)
  return fromParse5(document, {file: new VFile(source)}) as Root
}

/** What a piece of HTML shows: its text, without tags and with the characters that references stand for. */
export function shownIn(piece: string): string {
  if (!/[&<\r]/u.test(piece)) return piece
  let shown = ''
  const stack: Dom.ChildNode[] = [...parseFragment(piece).childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) shown += node.value
    else if (isElement(node)) for (const child of [...node.childNodes].reverse()) stack.push(child)
  }
  return shown
}
