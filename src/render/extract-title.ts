import type {Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {Tree, TreeNode} from '../source/types.js'

const isTitle = (node: TreeNode): boolean =>
  node.type === 'heading' ? node.depth === 1 : node.type === 'element' && (node.tagName === 'h1' || node.tagName === 'title')

/** The title in the story itself: its first level-1 heading, or its HTML title. */
export function extractTitle(tree: Tree): string | undefined {
  let title: string | undefined
  visit(tree, (node) => {
    if (title === undefined && isTitle(node as TreeNode))
      title =
        textOf(node as Nodes)
          .replace(/\s+/gu, ' ')
          .trim() || undefined
  })
  return title
}
