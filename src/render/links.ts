import type {Element, ElementContent} from 'hast'
import {map} from '../util/lists.js'

const isElement = (node: ElementContent): node is Element => node.type === 'element'

/** Returns whether a node is a link or holds one. */
export const holdsLink = (node: ElementContent): boolean => isElement(node) && (node.tagName === 'a' || node.children.some(holdsLink))

/** Returns whether a node is one of `nodes` or holds one. */
export const holdsAny = (node: ElementContent, nodes: ReadonlySet<ElementContent>): boolean =>
  nodes.has(node) || (isElement(node) && node.children.some((child) => holdsAny(child, nodes)))

/**
 * Turns links that a renderer made into spans where they stand inside a link of the author's, or around one: HTML does not allow a link in
 * a link, and browsers move it out. The author's links stay.
 *
 * @param own content of the author's
 * @param inLink whether the node stands inside a link
 */
export function unlinkAround(node: ElementContent, own: ReadonlySet<ElementContent>, inLink: boolean): ElementContent {
  if (!isElement(node) || own.has(node)) return node
  const isLink = node.tagName === 'a'
  const holds = isLink && node.children.some(holdsLink)
  const children = map(node.children, (child) => unlinkAround(child, own, inLink || (isLink && !holds)))
  if (!isLink || !(inLink || holds)) return {...node, children}
  const {href: _, name: __, ...properties} = node.properties
  return {...node, tagName: 'span', properties, children}
}
