import {withoutPrefix, type XmlElement, type XmlNode} from './xml-tree.js'

/** Queries on XML elements; names are compared without their prefix. */

export const isElement = (node: XmlNode): node is XmlElement => node.type === 'element'

/** The child elements with a name. */
export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter(isElement).filter((child) => withoutPrefix(child.name) === name)

/** All descendants with a name, in document order. */
export const descendantsNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => [...(withoutPrefix(child.name) === name ? [child] : []), ...descendantsNamed(child, name)])

/** All text in an element, its white space collapsed. */
export const textIn = (element: XmlElement): string => rawText(element).replace(/\s+/gu, ' ').trim()

const rawText = (node: XmlNode): string => (isElement(node) ? node.children.map(rawText).join('') : node.value)

/** The words of an attribute that is a list, such as `epub:type`. */
export const wordsOf = ({attributes}: XmlElement, attribute: string): string[] => (attributes[attribute] ?? '').split(/\s+/u).filter(Boolean)
