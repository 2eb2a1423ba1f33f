import type {Element, ElementContent, Root as HastRoot, Nodes} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import {type State, toHast} from 'mdast-util-to-hast'
import {visit} from 'unist-util-visit'
import type {XenoglossNode} from '../source/annotation-types.js'
import {checkTree} from '../source/check-tree.js'
import type {Tree} from '../source/types.js'
import {DEFAULT_PREFIX} from './types.js'

/** The id that mdast-util-to-hast gives to the heading of notes whatever the prefix. */
const NOTES_HEADING = 'footnote-label'

function prefixNotesHeading(tree: Nodes, prefix: string): void {
  visit(tree, 'element', ({properties}) => {
    if (properties.id === NOTES_HEADING) properties.id = `${prefix}${NOTES_HEADING}`
    const {ariaDescribedBy} = properties
    if (Array.isArray(ariaDescribedBy)) properties.ariaDescribedBy = ariaDescribedBy.map((id) => (id === NOTES_HEADING ? `${prefix}${id}` : id))
  })
}

/** Converts mdast to hast; each xenogloss node becomes a `span` that carries its fields. */
function fromMdast(tree: MdastRoot, prefix: string): HastRoot {
  const toSpan = (state: State, node: XenoglossNode): ElementContent => {
    const {children: _, data: __, position: ___, ...fields} = node
    const element: Element = {
      type: 'element',
      tagName: 'span',
      properties: {},
      data: {xenogloss: fields} as Element['data'] & object,
      children: state.all(node) as ElementContent[],
    }
    state.patch(node, element)
    return element
  }
  const handlers = {utterance: toSpan, gloss: toSpan, translation: toSpan, term: toSpan}
  const isDefault = prefix === DEFAULT_PREFIX
  const root = toHast(tree, {handlers: handlers as never, ...(!isDefault && {clobberPrefix: `${prefix}user-content-`})})
  if (!isDefault) prefixNotesHeading(root, prefix)
  return root.type === 'root' ? root : {type: 'root', children: [root as Element]}
}

const HAST_TYPES: ReadonlySet<string> = new Set(['element', 'doctype', 'comment', 'raw'])
/** A tree of nothing but text is the same in mdast and hast. */
const isHast = (tree: Tree): tree is HastRoot => tree.children.some(({type}) => HAST_TYPES.has(type))

/**
 * Converts an annotated tree to hast, in which xenogloss nodes are elements with `data.xenogloss`.
 *
 * @param prefix what ids begin with, also those of the author's notes if it is not the default
 * @throws TypeError for a tree with cycles or shared nodes
 */
export function toElements(tree: Tree, prefix: string = DEFAULT_PREFIX): HastRoot {
  checkTree(tree)
  return isHast(tree) ? tree : fromMdast(tree, prefix)
}
