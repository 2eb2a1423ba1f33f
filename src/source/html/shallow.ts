import type {DefaultTreeAdapterTypes as Dom} from 'parse5'
import {roleOfTag} from '../markup.js'

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
    last.value += node.value
    if (!last.sourceCodeLocation || !node.sourceCodeLocation) return
    const {endOffset, endLine, endCol} = node.sourceCodeLocation
    last.sourceCodeLocation = {...last.sourceCodeLocation, endOffset, endLine, endCol}
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
export function shallow(root: Dom.ParentNode): void {
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
