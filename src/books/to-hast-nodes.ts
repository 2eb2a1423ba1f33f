import type {Element, ElementContent, Properties, Text} from 'hast'
import {find, html} from 'property-information'
import type {Point} from 'unist'
import {withoutPrefix, type XmlElement, type XmlNode} from './xml-tree.js'

/** Attributes as hast has them: names in camel case, lists, numbers and truth values by what they are in HTML. */
function toProperties(attributes: XmlElement['attributes']): Properties {
  const properties: Properties = {}
  for (const [name, value] of Object.entries(attributes)) {
    const {property, spaceSeparated, number, boolean} = find(html, name)
    if (spaceSeparated) properties[property] = value.split(/\s+/u).filter(Boolean)
    else properties[property] = boolean ? true : number && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
  }
  return properties
}

/**
 * Converts XHTML to hast, with positions.
 *
 * @param toPoint where an offset of the document stands in the book
 */
export const toHastNodes = (nodes: readonly XmlNode[], toPoint: (offset: number) => Point): ElementContent[] =>
  nodes.map((node): Element | Text => {
    if (node.type === 'element')
      return {
        type: 'element',
        tagName: withoutPrefix(node.name),
        properties: toProperties(node.attributes),
        children: toHastNodes(node.children, toPoint),
        position: {start: toPoint(node.start), end: toPoint(node.end)},
      }
    const text: Text = {type: 'text', value: node.value}
    if (node.start !== undefined && node.end !== undefined) text.position = {start: toPoint(node.start), end: toPoint(node.end)}
    return text
  })
