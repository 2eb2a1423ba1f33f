/** Removes all that annotation and rendering put into a page. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {removeAdditions} from './remove-additions.js'

const isOurs = ({data, properties}: Element): boolean =>
  data?.xenogloss !== undefined || (Array.isArray(properties.className) && properties.className.some((name) => String(name).startsWith('xg-')))

function unwrap(nodes: readonly (ElementContent | RootContent)[]): ElementContent[] {
  const found: ElementContent[] = []
  for (const node of nodes as readonly ElementContent[]) {
    const children = node.type === 'element' ? unwrap(node.children) : []
    for (const child of node.type !== 'element' ? [node] : isOurs(node) ? children : [{...node, children}]) {
      const last = found.at(-1)
      // Only what annotation cut is joined; a parser never leaves two texts side by side.
      if (child.type === 'text' && last?.type === 'text') found[found.length - 1] = {type: 'text', value: last.value + child.value}
      else found.push(child)
    }
  }
  return found
}

/** The HTML of a tree without our elements. */
export const strippedHtml = (root: Root): string => toHtml({type: 'root', children: unwrap(removeAdditions(root).children)}).trimEnd()
