import type {Element, ElementContent, Root as HastRoot, Nodes} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import {type State, toHast} from 'mdast-util-to-hast'
import type {Renderer, Tree, XenoglossFields, XenoglossNode} from '../types.js'

/** The element that a renderer makes of a node of ours; it goes on saying what the node says. */
function rendered(fields: XenoglossFields, children: ElementContent[], {render}: Renderer): Element {
  const {tagName, properties} = render(fields)
  const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
  return {type: 'element', tagName, properties: given, data: {xenogloss: fields}, children} as Element
}

function fromMdast(tree: MdastRoot, renderer: Renderer): HastRoot {
  const handle = (state: State, node: XenoglossNode): ElementContent => {
    const {children: _, data: __, position: ___, ...fields} = node
    const element = rendered(fields, state.all(node) as ElementContent[], renderer)
    state.patch(node, element)
    return element
  }
  const handlers = {utterance: handle, gloss: handle, translation: handle, term: handle}
  const root = toHast(tree, {handlers: handlers as never})
  return root.type === 'root' ? root : {type: 'root', children: [root as Element]}
}

function fromHast<T extends Nodes>(node: T, renderer: Renderer): T {
  if (!('children' in node)) return node
  const children = node.children.map((child) => fromHast(child, renderer)) as ElementContent[]
  const fields = node.type === 'element' ? node.data?.xenogloss : undefined
  return {...node, ...(fields && rendered(fields, children, renderer)), children}
}

/** Where there is nothing but text, both are the same. */
const HAST: ReadonlySet<string> = new Set(['element', 'doctype', 'comment', 'raw'])
const isHast = (tree: Tree): tree is HastRoot => tree.children.some(({type}) => HAST.has(type))

/**
 * Annotated tree → hast, our nodes as the renderer says. HTML in a story of Markdown stays text: stories come from strangers;
 * that of a story in HTML stays what it is.
 */
export function present(tree: Tree, {renderer}: {renderer: Renderer}): HastRoot {
  return isHast(tree) ? fromHast(tree, renderer) : fromMdast(tree, renderer)
}
