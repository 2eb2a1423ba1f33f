import {visit} from 'unist-util-visit'
import type {Tree, TreeNode} from '../types.js'

function textOf(node: TreeNode): string {
  let text = ''
  visit(node, 'text', (leaf: {readonly value: string}) => {
    text += leaf.value
  })
  return text.replace(/\s+/gu, ' ').trim()
}

const isTitle = (node: TreeNode): boolean =>
  node.type === 'heading' ? node.depth === 1 : node.type === 'element' && (node.tagName === 'h1' || node.tagName === 'title')

/** What a story calls itself: its first heading of the first rank, or its title in HTML. */
export function titleOf(tree: Tree): string | undefined {
  let title: string | undefined
  visit(tree, (node) => {
    if (title === undefined && isTitle(node as TreeNode)) title = textOf(node as TreeNode) || undefined
  })
  return title
}
