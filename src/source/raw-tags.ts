import type {TreeNode} from './types.js'

/** Tags of raw HTML, which Markdown has as nodes of their own. */
const OPENING_TAG = /^<([a-z][a-z\d-]*)(?=[\s/>])/iu
const CLOSING_TAG = /^<\/([a-z][a-z\d-]*)\s*>$/iu
const VOID_ELEMENTS: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Returns the nodes that are tags of raw HTML whose other tag is not among the nodes, and pairs around such tags. */
export function findUnpairedTags(nodes: readonly TreeNode[]): ReadonlySet<TreeNode> {
  const unpaired = new Set<TreeNode>()
  /** Opening tags, the innermost last; `crossed` if an unpaired tag stands inside. */
  const open: {readonly name: string; readonly node: TreeNode; crossed: boolean}[] = []
  /** Number of open tags of each name. */
  const counts = new Map<string, number>()
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by)
  const addUnpaired = (node: TreeNode) => {
    unpaired.add(node)
    const outer = open.at(-1)
    if (outer) outer.crossed = true
  }
  for (const node of nodes) {
    if (node.type !== 'html') continue
    const opening = OPENING_TAG.exec(node.value)?.[1]?.toLowerCase()
    const closing = CLOSING_TAG.exec(node.value)?.[1]?.toLowerCase()
    if (opening !== undefined && !VOID_ELEMENTS.has(opening)) {
      open.push({name: opening, node, crossed: false})
      count(opening, 1)
    } else if (closing !== undefined && (counts.get(closing) ?? 0) > 0) {
      for (let last = open.pop(); last; last = open.pop()) {
        count(last.name, -1)
        const isPair = last.name === closing
        if (!isPair || last.crossed) addUnpaired(last.node)
        if (isPair && last.crossed) addUnpaired(node)
        if (isPair) break
      }
    } else if (closing !== undefined) addUnpaired(node)
  }
  for (const {node} of open) unpaired.add(node)
  return unpaired
}
