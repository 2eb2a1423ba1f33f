import type {DefaultTreeAdapterTypes as Dom} from 'parse5'
import {getTagRole} from '../node-roles.js'

/**
 * Maximum depth of elements (browsers use 512); deeper ones become siblings. Tree utilities, fromParse5 first of all, recurse for each
 * level and overflow the stack at 3000.
 */
const MAX_DEPTH = 200

/** Adds a node to the output. */
type Emit = (node: Dom.ChildNode) => void

const isElement = (node: Dom.Node): node is Dom.Element => 'tagName' in node
const isText = (node: Dom.Node): node is Dom.TextNode => node.nodeName === '#text'
const getContent = (node: Dom.ParentNode): Dom.ParentNode => ('content' in node ? node.content : node)

/** Appends a node, and merges adjacent text nodes as a parser would. */
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

/** Creates functions that put nodes that are too deep into copies of their block; all copies are appended to one list, in order. */
function createFlattener(list: Dom.ChildNode[]): (block: Dom.Element | undefined) => Emit {
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

/** Limits the depth of a tree in place. Beyond the limit only blocks and text are kept. */
export function limitDepth(root: Dom.ParentNode): void {
  interface Frame {
    readonly nodes: readonly Dom.ChildNode[]
    readonly emit: Emit
    readonly depth: number
    /** Set beyond the limit: creates the function that emits nodes of a block. */
    readonly emitInBlock?: ReturnType<typeof createFlattener>
    index: number
  }
  const takeChildren = (node: Dom.ParentNode): {nodes: Dom.ChildNode[]; list: Dom.ChildNode[]} => {
    const content = getContent(node)
    const nodes = content.childNodes
    const list: Dom.ChildNode[] = []
    content.childNodes = list
    return {nodes, list}
  }
  const createFrame = (node: Dom.ParentNode, depth: number): Frame => {
    const {nodes, list} = takeChildren(node)
    if (depth < MAX_DEPTH) return {nodes, depth, emit: (child) => list.push(child), index: 0}
    const emitInBlock = createFlattener(list)
    return {nodes, depth, emit: emitInBlock(undefined), emitInBlock, index: 0}
  }
  const stack = [createFrame(root, 0)]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const {nodes, depth, emit, emitInBlock} = frame
    const node = nodes[frame.index++]
    if (!node) stack.pop()
    else if (!isElement(node)) emit(node)
    else if (!emitInBlock) {
      emit(node)
      stack.push(createFrame(node, depth + 1))
    } else {
      const role = getTagRole(node.tagName)
      const {nodes: children, list} = takeChildren(node)
      const hasNoWords = children.length === 0 || role === 'opaque' || role === 'ignored'
      if (hasNoWords && depth === MAX_DEPTH) {
        // Keep the element, without the markup in it.
        emit(node)
        const keep: Emit = (child) => append(list, child)
        stack.push({nodes: children, depth: depth + 1, emit: keep, emitInBlock: () => keep, index: 0})
      } else stack.push({nodes: children, depth, emit: role === 'container' ? emitInBlock(node) : emit, emitInBlock, index: 0})
    }
  }
}
