import type {Element, ElementContent} from 'hast'
import {replaceInvalidCharacters} from '../shared/xml-write.js'

/** Serializes XDXF (XML Dictionary eXchange Format, visual layout): with the five entities that programs decode, and no others. */

/** Makes text survive XML: programs show a definition that is not well-formed with all its markup. Line breaks become line feeds. */
const normalize = (text: string): string => replaceInvalidCharacters(text.replace(/\r\n?/gu, '\n'))
const escapeText = (text: string): string => normalize(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** GoldenDict turns line feeds into elements before it parses, even in attributes. */
const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')

const attributeName = (name: string): string => (name === 'className' ? 'class' : name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`))

/** Serializes an element whose properties are text, numbers or lists of text. */
export function toXdxf(node: Element | ElementContent): string {
  if (node.type === 'text') return escapeText(node.value)
  if (node.type !== 'element') return ''
  const attributes = Object.entries(node.properties)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${attributeName(name)}="${escapeAttribute(Array.isArray(value) ? value.join(' ') : String(value))}"`)
  // Never self-closing: what reads it as HTML would take all that follows for its content.
  return `<${node.tagName}${attributes.join('')}>${node.children.map(toXdxf).join('')}</${node.tagName}>`
}
