import type {Element, ElementContent} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** Writes XML 1.0. */

/** Creates an element for a value, for each of several values, or none for undefined. */
export const elementsFor = <T>(values: T | readonly T[] | undefined, make: (value: T, index: number) => Element): Element[] =>
  ([values ?? []].flat() as T[]).map(make)

/** Characters that XML 1.0 does not allow (section 2.2), not even escaped: controls, lone surrogates, U+FFFE, U+FFFF. */
const INVALID = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Replaces characters that XML does not allow with U+FFFD in all strings of a value. */
export function replaceInvalidCharacters<T>(value: T): T {
  if (typeof value === 'string') return value.replace(INVALID, '\ufffd') as T
  if (Array.isArray(value)) return value.map(replaceInvalidCharacters) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [replaceInvalidCharacters(name), replaceInvalidCharacters(inner)])) as T
}

/** Placeholders, invalid in XML, for white space that attributes must escape because parsers would normalize it to spaces (section 3.3.3). */
const PLACEHOLDERS: Readonly<Record<string, string>> = {'\n': '\ufffe', '\t': '\uffff'}
const ESCAPES: Readonly<Record<string, string>> = {'\ufffe': '&#10;', '\uffff': '&#9;', '\r': '&#13;'}

const isElement = (node: ElementContent): node is Element => node.type === 'element'

/** Serializes a node without child elements. Escapes carriage returns too, which parsers would normalize (section 2.11). */
const serializeFlat = (node: ElementContent): string =>
  toXml(node, {closeEmptyElements: true, tightClose: true}).replace(/[\r\ufffe\uffff]/gu, (mark) => ESCAPES[mark] as string)

/** Serializes a node. Children are on separate lines if all of them are elements. Works piece by piece, because there may be any number. */
function serializeNode(node: ElementContent, depth: number): string {
  if (!isElement(node)) return serializeFlat(node)
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name, value?.replace(/[\n\t]/gu, (space) => PLACEHOLDERS[space] as string)]),
  )
  const {name, children} = node
  if (!children.some(isElement)) return serializeFlat({...node, attributes})
  const tag = serializeFlat({...node, attributes, children: []}).replace(/\/>$/u, '>')
  const space = (by: number): string => (children.every(isElement) ? `\n${'  '.repeat(by)}` : '')
  const [before, after] = [space(depth + 1), space(depth)]
  return `${tag}${children.map((child) => before + serializeNode(child, depth + 1)).join('')}${after}</${name}>`
}

/** Serializes an element. Escapes `]]>`, which is not allowed in text (section 2.4), even across nodes. */
const serializeElement = (node: Element, depth: number): string => serializeNode(node, depth).replaceAll(']]>', ']]&gt;')

/** Marks the position of the entries in a file's tree. They are serialized one by one, because a tree of all would take a gigabyte. */
export const ENTRIES_PLACEHOLDER: Element = {type: 'element', name: 'entries', attributes: {}, children: []}

/** Creates elements on demand. */
export function* lazyMap<T>(items: Iterable<T>, make: (item: T) => Element): Generator<Element> {
  for (const item of items) yield make(item)
}

/**
 * Serializes a file, with entries instead of `ENTRIES_PLACEHOLDER`. Strings must not contain invalid characters; see
 * `replaceInvalidCharacters`.
 */
export function serializeXml(root: Element, entries: Iterable<Element> = []): string {
  const file = `<?xml version="1.0" encoding="UTF-8"?>\n${serializeElement(root, 0)}\n`
  const [, before, space, after] = /^(.*)(\n *)<entries\/>(.*)$/su.exec(file) ?? []
  if (space === undefined) return file
  const pieces = [before]
  for (const entry of entries) pieces.push(space, serializeElement(entry, (space.length - 1) / 2))
  return [...pieces, after].join('')
}
