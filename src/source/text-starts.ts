import {isParent} from './markup.js'
import type {TreeNode, TreeParent} from './types.js'

/** Where the text nodes of a tree that are not blank begin in the source, in ascending order; those in templates, too. */
export function textStarts(tree: TreeParent): number[] {
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

/** The first of the starts (ascending) that is not before `offset`; infinity, if all are. */
export function nextStart(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return starts[low] ?? Number.POSITIVE_INFINITY
}
