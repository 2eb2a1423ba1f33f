import {isParent} from './node-roles.js'
import type {TreeNode, TreeParent} from './types.js'

/** Returns the source offsets of a tree's non-blank text nodes in ascending order, including those in templates. */
export function findTextStarts(tree: TreeParent): number[] {
  const starts: number[] = []
  const stack: TreeNode[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const offset = node.position?.start.offset
    if (node.type === 'text') {
      if (offset !== undefined && node.value.trim() !== '') starts.push(offset)
      continue
    }
    if (isParent(node)) for (const child of node.children) stack.push(child)
    if (node.type === 'element' && node.content) stack.push(node.content)
  }
  return starts.sort((a, b) => a - b)
}

/** Returns the first of the starts (ascending) that is not before `offset`; infinity if all are. */
export function findNextStart(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return starts[low] ?? Number.POSITIVE_INFINITY
}
