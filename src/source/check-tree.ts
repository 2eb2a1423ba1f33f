import {isParent} from './node-roles.js'
import type {TreeNode} from './types.js'

/** Maximum depth of a tree: what walks it recurses for each level, and the stack is finite. The parsers' own trees stay below. */
const MAX_DEPTH = 1200

interface Frame {
  readonly node: TreeNode
  readonly children: readonly TreeNode[]
  /** Index of the next child. */
  index: number
}

const nameOf = (node: TreeNode): string => (node.type === 'element' ? `\`${node.tagName}\` element` : `\`${node.type}\` node`)

/** Where the next child of the innermost frame stands: `children[2].children[0]`. */
const pathOf = (stack: readonly Frame[]): string => stack.map(({index}) => `children[${index - 1}]`).join('.')

/** Returns the children of a node and the content of a template. */
function childrenOf(node: TreeNode): readonly TreeNode[] {
  const children: readonly TreeNode[] = isParent(node) && Array.isArray(node.children) ? node.children : []
  return node.type === 'element' && node.content ? [...children, node.content] : children
}

/**
 * Checks that a tree from elsewhere is a tree, as unist asks.
 *
 * @throws TypeError that names a node which contains itself, stands in two places, is no node, or lies too deep, and says where it is
 */
export function checkTree(tree: TreeNode): void {
  if (typeof (tree as unknown) !== 'object' || tree === null) throw new TypeError(`The tree must be a node, not ${tree === null ? 'null' : typeof tree}`)
  const seen = new Set<TreeNode>([tree])
  const open = new Set<TreeNode>([tree])
  const stack: Frame[] = [{node: tree, children: childrenOf(tree), index: 0}]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    if (frame.index === frame.children.length) {
      stack.pop()
      open.delete(frame.node)
      continue
    }
    const child = frame.children[frame.index++] as TreeNode
    if (typeof (child as unknown) !== 'object' || child === null || typeof child.type !== 'string')
      throw new TypeError(`The tree has no node at ${pathOf(stack)}`)
    if (open.has(child)) throw new TypeError(`The tree has a cycle: the ${nameOf(child)} at ${pathOf(stack)} contains itself`)
    if (seen.has(child)) throw new TypeError(`The tree has a shared node: the ${nameOf(child)} at ${pathOf(stack)} stands in two places; insert a copy instead`)
    if (child.type === 'text' && typeof child.value !== 'string') throw new TypeError(`The text node at ${pathOf(stack)} has no text`)
    seen.add(child)
    if (!isParent(child)) continue
    if (stack.length === MAX_DEPTH)
      throw new TypeError(`The tree is nested too deep: the ${nameOf(child)} at ${pathOf(stack.slice(0, 5))}… lies on level ${MAX_DEPTH}`)
    open.add(child)
    stack.push({node: child, children: childrenOf(child), index: 0})
  }
}
