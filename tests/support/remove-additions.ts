/** Removes what renderers add to a story. */
import type {ElementContent, Root, RootContent} from 'hast'

const ADDED_CLASSES: ReadonlySet<string> = new Set(['xg-ref', 'xg-notes', 'xg-endnotes', 'xg-example', 'xg-data'])

const isAdded = (node: ElementContent): boolean => {
  if (node.type !== 'element') return false
  const {className} = node.properties
  return node.tagName === 'rt' || node.tagName === 'rp' || (Array.isArray(className) && className.some((name) => ADDED_CLASSES.has(String(name))))
}

const removeFrom = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => (isAdded(node) ? [] : node.type === 'element' ? [{...node, children: removeFrom(node.children)}] : [node]))

/** Returns the story as its author wrote it. */
export const removeAdditions = (root: Root): Root => ({
  ...root,
  children: root.children.flatMap((node): RootContent[] => (node.type === 'doctype' ? [node] : removeFrom([node]))),
})
