/** What renderers add to a story, taken out again. */
import type {ElementContent, Root, RootContent} from 'hast'

const ADDED: ReadonlySet<string> = new Set(['xg-ref', 'xg-notes', 'xg-endnotes', 'xg-example', 'xg-data'])

const isAdded = (node: ElementContent): boolean => {
  if (node.type !== 'element') return false
  const {className} = node.properties
  return node.tagName === 'rt' || node.tagName === 'rp' || (Array.isArray(className) && className.some((name) => ADDED.has(String(name))))
}

const without = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => (isAdded(node) ? [] : node.type === 'element' ? [{...node, children: without(node.children)}] : [node]))

/** The story as its author wrote it. */
export const authors = (root: Root): Root => ({
  ...root,
  children: root.children.flatMap((node): RootContent[] => (node.type === 'doctype' ? [node] : without([node]))),
})
