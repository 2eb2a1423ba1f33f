import sortedIndex from 'lodash-es/sortedIndex.js'
import {getOffsets} from './node-offsets.js'
import {isParent} from './node-roles.js'
import type {TreeNode, TreeParent} from './types.js'

/** Returns the source offsets of a tree's non-blank text nodes in ascending order, including those in templates. */
export function findTextStarts(tree: TreeParent, source: string): number[] {
  const starts: number[] = []
  const stack: TreeNode[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') {
      const start = node.value.trim() === '' ? undefined : getOffsets(node, source)?.start
      if (start !== undefined) starts.push(start)
      continue
    }
    if (isParent(node)) for (const child of node.children) stack.push(child)
    if (node.type === 'element' && node.content) stack.push(node.content)
  }
  return starts.sort((a, b) => a - b)
}

/** Returns the first of the starts (ascending) that is not before `offset`; infinity if all are. */
export const findNextStart = (starts: readonly number[], offset: number): number => starts[sortedIndex(starts, offset)] ?? Number.POSITIVE_INFINITY
