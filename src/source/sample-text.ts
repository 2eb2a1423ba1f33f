import {getNodeRole, isParent} from './node-roles.js'
import type {Tree, TreeNode} from './types.js'

/** What is read of a story to tell its language, about; in UTF-16 code units. */
const ENOUGH = 16_000
/** Stretches of text that are read of a long story, and the length of each. */
const WINDOWS = 8
const WINDOW = ENOUGH / WINDOWS

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
  // Windows of consecutive text, evenly spread: single nodes would keep step with what a story repeats.
  const sample: string[] = []
  let at = 0
  let window = 0
  for (const text of texts) {
    const end = at + text.length
    for (let from = Math.floor((window * length) / WINDOWS); window < WINDOWS && from < end; from = Math.floor((window * length) / WINDOWS)) {
      sample.push(text.slice(Math.max(0, from - at), from + WINDOW - at))
      if (from + WINDOW > end) break
      window++
    }
    at = end
  }
  return sample
}
