import {getNodeRole, isParent} from './node-roles.js'
import type {Tree, TreeNode} from './types.js'

/** What is read of a story to tell its language, about; in UTF-16 code units. */
const ENOUGH = 16_000

/** Visible text of a story, piece by piece in text order; of a long one evenly spread parts, so that its preface alone does not count. */
export function sampleText(tree: Tree): string[] {
  const texts: string[] = []
  let length = 0
  const stack: TreeNode[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const role = getNodeRole(node)
    if (role === 'ignored' || role === 'opaque') continue
    if (node.type === 'text') {
      texts.push(node.value)
      length += node.value.length
    } else if (isParent(node)) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as TreeNode)
  }
  if (length <= ENOUGH) return texts
  const sample: string[] = []
  let seen = 0
  let taken = 0
  for (const text of texts) {
    // What was taken keeps to its share of what was seen; a very long text gives its beginning.
    if (taken * length <= seen * ENOUGH) {
      const part = text.slice(0, ENOUGH)
      sample.push(part)
      taken += part.length
    }
    seen += text.length
  }
  return sample
}
