import type {ElementContent} from 'hast'
import {setAttributes, toAttributes} from './set-attributes.js'

/** Creates the nodes of a glossary. Its words are text, never HTML. */
export function toDom(node: ElementContent, document: Document): Node {
  if (node.type !== 'element') return document.createTextNode(node.type === 'text' ? node.value : '')
  const element = setAttributes(document.createElement(node.tagName), toAttributes(node.properties))
  element.append(...node.children.map((child) => toDom(child, document)))
  return element
}
